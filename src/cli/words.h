#pragma once

#include "cli/command_line.h"

#include <iosfwd>

namespace safelead::cli {

/// `safelead words FILE`: the words of a document on `out`, exactly as every way in would take them; or one
/// sentence on `errors`. 0 for words, 1 for a refusal or a file that can't be read. Needs no record.
/// @throws Unavailable when `out` did not take them all.
[[nodiscard]] int print_words(const Words& asked, std::istream& in, std::ostream& out, std::ostream& errors);

}  // namespace safelead::cli
