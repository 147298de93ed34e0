#pragma once

#include "words/characters.h"
#include "words/spans.h"

#include <span>
#include <string_view>
#include <vector>

namespace safelead::words {

/// Whatever it is cut into and whatever stands between: a stretch long enough to tell (about 300 bytes)
/// whose letters, or numbers, are spread evenly over the whole of a small alphabet. No language is, nor
/// marks, registers and telephone numbers; data always is. Words that come again and again ("Mark:"), and
/// numbers that count the lines, are passed over.
void find_even(std::string_view letters, std::vector<Span>& spans);

/// The same, of a text's characters as they are, for letters that are not Latin and for emoji: where they are
/// spread evenly over 8 to 300 kinds.
void find_even_characters(std::span<const Placed> all, std::vector<Span>& spans);

}  // namespace safelead::words
