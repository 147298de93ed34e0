#pragma once

#include "record/again_events.h"
#include "record/referral.h"
#include "record/referrals_stand.h"

#include <optional>

namespace safelead::record {

/// What the steps after `after` of a referral say in the case that referred: the agency's decision is an
/// answer there, so that the case can close on it and nobody types it a second time. Of several, the last;
/// nothing where there is none.
[[nodiscard]] std::optional<AgencyAnswered> answer_in_case(const Referral& referral, int after);

/// Whether the agency has said what becomes of it, or it is at an end: nobody waits for a first answer.
[[nodiscard]] bool is_answered(ReferralState state);

/// Whether it can be that no agency has it: only the whole referral tells.
[[nodiscard]] bool may_be_with_nobody(ReferralState state);

/// Adds one that was sent to what is known of its case's referrals.
void add_standing(ReferralsStand& stand, const Referral& referral);

}  // namespace safelead::record
