#pragma once

// How long whoever is waited for in a referral has: the time of their area, where that is sooner than the
// guidance's. docs/adr/0206.

#include "app/parts.h"
#include "directory/referral_clock.h"
#include "record/referral.h"

#include <vector>

namespace safelead::app {

/// The clock that begins at `from` for `answers`, which is not the program. Whoever has no account works
/// where the sender does, as far as is known here.
[[nodiscard]] directory::AnswerClock clock_for(Parts& parts, record::Side answers,
                                               const OrganisationId& sender, const record::Agency& receiver,
                                               Instant from);

/// Which times of an area the clock goes by that runs in it now; none where it is the guidance's, or where
/// the area has said something else since it began.
[[nodiscard]] std::vector<directory::Timescale> times_gone_by(Parts& parts, const record::Referral& referral);

/// Whether an answer is due when it would be in no area.
[[nodiscard]] bool runs_one_working_day(Parts& parts, const record::Referral& referral);

}  // namespace safelead::app
