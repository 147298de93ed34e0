#pragma once

#include "base/bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace safelead::crypto {

/// RFC 4648 section 5, without padding.
[[nodiscard]] std::string to_base64url(BytesView bytes);

/// Reads exactly what `to_base64url` writes: no padding, no white space, no stray bits at the end.
[[nodiscard]] std::optional<Bytes> parse_base64url(std::string_view text);

}  // namespace safelead::crypto
