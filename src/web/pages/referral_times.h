#pragma once

// By when a referral, or an answer to it, is due, and whose rule that is.

#include "web/pages/referral_page.h"

namespace safelead::web {

/// When the form is due after a call, where there was one.
[[nodiscard]] Html form_clock(const Speaker& say, const ReferralPage& page);

/// Who is waited for, and until when; empty where nobody is.
[[nodiscard]] Html clock_words(const Speaker& say, const ReferralPage& page);

}  // namespace safelead::web
