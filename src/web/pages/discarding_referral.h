#pragma once

// Letting a draft of a referral go: it is never sent, and its record says why.

#include "web/pages/referral_page.h"

namespace safelead::web {

/// Asks for the reason.
[[nodiscard]] Html discard_form(const FormWriter& form, const ReferralPage& page);

}  // namespace safelead::web
