#pragma once

// What has come of a referral.

#include "web/pages/referral_page.h"

namespace safelead::web {

/// Every step, the oldest first.
[[nodiscard]] Html what_has_come(const Speaker& say, const ReferralPage& page);

}  // namespace safelead::web
