#pragma once

// How long something may take, as packs and areas write it.

#include "directory/working_time.h"
#include "exchange/json_tree.h"
#include "guidance/pack.h"

namespace safelead::exchange {

/// The member "deadline": "immediately", "same_school_day", "hours 24", "working_hours 4", "working_days 1"
/// or "days 5".
[[nodiscard]] Result<guidance::Deadline, FieldFault> read_deadline(MemberReader& members);

/// The same, as the calendar counts it.
[[nodiscard]] directory::Deadline for_calendar(const guidance::Deadline& deadline);

}  // namespace safelead::exchange
