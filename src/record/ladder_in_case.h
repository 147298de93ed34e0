#pragma once

#include "record/case_commands.h"
#include "record/referral.h"

#include <optional>

namespace safelead::record {

/// What the steps after `after` of a referral mean for the case that referred, where they are about what is
/// not agreed: that somebody's time for a step of the ladder runs there, or runs no more. Nothing where none
/// is.
[[nodiscard]] std::optional<FollowLadder> ladder_in_case(const Referral& referral, int after);

}  // namespace safelead::record
