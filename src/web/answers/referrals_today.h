#pragma once

// What of referrals stands on today's list, for whoever received one, whoever sent one, and a manager whom
// silence has reached.

#include "app/referrals.h"
#include "web/answers/signing_in.h"
#include "web/site.h"

#include <vector>

namespace safelead::web {

/// Those that this organisation has sent, or means to, and that are not at an end, or go on after it.
struct SentReferrals {
    std::vector<app::ReferralLine> late;       ///< Somebody’s time to answer is over.
    std::vector<app::ReferralLine> form_late;  ///< Drafts whose 24 hours after a call are over.
    std::vector<app::ReferralLine> after_end;  ///< Something came after the end, and nobody has opened it.
    std::vector<app::ReferralLine> in_time;
};
[[nodiscard]] SentReferrals sent_referrals(const Site& site, const Visitor& visitor);

/// What comes before everything else: nobody has answered or somebody's time is over, what was sent to us
/// waits, a form is overdue after a call, something came after the end of one. Empty where there is none of
/// it.
[[nodiscard]] Html referrals_first(const Site& site, const Visitor& visitor, const SentReferrals& sent);

/// Those sent in any case that are neither at an end nor late, for today's list; empty where there are none.
[[nodiscard]] Html referrals_waiting(const Site& site, const SentReferrals& sent);

}  // namespace safelead::web
