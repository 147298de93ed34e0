#pragma once

#include "app/safelead.h"
#include "base/later.h"

#include <cstddef>

namespace safelead::app {

struct PassedOn {
    std::size_t reports = 0;
    std::size_t tasks = 0;
};

/// Passes every report of danger that nobody has read in time, and every task that is overdue, to the next
/// person up, at any hour of any day. Called every few seconds by a timer; what it did is in the record, so a
/// restart changes nothing. What could not be kept is tried again the next time.
/// @throws what was wrong with the first organisation that could not be served (Unavailable where its record
/// can't be read): the others were served before.
[[nodiscard]] Later<PassedOn> escalate_unread(Safelead& safelead);

}  // namespace safelead::app
