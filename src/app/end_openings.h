#pragma once

#include "app/carry_out.h"
#include "app/workspace.h"

#include <optional>
#include <vector>

namespace safelead::app {

class Parts;

/// Ends what was opened by force and whose time is over: in the record, as it began there.
[[nodiscard]] std::vector<Later<Outcome<Kept>>> end_openings(Parts& parts, Workspace& workspace, Instant now);

/// When the next one ends.
[[nodiscard]] std::optional<Instant> next_opening_end(Workspace& workspace);

}  // namespace safelead::app
