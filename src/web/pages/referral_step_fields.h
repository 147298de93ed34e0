#pragma once

// What the form of a step asks, beside its words.

#include "web/forms/form_writer.h"
#include "web/pages/referral_page.h"

#include <vector>

namespace safelead::web {

/// Nothing where the words are enough.
[[nodiscard]] Html step_fields(const FormWriter& form, const ReferralPage& page, record::StepKind kind);

/// As what the police may record a child.
[[nodiscard]] std::vector<Choice> recorded_as_choices(const Speaker& say);

}  // namespace safelead::web
