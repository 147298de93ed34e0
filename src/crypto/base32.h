#pragma once

// RFC 4648, section 6, without padding: how apps that show codes are told their secret.

#include "base/bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace safelead::crypto {

[[nodiscard]] std::string to_base32(BytesView bytes);

/// Exactly what `to_base32` writes.
[[nodiscard]] std::optional<Bytes> parse_base32(std::string_view text);

}  // namespace safelead::crypto
