#pragma once

// Text that reads as words, and in which something else than the words is said by which of several letters
// that look the same stands there, which space, or which accents.
//
// Nobody writes a word in two alphabets, but everybody who has both on one keyboard does so by mistake now
// and then, mostly with a Latin letter in a Cyrillic word. So only words that are Latin but for a few letters
// count, in a text that is mostly Latin, and only if there are as many of them, and as different, as no
// mistake, no name in fancy letters and no language gives (ADR 0245).

#include "words/characters.h"
#include "words/spans.h"

#include <span>
#include <vector>

namespace safelead::words {

/// What stands where a look-alike was: a Latin letter, or a space.
[[nodiscard]] char plain_for(char32_t point);

/// Letters that are not Latin, or in another dress, in words that are. One marker for all of them.
void find_look_alikes(std::span<const Placed> all, std::vector<Span>& spans);

/// Spaces of several widths in turn between words.
void find_odd_spaces(std::span<const Placed> all, std::vector<Span>& spans);

/// Two accents or more on letter after letter, of more kinds than any language has.
void find_marks_in_twos(std::span<const Placed> all, std::vector<Span>& spans);

}  // namespace safelead::words
