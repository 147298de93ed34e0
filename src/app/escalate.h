#pragma once

#include "app/safelead.h"
#include "base/later.h"

namespace safelead::app {

/// Passes every report of danger that nobody has read in time to the next person up, at any hour of any day.
/// Called every few seconds by a timer; what it did is in the record, so a restart changes nothing. Gives how
/// many it passed on.
[[nodiscard]] Later<std::size_t> escalate_unread(Safelead& safelead);

}  // namespace safelead::app
