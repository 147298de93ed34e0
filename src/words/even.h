#pragma once

#include "words/spans.h"

#include <string_view>
#include <vector>

namespace safelead::words {

/// Whatever it is cut into and whatever stands between: a stretch long enough to tell (about 300 bytes)
/// whose letters, or numbers, are spread evenly over the whole of a small alphabet. No language is, nor
/// marks, registers and telephone numbers; data always is. Words that come again and again ("Mark:"), and
/// numbers that count the lines, are passed over.
void find_even(std::string_view letters, std::vector<Span>& spans);

}  // namespace safelead::words
