#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::words {

/// Stands for a character that looks like none of ASCII.
inline constexpr char no_letter = '\x7F';

/// A text as an eye would read it, for looking only: one ASCII character for each visible one, and where
/// each stood.
struct Skeleton {
    std::string letters;
    std::vector<std::size_t>
        from;  ///< Of each letter: the first byte in the text. One more at the end: its length.
};

/// What a character looks like, or `no_letter`.
[[nodiscard]] char letter_for(char32_t point);

/// `text` is valid UTF-8.
[[nodiscard]] Skeleton skeleton_of(std::string_view text);

}  // namespace safelead::words
