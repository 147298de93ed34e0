#pragma once

// What stands in the forms of a draft of a referral, where two people may write in it.

#include "web/pages/referral_page.h"
#include "web/site.h"

namespace safelead::web {

struct DraftTyping {
    FormFields fields;  ///< In the form.
    FormFields beside;  ///< To be read beside it.
    bool restored = false;
};

/// `typed` just now; else what was kept, or what the draft says. Where somebody else has changed the draft
/// since, its form has what it says now, and the other stands beside it and is kept.
[[nodiscard]] DraftTyping draft_typing(Site& site, const Visitor& visitor, const record::Reference& of,
                                       const app::ReferralView& now, const FormFields& typed);

/// What is wrong then, leading to what they typed.
[[nodiscard]] FormErrors changed_beside();

/// Why it is to be discarded: as it was sent just now, or kept. Both outlive it.
[[nodiscard]] const FormFields& discarding_typed(const ReferralPage& page, const FormFields& typed);

}  // namespace safelead::web
