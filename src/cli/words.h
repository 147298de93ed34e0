#pragma once

#include "cli/command_line.h"

#include <iosfwd>

namespace safelead::cli {

/// `safelead words FILE`: the words of a document on `out`, exactly as every way in would take them; or one
/// sentence on `errors`. 0 for words, 1 for a refusal. Needs no record.
/// @throws Unavailable when the file cannot be read.
[[nodiscard]] int print_words(const Words& asked, std::istream& in, std::ostream& out, std::ostream& errors);

}  // namespace safelead::cli
