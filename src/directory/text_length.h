#pragma once

#include <cstddef>
#include <string_view>

namespace safelead::directory {

/// Whether a text has more than so many characters, as whoever typed it counts them: not bytes.
[[nodiscard]] bool is_longer_than(std::string_view text, std::size_t characters);

}  // namespace safelead::directory
