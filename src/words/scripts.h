#pragma once

namespace safelead::words {

/// Marks that say which way writing goes.
[[nodiscard]] bool is_direction(char32_t point);

/// Marks that join or part letters, where letters of other scripts do not need them.
[[nodiscard]] bool is_joiner(char32_t point);

/// An accent on its own: it dresses the letter before it.
[[nodiscard]] bool is_accent(char32_t point);

/// What a note never has many of in a row: private use, picture-like signs, rare ideographs, old scripts.
[[nodiscard]] bool is_unwritten(char32_t point);

[[nodiscard]] bool is_emoji(char32_t point);

/// Spaces, signs and emoji.
[[nodiscard]] bool parts_words(char32_t point);

/// A number for each way of writing; ideographs and what Japanese has beside them are one.
[[nodiscard]] char32_t script_of(char32_t point);

[[nodiscard]] bool is_ideograph(char32_t point);

/// Of each Chinese or Japanese text, a good part; and of lists of names.
[[nodiscard]] bool is_common_ideograph(char32_t point);

[[nodiscard]] bool is_hangul(char32_t point);

/// Endings and particles, of which each Korean sentence has several.
[[nodiscard]] bool is_common_hangul(char32_t point);

/// Anything that is seen, but plain letters and signs between words.
[[nodiscard]] bool may_stand_for_byte(char32_t point);

/// Of those, a letter of an alphabet, of which no language has more than a few dozen: neither ideographs nor
/// syllables.
[[nodiscard]] bool is_of_alphabet(char32_t point);

/// A letter of a script whose words have spaces between them.
[[nodiscard]] bool parts_by_spaces(char32_t point);

}  // namespace safelead::words
