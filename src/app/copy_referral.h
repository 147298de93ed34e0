#pragma once

// How two organisations come to hold the same steps (docs/adr/0160). The sender's log has the draft; once it
// is sent, the receiver's log says what comes after what, and the sender's follows it. A copy that was not
// made, because something stopped in between, is made by whoever looks next.

#include "app/carry_out.h"
#include "app/new_ids.h"
#include "app/parts.h"

#include <vector>

namespace safelead::app {

/// Writes to each side what it does not have yet. Done again, it changes nothing.
[[nodiscard]] Later<Outcome<Kept>> copy_referral(Parts& parts, const record::ReferralId& id,
                                                 const OrganisationId& sender,
                                                 const OrganisationId& receiver);

/// Makes every copy that is missing, and notices silence, in what this organisation sent and was sent.
[[nodiscard]] std::vector<Later<Outcome<Kept>>> pass_on_referrals(Parts& parts, Workspace& workspace,
                                                                  Instant now);

/// When silence is noticed next, if nothing else happens.
[[nodiscard]] std::optional<Instant> next_silence(Workspace& workspace, Instant now);

/// Adds what comes of `command` to the referral as that organisation has it now.
[[nodiscard]] Outcome<Done> write_referral_events(Writing& writing, Parts& parts, Workspace& workspace,
                                                  const record::ReferralId& id,
                                                  const record::ReferralCommand& command);

/// A step in a referral to an agency without an account: the sender's record holds both sides', and what the
/// agency decided is a line of the case in the same append.
[[nodiscard]] Outcome<Done> write_step_here(Writing& writing, Parts& parts, Workspace& workspace,
                                            const NewIds& ids, const record::ReferralId& id,
                                            const record::TakeStep& step);

}  // namespace safelead::app
