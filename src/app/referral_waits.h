#pragma once

// What of referrals waits for somebody, at either end, and whom silence has reached: what lists of the day
// show and what mail tells of. Worked out from the record each time (docs/adr/0205).

#include "app/referrals.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::app {

class Workspace;

/// What was sent to the actor's organisation and waits for it, or for too long for the sender; what was
/// withdrawn and nobody there has opened since; what has an action that they have not answered: the loudest
/// first. None where they may not see what was referred.
[[nodiscard]] std::vector<ReferralLine> referrals_to_answer(Safelead& safelead, const Actor& actor);

/// What a manager is told, who may not be somebody who reads the case: which, and since when.
struct SilentReferral {
    record::Reference reference;
    Instant since;                        ///< When the answer was due.
    std::optional<record::Reference> in;  ///< Its case, only where they may read it.
    record::Awaited waits_for;            ///< Either side, or nobody where the two don't agree.
    OrganisationId to;                    ///< Empty where the other agency has no account.
    record::ReferralState state;
};

/// Those of the actor's organisation that nobody has answered when the second time was over too, and of which
/// they are the manager who has to know.
[[nodiscard]] std::vector<SilentReferral> silent_referrals(Safelead& safelead, const Actor& actor);

/// One name for each thing that the actor is to be told of now. It is another name where something new waits.
[[nodiscard]] std::vector<std::string> referral_waits(Safelead& safelead, Workspace& workspace,
                                                      const Actor& actor, Instant now);

/// When the next of them begins, if nothing else happens.
[[nodiscard]] std::optional<Instant> next_referral_wait(Workspace& workspace, Instant now);

}  // namespace safelead::app
