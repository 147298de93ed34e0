#pragma once

// For an officer, before an outcome is chosen: each feature that could aggravate it, as the sender's case
// answered it on the day it was sent, and which outcomes are weighed. Nothing is counted, recommended or
// promised (docs/adr/0212).

#include "web/pages/referral_page.h"

#include <string>
#include <utility>
#include <vector>

namespace safelead::web {

/// Heading and words, as a letter has them; empty where nothing was sent for an officer to weigh.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> outcome_help_parts(const Speaker& say,
                                                                                  const ReferralPage& page);

/// The same on the page of whoever received it. Empty for everybody else.
[[nodiscard]] Html outcome_help(const Speaker& say, const ReferralPage& page);

/// "21: Further investigation … (not verified)"; "" for no code.
[[nodiscard]] std::string outcome_words(const Speaker& say,
                                        const std::vector<directory::OutcomeCode>& outcomes,
                                        std::string_view code);

/// Every code that may be given on that day, with what it is and since when.
[[nodiscard]] Html outcome_codes(const Speaker& say, const std::vector<directory::OutcomeCode>& outcomes,
                                 Date day);

}  // namespace safelead::web
