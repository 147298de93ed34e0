#pragma once

#include "cli/command_line.h"

#include <filesystem>
#include <iosfwd>

namespace safelead::cli {

/// `safelead guidance export-dmn`: the edition as DMN on `out`, or in the file that was named; or one
/// sentence on `errors`. Returns the exit code.
/// @throws Unavailable when the file cannot be written.
[[nodiscard]] int export_dmn(const GuidanceExportDmn& asked, const std::filesystem::path& guidance,
                             std::ostream& out, std::ostream& errors);

}  // namespace safelead::cli
