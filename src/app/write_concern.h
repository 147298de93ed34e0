#pragma once

#include "app/carry_out.h"
#include "app/workspace.h"

namespace safelead::app {

/// Decides `command` on the concern as it is now, and adds what comes of it to `writing`.
[[nodiscard]] Outcome<Done> write_concern(Writing& writing, Workspace& workspace,
                                          const record::ConcernId& concern,
                                          const record::ConcernCommand& command);

}  // namespace safelead::app
