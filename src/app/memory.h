#pragma once

// What of the record is in memory: one organisation at a time, read by a worker when somebody of it comes,
// put out again when others need the room.

#include "app/actor.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"

namespace safelead::app {

/// When it is there, the organisation of whoever asks is in memory, and what they ask for next does not wait
/// for it. Crowded when too many are waited for.
[[nodiscard]] Later<Outcome<Done>> ready(Safelead& safelead, const Actor& actor);

/// The same for whoever comes to it without an account.
[[nodiscard]] Later<Outcome<Done>> ready(Safelead& safelead, const OrganisationId& organisation);

/// Writes the snapshots that are due, and puts out what there is no room for. Waits for the disk: for a
/// timer.
void look_after_memory(Safelead& safelead);

}  // namespace safelead::app
