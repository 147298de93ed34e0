#pragma once

// Both forms of RFC 4648. What reads takes exactly what the other one writes: no white space, no stray bits
// at the end.

#include "base/bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace safelead::crypto {

/// Section 4, with padding.
[[nodiscard]] std::string to_base64(BytesView bytes);
[[nodiscard]] std::optional<Bytes> parse_base64(std::string_view text);

/// Section 5, for addresses, without padding.
[[nodiscard]] std::string to_base64url(BytesView bytes);
[[nodiscard]] std::optional<Bytes> parse_base64url(std::string_view text);

}  // namespace safelead::crypto
