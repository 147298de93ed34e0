#pragma once

// What somebody typed for a referral that can no longer be sent: a step that somebody else took first, a
// draft that was sent meanwhile. It is shown back, so that nothing is lost.

#include "web/pages/referral_page.h"

namespace safelead::web {

/// Everything that was typed and has no form on this page any more: what was sent just now, and what was kept
/// before a time-out. It has the id that the form had, so that whatever leads there still does.
[[nodiscard]] Html typed_not_recorded(const FormWriter& form, const ReferralPage& page);

/// What was typed in the draft while somebody else changed it, beside the form, which has what is kept now.
[[nodiscard]] Html typed_beside(const Speaker& say, const ReferralPage& page);
inline constexpr std::string_view beside_place = "typed-beside";

/// What was typed in the form of a draft, field by field. Of `unlike`, what says the same is left out.
[[nodiscard]] Html typed_draft(const Speaker& say, const FormFields& typed, const FormFields& unlike = {});

}  // namespace safelead::web
