#pragma once

// An overdue task reaches the next person up.

#include "app/carry_out.h"
#include "app/workspace.h"

#include <optional>
#include <vector>

namespace safelead::app {

class Parts;

/// Passes up every task in the organisation's open cases that is overdue and has not gone up yet. What was to
/// be done at once goes up after a quarter of an hour, as unread danger does (ADR 0045, 0127).
[[nodiscard]] std::vector<Later<Outcome<Kept>>> pass_up_tasks(Parts& parts, Workspace& workspace,
                                                              Instant now);

/// When the next one goes up, if nothing else happens. Where one is overdue and there was nobody above: when
/// it is time to look for somebody again.
[[nodiscard]] std::optional<Instant> next_task_up(Workspace& workspace, Instant now);

}  // namespace safelead::app
