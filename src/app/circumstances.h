#pragma once

#include "app/new_ids.h"
#include "app/parts.h"
#include "record/case_commands.h"

namespace safelead::app {

/// When a step is due, by the clock and the calendar.
[[nodiscard]] Instant due(const Parts& parts, Instant from, const guidance::Deadline& deadline);

/// What record::decide needs to know besides the case: the time, the editions, and ids for tasks that are the
/// same when the command is sent again. Nothing if the edition of the case is not in the guidance folder any
/// more. `parts` and `ids` outlive it.
[[nodiscard]] std::optional<record::Circumstances> circumstances(const Parts& parts, const NewIds& ids,
                                                                 std::string_view edition, Instant now);

}  // namespace safelead::app
