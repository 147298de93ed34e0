#pragma once

// What a referral says at first: filled from the case and from the records of the children in it, so that
// whoever sends it corrects and leaves out.

#include "app/actor.h"
#include "guidance/pack.h"
#include "record/referral.h"

#include <vector>

namespace safelead::app {

class Parts;
class Workspace;

struct Drafted {
    record::ReferralWords words;
    std::vector<record::ReferredChild> children;
};

/// Of these children of the case alone.
[[nodiscard]] Drafted draft_of(Parts& parts, Workspace& workspace, const Actor& actor, const record::Case& of,
                               const guidance::Pack& pack, const std::vector<record::CaseRef>& children);

/// Those of the case alone, as a referral would begin with them.
[[nodiscard]] std::vector<record::ReferredChild> referred_children(
    Parts& parts, Workspace& workspace, const Actor& actor, const record::Case& of,
    const guidance::Pack& pack, const std::vector<record::CaseRef>& children);

}  // namespace safelead::app
