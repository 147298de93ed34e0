#pragma once

// The forms of what can be done next with a referral.

#include "web/pages/referral_page.h"

namespace safelead::web {

/// One form for each step that this side may take now.
[[nodiscard]] Html step_forms(const FormWriter& form, const ReferralPage& page);

/// Whether either side may take such a step: the page of a sender who writes down for the other has two forms
/// of it.
[[nodiscard]] bool is_of_either_side(record::StepKind kind);

/// Whether the page has the form of that step, so that what is typed in it can be sent.
[[nodiscard]] bool has_form(const ReferralPage& page, std::string_view word);

/// What the form of that step is called; of no step, the draft.
[[nodiscard]] Html title_of_step(const Speaker& say, std::string_view word);

}  // namespace safelead::web
