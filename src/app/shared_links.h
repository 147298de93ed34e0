#pragma once

// A referral for somebody who has no account: a link that is given one way and a code that is given another.
// It opens once, until its day is over or the sender takes it back; whoever opened it reads the referral and
// answers for two hours. docs/adr/0186.

#include "app/actor.h"
#include "app/referrals.h"
#include "app/safelead.h"
#include "base/later.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::app {

/// How a link that nobody has opened is kept as a passing thing, and one of a referral that is at an end.
inline constexpr std::string_view link_kind = "referral-link";
inline constexpr std::string_view ended_link_kind = "referral-link-ended";

/// Shown once.
struct SharedLink {
    std::string link;  ///< What stands behind the # of the address.
    std::string code;  ///< Eight digits.
    Instant until{};
    std::size_t taken_out = 0;  ///< Of the words about whom it is for.
};

/// Only of a referral that was sent, to an agency without an account, and is not at an end. One made before
/// opens no more. The same command gives the same link, and changes nothing of what became of it since.
[[nodiscard]] Later<Outcome<SharedLink>> make_link(Safelead& safelead, const Actor& actor,
                                                   const CommandId& command, const record::Reference& of,
                                                   const record::Reference& referral, std::string whom);

/// One that waits opens no more; whoever has it open sees nothing from their next request on. How often
/// something was taken out of the words.
[[nodiscard]] Later<Outcome<std::size_t>> revoke_link(Safelead& safelead, const Actor& actor,
                                                      const CommandId& command, const record::Reference& of,
                                                      const record::Reference& referral, std::string why);

/// Why not. Of a link that never was, or with another code, no reason is ever said.
enum class LinkRefusal {
    wrong,  ///< No such link, not its code, opened before, taken back, or over: never said which.
    ended,  ///< A link and its code, of a referral that was withdrawn, is closed, or belongs to somebody
            ///< else.
    wait,   ///< Too many wrong tries from one address.
    crowded,
};

/// `link` is what stands behind its #, or the whole of it. Opens it; that it was opened is kept before
/// anything is shown. What comes back lets whoever has it go on: it is posted, never in an address.
[[nodiscard]] Later<Result<std::string, LinkRefusal>> open_link(Safelead& safelead, std::string link,
                                                                std::string code, const std::string& address);

/// As its receiver sees it; nothing when the pass is over. For what can be chosen in it: to be shown, it is
/// read.
[[nodiscard]] std::optional<ReferralView> shared_referral(Safelead& safelead, const std::string& pass);

/// The same, to be shown: that it was is kept before, each time that is not the same reading. Not there when
/// the pass is over.
[[nodiscard]] Later<Outcome<ReferralView>> read_shared(Safelead& safelead, const std::string& pass);

/// Whom to ring when the pass is over: who made the link it came of. Nothing for what was never a pass, or a
/// few days later.
struct LinkSender {
    std::string name;
    std::string telephone;             ///< May be empty.
    std::vector<AgencyHere> agencies;  ///< That could be chosen in the forms.
};
[[nodiscard]] std::optional<LinkSender> sender_of_pass(Safelead& safelead, const std::string& pass);

/// `who` answers, as they call themselves.
[[nodiscard]] Later<Outcome<ReferralChanged>> answer_by_link(Safelead& safelead, const std::string& pass,
                                                             const CommandId& command, record::StepSaid said,
                                                             std::string who);

}  // namespace safelead::app
