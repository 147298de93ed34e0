#pragma once

// A referral, as its sender and as its receiver see it.

#include "app/referrals.h"
#include "web/forms/form_writer.h"

#include <functional>
#include <string>
#include <vector>

namespace safelead::web {

/// Whose steps the forms of a page are.
enum class Answering {
    own,           ///< Of whoever looks.
    written_down,  ///< Of an agency without an account, written down by the sender.
    by_link,       ///< Of an agency without an account, by somebody who opened a link.
};

/// What was typed in one of the forms and never sent: in that of the step its `kind` names; without one, in
/// the draft.
struct KeptTyping {
    std::string draft;  ///< Under what name it is kept.
    FormFields fields;
};

struct ReferralPage {
    const app::ReferralView& view;
    const directory::Zone& zone;
    std::string address;  ///< Of this page.
    std::string csrf_token;
    std::string command;
    std::string draft_of;  ///< The case; empty on the receiver's side.
    Answering answering = Answering::own;
    std::string pass = {};              ///< Of whoever opened a link.
    std::vector<KeptTyping> kept = {};  ///< Of whoever looks; from before a time-out.
    FormFields beside = {};             ///< Typed in the draft while somebody else changed it.
};

/// Choosing to whom, and which children.
struct NewReferralPage {
    std::vector<app::AgencyHere> agencies;
    std::vector<Choice> children;
    std::vector<app::HomeOf> homes;  ///< Of those of them of whom it is known.
    std::vector<std::string> areas;  ///< Whose front doors are described on pages of their own.
    std::string follows;             ///< The reference of the one that was redirected; empty if none was.
    std::optional<record::ReferralStep> redirected;  ///< What its receiver said, if they redirected it.
    record::NoticeNeeded notice;                     ///< Before an officer is rung.
    FormFrame frame;
    std::string case_address;
};
[[nodiscard]] Html new_referral_page(const FormWriter& form, const NewReferralPage& page);

/// A draft, to be written. `discarding`: the form that lets it go.
[[nodiscard]] Html draft_referral_page(const FormWriter& form, const FormWriter& discarding,
                                       const ReferralPage& page);

/// A draft that was discarded: by whom and why, and what it said.
[[nodiscard]] Html discarded_referral_page(const FormWriter& form, const ReferralPage& page);

/// A draft, to be read through and sent.
[[nodiscard]] Html check_referral_page(const FormWriter& form, const ReferralPage& page);

/// What was sent, what has come of it, and what can be done now.
[[nodiscard]] Html referral_page(const FormWriter& form, const ReferralPage& page);

/// One line each, with a link.
[[nodiscard]] Html referral_lines(const Speaker& say, const std::vector<app::ReferralLine>& lines,
                                  const directory::Zone& zone);

[[nodiscard]] Phrase state_words(record::ReferralState state);

/// All that a referral says, field by field; what is empty is left out.
[[nodiscard]] Html what_it_says(const Speaker& say, const ReferralPage& page);

}  // namespace safelead::web
