#pragma once

// A text as names are compared in it: small letters without accents, and where each stands in the text.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::record {

/// What stands between words.
inline constexpr char32_t between_words = 0;
inline constexpr char32_t apostrophe = U'\'';

struct Letter {
    char32_t as;
    std::size_t begin;  ///< In bytes.
    std::size_t end;    ///< Past it, and past the marks that belong to it.
};

/// Letter by letter; one that is written with two letters elsewhere (ß, æ) gives both, in the same place.
/// What is no letter is `between_words`, of whatever kind; digits, too. Marks and what has no width belong to
/// the letter before.
[[nodiscard]] std::vector<Letter> letters_of(std::string_view text);

/// The words of a name so compared: "Anne-Marie O’Brien" has anne, marie, obrien.
[[nodiscard]] std::vector<std::u32string> name_words(std::string_view name);

/// How many letters have to be put in, left out, changed or swapped with the next to make one of the other.
/// More than `most` is `most` and one.
[[nodiscard]] std::size_t letters_apart(std::u32string_view one, std::u32string_view other, std::size_t most);

}  // namespace safelead::record
