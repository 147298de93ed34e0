#pragma once

#include "app/new_ids.h"
#include "app/parts.h"
#include "directory/working_time.h"
#include "record/case_commands.h"

namespace safelead::app {

/// When a step that is called for at `from` is due, by the clock and the calendar: in the guidance's time, or
/// in the area's own where that is sooner. The source is that of the time taken.
[[nodiscard]] record::StepDue due(const directory::WorkingTime& calendar, const directory::Arrangements* area,
                                  Instant from, const guidance::Step& step);

/// What record::decide needs to know besides the case: the time, the editions, and ids for tasks that are the
/// same when the command is sent again. Nothing if the edition of the case is not in the guidance folder any
/// more. `parts` and `ids` outlive it.
[[nodiscard]] std::optional<record::Circumstances> circumstances(const Parts& parts, const NewIds& ids,
                                                                 const directory::Arrangements* area,
                                                                 std::string_view edition, Instant now);

}  // namespace safelead::app
