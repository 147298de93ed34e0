#pragma once

// What has to be true before a case is closed. The page shows each of them met or not; closing looks at the
// same list.

#include "decision/evaluate.h"
#include "record/case_commands.h"
#include "record/referrals_stand.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::record {

enum class ClosingNeed {
    decided,          ///< A decision stands, and the advice has not risen above it.
    signed_off,       ///< Its second person, where it needs one.
    looked_at_again,  ///< Somebody decided since something new was recorded.
    unknowns_said,    ///< Nothing that could raise the route is left without a reason.
    agency_has_it,    ///< A criterion is met: an agency has it, or gave it back.
    agency_answered,  ///< Each that it was referred to answered, or was chased.
    sent_on,          ///< Each that was another agency's was sent there, or is at an end.
    tasks_settled,    ///< Each done, or dropped with why.
    plans_reviewed,   ///< The reviews of support plans, likewise.
    viewings_signed,  ///< The three signatures of each viewing.
};

struct ClosingCriterion {
    ClosingNeed need;
    std::optional<CaseRefused> not_met;  ///< Why it is not met; nothing where it is.
    std::vector<std::string> about;      ///< Facts, tasks, or the names of agencies.
};

/// All of them, in the order in which they are to be seen to. `referrals`: how those sent from here stand
/// (record/answered_referral.h); one that is not in it was recorded by hand.
[[nodiscard]] std::vector<ClosingCriterion> closing_criteria(const Case& of, const guidance::Pack& pack,
                                                             const decision::Advice& now,
                                                             const ReferralsStand& referrals);

}  // namespace safelead::record
