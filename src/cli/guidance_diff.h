#pragma once

#include "cli/command_line.h"

#include <filesystem>
#include <iosfwd>

namespace safelead::cli {

/// `safelead guidance diff`: what changed, in sentences, and the smallest facts on which the category or
/// route differs. Returns the exit code: 0 whether or not anything changed.
/// @throws Unavailable when the packs cannot be read.
[[nodiscard]] int diff_guidance(const GuidanceDiff& asked, const std::filesystem::path& guidance,
                                std::ostream& out, std::ostream& errors);

}  // namespace safelead::cli
