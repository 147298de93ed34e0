#pragma once

// What was typed in the forms of a referral and never sent: it is there again in each of them.

#include "web/pages/referral_page.h"
#include "web/site.h"

#include <optional>
#include <vector>

namespace safelead::web {

/// Of every step that this side could ever take, and of the draft once it is none: a form that is gone has
/// its typing still. While it is a draft, only why it is to be discarded: its own form shows its own typing.
[[nodiscard]] std::vector<KeptTyping> typed_before(Site& site, const Visitor& visitor,
                                                   const app::ReferralView& view,
                                                   const std::optional<record::Reference>& of);

/// One notice for each of them, leading to it. `sent` is what came just now: it stands in the place of what
/// was kept.
[[nodiscard]] Html kept_notices(const Site& site, const Visitor& visitor, const Request& request,
                                const ReferralPage& page, const FormFields& sent);

/// What was wrong, leading to the form; where that is gone, only that it is.
[[nodiscard]] FormErrors leading_to_form(FormErrors errors, const ReferralPage& page, const FormFields& sent);

}  // namespace safelead::web
