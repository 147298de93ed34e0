#pragma once

#include "app/actor.h"
#include "app/carry_out.h"
#include "app/parts.h"
#include "exchange/view_events.h"

namespace safelead::app {

/// Writes down that somebody reads something: what, who, as what, when. On disk when it is there. The same
/// person reading the same thing (`what`, an id) again within five minutes is the same reading.
[[nodiscard]] Later<Outcome<Kept>> record_view(Parts& parts, Workspace& workspace, const Actor& actor,
                                               std::string_view what, exchange::ViewEvent viewed);

/// The same, each time: for what is never the same reading.
[[nodiscard]] Later<Outcome<Kept>> keep_view(Parts& parts, Workspace& workspace, exchange::ViewEvent viewed);

/// Where a reading that is kept now goes: the day of its entry, which is the log's newest where the clock is
/// behind that. Asked again when it is decided again.
[[nodiscard]] ledger::StreamId stream_of_new_view(const ledger::Log& log, Instant now);

/// What somebody is in the organisation they act for, in the words of `directory`.
[[nodiscard]] std::vector<std::string> role_names(const Actor& actor);

}  // namespace safelead::app
