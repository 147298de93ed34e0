#pragma once

#include "web/html/html.h"

#include <string>

namespace safelead::web {

/// What a page says, as plain text: each item of a list on a line of its own. For what leaves the program as
/// text, and for looking for names in it.
[[nodiscard]] std::string plain_words(const Html& html);

}  // namespace safelead::web
