#pragma once

#include "cli/command_line.h"

#include <filesystem>
#include <iosfwd>

namespace safelead::cli {

/// `safelead advise`: one line of advice for each facts object on `out`; or one sentence on `errors` and
/// nothing on `out`. A file called "-" is `in`. Returns the exit code.
[[nodiscard]] int advise(const Advise& asked, const std::filesystem::path& guidance, std::istream& in,
                         std::ostream& out, std::ostream& errors);

}  // namespace safelead::cli
