#pragma once

// Several texts in one row of bytes, each counted: how what passes (sessions, drafts) is written before it is
// sealed.

#include "base/bytes.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::app {

[[nodiscard]] Bytes pack_texts(const std::vector<std::string>& texts);

/// Exactly what `pack_texts` wrote; nothing for anything else.
[[nodiscard]] std::optional<std::vector<std::string>> unpack_texts(BytesView bytes);

/// A whole number, decimal, no sign but "-", nothing else.
[[nodiscard]] std::optional<long long> parse_number(std::string_view text);

}  // namespace safelead::app
