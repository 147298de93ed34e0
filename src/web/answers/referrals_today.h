#pragma once

// What of referrals stands on today's list, for whoever received one, whoever sent one, and a manager whom
// silence has reached.

#include "web/answers/signing_in.h"
#include "web/site.h"

namespace safelead::web {

/// What comes before everything else: nobody has answered, what was sent to us waits, a form is overdue after
/// a call. Empty where there is none of it.
[[nodiscard]] Html referrals_first(const Site& site, const Visitor& visitor);

/// Those sent in any case that are not at an end, for today's list; empty where there are none.
[[nodiscard]] Html referrals_waiting(const Site& site, const Visitor& visitor);

}  // namespace safelead::web
