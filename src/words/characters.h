#pragma once

#include <algorithm>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

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

/// A character, and which bytes of a text it is.
struct Placed {
    char32_t point;
    std::size_t begin;
    std::size_t end;
};

/// All of a valid UTF-8 text.
[[nodiscard]] std::vector<Placed> characters_of(std::string_view text);

/// Looks at each run of characters that are so: where it begins, and where what is not so goes on.
template <class Is, class Look>
void each_run(std::span<const Placed> all, Is is, Look look)
{
    for (std::size_t begin = 0; begin < all.size();) {
        std::size_t end = begin;
        while (end < all.size() && is(all[end].point)) ++end;
        if (end > begin) look(begin, end);
        begin = std::max(end, begin + 1);
    }
}

/// Nobody sees it: zero-width and direction marks, fillers, variation selectors, tags.
[[nodiscard]] bool is_invisible(char32_t point);

}  // namespace safelead::words
