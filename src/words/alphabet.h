#pragma once

#include <cstdint>
#include <span>

namespace safelead::words {

/// A letter of the stream that all pieces make together, and the piece that it is of.
struct Letter {
    char letter;
    std::uint32_t piece;
    bool after_space;
    bool after_line;
};

using Window = std::span<const Letter>;

// Whether a window of a stream of letters is spread evenly over an alphabet, as no writing is.

/// Base64 and its like. To be asked of some 400 letters.
[[nodiscard]] bool is_dense(Window window);

/// Ascii85, base91 and their like: signs as often as letters, and of many kinds. Of some 400 letters.
[[nodiscard]] bool is_dense_with_signs(Window window);

/// Digits, hexadecimal, base32, the alphabet; and neither numbers that somebody wrote nor codes. Of some 720
/// letters.
[[nodiscard]] bool is_of_small_alphabet(Window window);

/// Noughts and ones, or any few letters for them. Of some 2,400 letters.
[[nodiscard]] bool is_of_few_letters(Window window);

}  // namespace safelead::words
