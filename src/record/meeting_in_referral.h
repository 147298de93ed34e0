#pragma once

// A strategy meeting of the sender's case, told to an agency that a child of it is referred to; and what that
// agency says became of what it took on, back in the case. docs/adr/0219.

#include "record/case.h"
#include "record/referral.h"

#include <optional>
#include <vector>

namespace safelead::record {

/// As the case has it: nothing where there is no such meeting, where an action is not there, or where the
/// meeting was recorded before each who attended was named with their agency.
[[nodiscard]] std::optional<MeetingTold> meeting_to_tell(const Case& of, int meeting,
                                                         const std::vector<int>& actions);

/// Meetings that can be told, and what was taken on at any.
[[nodiscard]] std::vector<StrategyMeetingHeld> meetings_to_tell(const Case& of);
[[nodiscard]] std::vector<ActionAgreed> actions_agreed(const Case& of);

/// What the steps after `after` of a referral answer in the case: of an action that was answered several
/// times, the last.
[[nodiscard]] std::vector<ActionAnswered> actions_answered_in_case(const Referral& referral, int after);

}  // namespace safelead::record
