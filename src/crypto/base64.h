#pragma once

#include "base/bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace safelead::crypto {

/// RFC 4648 section 4, with padding.
[[nodiscard]] std::string to_base64(BytesView bytes);

/// Reads exactly what `to_base64` writes: padded, no white space, no stray bits at the end.
[[nodiscard]] std::optional<Bytes> parse_base64(std::string_view text);

}  // namespace safelead::crypto
