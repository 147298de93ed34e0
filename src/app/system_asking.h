#pragma once

#include "app/systems.h"

namespace safelead::app {

/// What `access` says, as it is answered: a missing scope is told of, all else is not there.
[[nodiscard]] Answered<Done> allow_system(const CallingSystem& system, access::SystemAction action,
                                          const access::SystemSubject& subject);

}  // namespace safelead::app
