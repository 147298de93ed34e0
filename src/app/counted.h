#pragma once

// What of a case is counted, and the figures made of it: docs/formats/facts.md.

#include "app/actor.h"
#include "app/not_done.h"
#include "base/later.h"
#include "directory/local_time.h"
#include "directory/partnership.h"
#include "insight/tally.h"
#include "record/case.h"
#include "record/referral.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::app {

class Safelead;

/// Nothing that is made up for practice is ever counted.
[[nodiscard]] bool is_counted(const directory::Partnership& partnership, const OrganisationId& organisation);

/// What is counted of `event`, which is about to happen to `of`: a case that begins, its first decision, its
/// first closing. Nothing of what is corrected, decided anew or opened again: an incident is counted once.
[[nodiscard]] std::optional<insight::Fact> fact_of(const record::Case& of, const record::CaseEvent& event,
                                                   Instant now, const directory::Zone& zone);

/// What is counted of `event`, which is about to happen to a referral in the record of whoever sends it: that
/// it is sent, and the first disagreement on it. Nothing in the record of whoever it is sent to.
[[nodiscard]] std::optional<insight::Fact> fact_of(const record::Referral& of,
                                                   const record::ReferralEvent& event, Instant now,
                                                   const directory::Zone& zone);

struct FiguresCounted {
    std::vector<insight::TermFigures> terms;                        ///< The newest first.
    insight::Disclosure disclosure = insight::Disclosure::rounded;  ///< How exactly they are said.
    std::uint64_t not_read =
        0;  ///< Facts that did not open or are of a later version; or cases that do not open.
};

/// Of the actor's own organisation, on a worker. For those who read cases exact, of those that they may read,
/// as far as those are there still; for others rounded, of all that was ever counted.
[[nodiscard]] Later<Outcome<FiguresCounted>> own_figures(Safelead& safelead, const Actor& actor);

/// Of all schools together, rounded. On a worker, which reads every fact that was ever counted.
[[nodiscard]] Later<Outcome<FiguresCounted>> partnership_figures(Safelead& safelead, const Actor& actor);

/// The same for the operator's command. What it costs grows with what was ever counted.
[[nodiscard]] FiguresCounted figures_of_partnership(Safelead& safelead);
[[nodiscard]] std::string to_json(const FiguresCounted& counted);

}  // namespace safelead::app
