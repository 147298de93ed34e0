#pragma once

#include <cstddef>
#include <string_view>

namespace safelead::words {

/// A Unicode character, and how many bytes it takes up.
struct Character {
    char32_t point;
    std::size_t length;
};

/// The character that begins at `at` in a valid UTF-8 text.
[[nodiscard]] Character character_at(std::string_view text, std::size_t at);

[[nodiscard]] constexpr bool in(char32_t point, char32_t first, char32_t last)
{
    return point >= first && point <= last;
}

/// Nobody sees it: zero-width and direction marks, fillers, variation selectors, tags.
[[nodiscard]] bool is_invisible(char32_t point);

}  // namespace safelead::words
