#pragma once

// A referral to an agency without an account: the link and its code, paper, and what is written down of its
// answers.

#include "app/letters.h"
#include "app/shared_links.h"
#include "web/pages/referral_page.h"

#include <optional>
#include <string>

namespace safelead::web {

/// For the sender, on the referral's page.
[[nodiscard]] Html without_account(const FormWriter& form, const ReferralPage& page);

/// What was sent, for secure mail or the post.
[[nodiscard]] app::LetterAsked on_paper(const Speaker& say, const ReferralPage& page);

/// Shown once: the link, and the code that goes another way.
[[nodiscard]] Html made_link_page(const Speaker& say, const app::SharedLink& link, const std::string& address,
                                  const std::string& until, const std::string& back);

/// For whoever was given a link and a code. What they had typed goes with it, where it was.
[[nodiscard]] Html open_link_page(const FormWriter& form, const FormFrame& frame);

enum class WhyNotShown {
    over,     ///< The two hours are over, or the link was taken back.
    crowded,  ///< Too much is going on.
    stopped,  ///< Part of the school's record does not open.
    done,     ///< What was typed is recorded, and can't be shown any more.
};

/// A referral that can't be shown: what was typed is not lost, but stands there, with whom to tell it.
struct NotShown {
    WhyNotShown why;
    std::string pass;  ///< Shows it in a while, unless the link is over.
    std::optional<app::LinkSender> sender;
};

/// What was typed goes along, with another link or, where it can be shown in a while, without one.
[[nodiscard]] Html link_over_page(const FormWriter& form, const FormFrame& frame, const NotShown& not_shown);

}  // namespace safelead::web
