#pragma once

// A referral to an agency without an account: the link and its code, paper, and what is written down of its
// answers.

#include "app/letters.h"
#include "app/shared_links.h"
#include "web/pages/referral_page.h"

#include <string>

namespace safelead::web {

/// For the sender, on the referral's page.
[[nodiscard]] Html without_account(const FormWriter& form, const ReferralPage& page);

/// What was sent, for secure mail or the post.
[[nodiscard]] app::LetterAsked on_paper(const Speaker& say, const ReferralPage& page);

/// Shown once: the link, and the code that goes another way.
[[nodiscard]] Html made_link_page(const Speaker& say, const app::SharedLink& link, const std::string& address,
                                  const std::string& until, const std::string& back);

/// For whoever was given a link and a code.
[[nodiscard]] Html open_link_page(const FormWriter& form, const FormFrame& frame);

}  // namespace safelead::web
