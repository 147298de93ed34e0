#pragma once

#include "cli/command_line.h"
#include "main/carry_out_command.h"

#include <filesystem>

namespace safelead::main {

/// Serves until SIGTERM or SIGINT, then finishes what is under way and stops.
/// @throws Unavailable when the address is taken, or the data or a certificate is not as it should be.
[[nodiscard]] int serve(const cli::Serve& asked, const std::filesystem::path& guidance,
                        const Streams& streams);

}  // namespace safelead::main
