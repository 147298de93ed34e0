#pragma once

// Notes of supervision: each stands in a stream of its own lead, sealed, and in no case. Seen by whoever was
// in it and by the head (access).

#include "app/actor.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"
#include "record/supervision_events.h"

#include <string>
#include <vector>

namespace safelead::app {

struct Supervision {
    record::SupervisionHeld held;
    Instant at;  ///< When it was written down.
    std::string lead;
    std::string supervisor;
    std::string by;
};

struct Colleague {
    PersonId person;
    std::string name;
};

struct Supervisions {
    std::vector<Supervision> notes;      ///< That the actor may read, the newest first.
    std::vector<Colleague> leads;        ///< Whose supervision can be written down by the actor.
    std::vector<Colleague> supervisors;  ///< Everybody on the staff who could have supervised.
};

[[nodiscard]] Outcome<Supervisions> supervisions(Safelead& safelead, const Actor& actor);

/// How many parts carried data and were not kept.
[[nodiscard]] Later<Outcome<std::size_t>> record_supervision(Safelead& safelead, const Actor& actor,
                                                             const CommandId& command,
                                                             record::SupervisionHeld held);

}  // namespace safelead::app
