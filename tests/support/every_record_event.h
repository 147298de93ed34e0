#pragma once

// One event of each type that the record knows, with every field filled and no two alike, so that a field
// that is lost or swapped shows.

#include "record/case_events.h"
#include "record/child_events.h"
#include "record/concern_events.h"
#include "record/conversation_events.h"
#include "record/referral_events.h"

#include <vector>

namespace safelead::tests {

[[nodiscard]] std::vector<record::ChildEvent> every_child_event();
[[nodiscard]] std::vector<record::ConcernEvent> every_concern_event();
[[nodiscard]] std::vector<record::CaseEvent> every_case_event();
[[nodiscard]] std::vector<record::ConversationEvent> every_conversation_event();
[[nodiscard]] std::vector<record::NameEvent> every_name_event();
[[nodiscard]] std::vector<record::ReferralEvent> every_referral_event();

}  // namespace safelead::tests
