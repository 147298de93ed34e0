#pragma once

// What has come of a referral, and the forms of what can be done next.

#include "web/pages/referral_page.h"

#include <vector>

namespace safelead::web {

/// Every step, the oldest first.
[[nodiscard]] Html what_has_come(const Speaker& say, const ReferralPage& page);

/// One form for each step that this side may take now.
[[nodiscard]] Html step_forms(const FormWriter& form, const ReferralPage& page);

/// What was typed in one of those forms, to be read and copied; empty where nothing was. `agencies` are those
/// that it offered.
[[nodiscard]] Html typed_step(const Speaker& say, const FormFields& typed,
                              const std::vector<app::AgencyHere>& agencies);

}  // namespace safelead::web
