#pragma once

#include "cli/command_line.h"

#include <filesystem>
#include <iosfwd>

namespace safelead::cli {

/// `safelead guidance check`: proves the packs in the folder that was named, or else in `guidance`. Prints
/// the facts that reach each category and route, and all that is not as it must be. 0 if everything holds, 1
/// if not.
/// @throws Unavailable when the packs cannot be read.
[[nodiscard]] int check_guidance(const GuidanceCheck& asked, const std::filesystem::path& guidance,
                                 std::ostream& out, std::ostream& errors);

}  // namespace safelead::cli
