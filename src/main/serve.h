#pragma once

#include "app/safelead.h"
#include "cli/command_line.h"
#include "main/carry_out_command.h"

#include <filesystem>

namespace safelead::main {

/// Serves until SIGTERM or SIGINT, then finishes what is under way and stops.
/// @throws Unavailable when the address is taken, or the data or a certificate is not as it should be.
[[nodiscard]] int serve(const cli::Serve& asked, const std::filesystem::path& guidance,
                        const Streams& streams);

/// Nothing may be written to a record whose end is missing: it could not be joined to the newer copy again.
/// @throws Unavailable, saying what is missing and what to do.
void refuse_lost_ends(app::Safelead& safelead);

}  // namespace safelead::main
