#pragma once

#include "words/characters.h"
#include "words/spans.h"

#include <span>
#include <string_view>
#include <vector>

namespace safelead::words {

/// Bytes of `text` (valid UTF-8) in which something is hidden among characters that nobody sees, or written
/// in characters that nobody writes: zero-width marks, private use, scripts mixed letter by letter, white
/// space at the ends of lines. In order, none overlapping another.
[[nodiscard]] std::vector<Span> find_hidden(std::string_view text);

/// Of those, what is written in characters that are seen, and in more kinds of them, or other ones, than
/// anybody writes.
void find_unwritten(std::span<const Placed> all, std::vector<Span>& spans);

}  // namespace safelead::words
