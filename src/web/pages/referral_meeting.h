#pragma once

// A strategy meeting on the page of a referral: what an agency is told of it, and its answers to what it took
// on. docs/adr/0219.

#include "web/html/components.h"
#include "web/pages/referral_page.h"

namespace safelead::web {

/// The rows of a step that tells of a meeting, or answers an action; none for any other.
void add_meeting(const Speaker& say, const ReferralPage& page, SummaryList& list,
                 const record::StepSaid& said);

/// Which meeting of the case, and which actions are theirs.
[[nodiscard]] Html meeting_fields(const FormWriter& form, const ReferralPage& page);

/// What may have become of an action.
[[nodiscard]] std::vector<Choice> came_choices(const Speaker& say);

/// Which of their actions, and what became of it.
[[nodiscard]] Html reply_fields(const FormWriter& form, const ReferralPage& page);

}  // namespace safelead::web
