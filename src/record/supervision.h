#pragma once

// Whether a note of a supervision may be kept as it stands.

#include "record/case_commands.h"
#include "record/supervision_events.h"

namespace safelead::record {

/// It was somebody else who supervised, something was agreed, and whoever writes was there.
[[nodiscard]] Result<Done, CaseRefusal> check_supervision(const SupervisionHeld& held, Date today);

}  // namespace safelead::record
