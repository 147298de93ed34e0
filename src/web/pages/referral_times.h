#pragma once

// By when a referral, or an answer to it, is due, and whose rule that is.

#include "web/pages/referral_page.h"

namespace safelead::web {

/// As everything about a referral says it.
[[nodiscard]] std::string in_words(const directory::Zone& zone, Instant at);

/// Of silence, for a tag: what has not been done, and who sees it. `to` is empty where the other agency has
/// no account, and so nobody there does.
[[nodiscard]] Phrase silence_words(record::Alarm how_loud, const OrganisationId& to,
                                   record::ReferralState state);

/// When the form is due after a call, where there was one.
[[nodiscard]] Html form_clock(const Speaker& say, const ReferralPage& page);

/// Who is waited for, and until when; empty where nobody is.
[[nodiscard]] Html clock_words(const Speaker& say, const ReferralPage& page);

}  // namespace safelead::web
