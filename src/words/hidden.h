#pragma once

#include "words/spans.h"

#include <string_view>
#include <vector>

namespace safelead::words {

/// Bytes of `text` (valid UTF-8) in which something is hidden among characters that nobody sees, or written
/// in characters that nobody writes: zero-width marks, private use, scripts mixed letter by letter, white
/// space at the ends of lines. In order, none overlapping another.
[[nodiscard]] std::vector<Span> find_hidden(std::string_view text);

}  // namespace safelead::words
