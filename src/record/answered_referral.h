#pragma once

#include "record/again_events.h"
#include "record/referral.h"

#include <optional>

namespace safelead::record {

/// What a step of a referral says in the case that referred: the agency's decision is an answer there, so
/// that the case can close on it and nobody types it a second time. Nothing for any other step.
[[nodiscard]] std::optional<AgencyAnswered> answer_in_case(const Referral& referral,
                                                           const ReferralStep& step);

}  // namespace safelead::record
