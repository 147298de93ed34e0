#pragma once

// What has to be true before a case is closed. The page shows each of them met or not; closing looks at the
// same list.

#include "decision/evaluate.h"
#include "record/case_commands.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace safelead::record {

enum class ClosingNeed {
    decided,          ///< A decision stands, and the advice has not risen above it.
    signed_off,       ///< Its second person, where it needs one.
    looked_at_again,  ///< Somebody decided since something new was recorded.
    unknowns_said,    ///< Nothing that could raise the route is left without a reason.
    agency_has_it,    ///< A criterion is met: it was referred, or an agency gave it back.
    agency_answered,  ///< Each that it was referred to answered, or was chased.
    tasks_settled,    ///< Each done, or dropped with why.
    plans_reviewed,   ///< The reviews of support plans, likewise.
    viewings_signed,  ///< The three signatures of each viewing.
};

struct ClosingCriterion {
    ClosingNeed need;
    std::optional<CaseRefused> not_met;  ///< Why it is not met; nothing where it is.
    std::vector<std::string> about;      ///< Facts, tasks, or the names of agencies.
};

/// All of them, in the order in which they are to be seen to. `settled`: references of the referrals sent
/// from here that were decided there or are at an end (record/answered_referral.h).
[[nodiscard]] std::vector<ClosingCriterion> closing_criteria(const Case& of, const guidance::Pack& pack,
                                                             const decision::Advice& now,
                                                             std::span<const std::string> settled = {});

}  // namespace safelead::record
