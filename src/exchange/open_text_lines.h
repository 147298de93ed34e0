#pragma once

// The words of one line of an open text: strong words, links, numbers of the past.

#include "exchange/open_text_reader.h"

#include <string>

namespace safelead::exchange {

/// `**strong**` and `[words](target)` read, with what the directory knows put in; or what is wrong, in a
/// sentence.
[[nodiscard]] Result<guidance::Line, std::string> parse_line(std::string_view words, const Numbers& numbers);

}  // namespace safelead::exchange
