#pragma once

#include "cli/command_line.h"

#include <iosfwd>

namespace safelead::main {

/// Where a command reads and prints.
struct Streams {
    std::istream& in;
    std::ostream& out;
    std::ostream& errors;
};

/// Carries out what was typed and gives the exit code (cli/exit_codes.h).
/// @throws Unavailable when the world is broken, and WrongUse.
[[nodiscard]] int carry_out(const cli::CommandLine& line, const Streams& streams);

}  // namespace safelead::main
