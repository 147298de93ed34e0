#pragma once

// The ladder on which two agencies settle what they do not agree on: how it stands, and its next step.
// docs/adr/0218.

#include "web/pages/referral_page.h"

#include <string>
#include <string_view>

namespace safelead::web {

/// The words of a rung; of one that the ladder no longer has, its id.
[[nodiscard]] std::string rung_words(const std::vector<directory::Rung>& ladder, std::string_view id);

/// For both sides, while something is not agreed: on which step, who is to answer, and whether the time for
/// that is over. Empty otherwise.
[[nodiscard]] Html ladder_standing(const Speaker& say, const ReferralPage& page);

/// Which step is taken, between whom, and why it is not the next.
[[nodiscard]] Html ladder_fields(const FormWriter& form, const ReferralPage& page);

/// How the side of that page may end what it does not agree with.
[[nodiscard]] record::MayEnd may_end_here(const ReferralPage& page);

/// How it ends; only where it may.
[[nodiscard]] Html ending_fields(const FormWriter& form, const ReferralPage& page);

}  // namespace safelead::web
