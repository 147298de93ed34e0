#pragma once

// Letters as they are looked for: small, and without accents and other marks, so that a name is found however
// it is spelt. For finding only: what was typed is kept as it was typed.

#include <string>
#include <string_view>

namespace safelead {

/// Latin letters small and without marks ("Łukasz" is "lukasz", "Ærø" is "aero"), Greek and Cyrillic ones
/// small, apostrophes and hyphens of every sort the ASCII ones. Combining marks go. What is not well-formed
/// UTF-8 stays as it is.
[[nodiscard]] std::string folded(std::string_view text);

/// Whether two folded words are so alike that one may be the other misspelt: one letter put in, left out,
/// changed or swapped with its neighbour in a word of four or five letters, two in a longer one.
[[nodiscard]] bool are_near(std::string_view one, std::string_view other);

}  // namespace safelead
