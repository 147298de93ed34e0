#pragma once

#include "app/who_to_ring.h"
#include "cli/command_line.h"
#include "directory/local_time.h"

#include <iosfwd>

namespace safelead::cli {

/// Prints whom staff ring, 999 first, with what is open at `options.at` (what a clock in England shows; `now`
/// if empty). An empty area means the only one there is. An option that makes no sense is one sentence on
/// `err`. Gives the exit code.
int who_to_ring(const WhoToRing& options, const app::LocalGuidance& guidance, directory::WallTime now,
                std::ostream& out, std::ostream& err);

}  // namespace safelead::cli
