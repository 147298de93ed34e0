#pragma once

#include "words/letter_set.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace safelead::words {

/// How data differs from words at a glance: in words, letters follow letters of their own kind; in data,
/// small letters, capitals, digits and signs follow each other at random.
struct Noise {
    std::size_t letters = 0;  ///< All but separators.
    std::size_t pairs = 0;    ///< Neighbours with no separator between them.
    std::size_t changes = 0;  ///< Of those, how many are of two kinds.
    std::size_t longest = 0;  ///< The longest stretch without a separator.

    /// Changes in a hundred pairs. Random base64: 64. Hexadecimal: 47. Base32: 30. Words: under 10; codes of
    /// one letter and many digits: about 10.
    [[nodiscard]] std::size_t percent() const { return pairs == 0 ? 0 : changes * 100 / pairs; }
    void add(const Noise& other);
};

/// Separators are white space, `. , ; : ' " ( ) | - _ /` and whatever is not ASCII.
[[nodiscard]] Noise noise_of(std::string_view letters);

/// In codes letters and digits have their places ("B801200005001", "9xHi1", "AB12CDE"): where a character
/// stands says what kind it is of. In data that is cut up it says nothing.
[[nodiscard]] bool are_codes(std::span<const std::string> pieces);

[[nodiscard]] std::size_t distinct(std::string_view letters);

inline constexpr auto npos = std::string_view::npos;

[[nodiscard]] unsigned hex_value(char c);  ///< Of a digit that `is_hex`.
[[nodiscard]] bool is_one_of(char c, std::string_view letters);

/// In capitals or small letters; `word` is in small ones.
[[nodiscard]] bool begins_with(std::string_view text, std::string_view word);

}  // namespace safelead::words
