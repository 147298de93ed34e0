#pragma once

#include "app/carry_out.h"
#include "app/report_concern.h"

#include <functional>

namespace safelead::app {

/// What else is written with a report, in the same append.
using WriteAlso = std::function<Outcome<Done>(Writing& writing, const record::ConcernId& concern)>;

/// As report_concern.
[[nodiscard]] Later<Outcome<Reported>> report_concern_and(Safelead& safelead, const Actor& actor,
                                                          const CommandId& command, Report report,
                                                          WriteAlso also);

}  // namespace safelead::app
