#pragma once

#include <cstddef>
#include <string_view>

namespace safelead {

/// Whether a text (UTF-8) has more than so many characters: code points, so that every script has the same
/// room, and not bytes.
[[nodiscard]] bool is_longer_than(std::string_view text, std::size_t characters);

}  // namespace safelead
