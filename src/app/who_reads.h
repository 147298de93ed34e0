#pragma once

// Before somebody is kept out of a case, or it is locked, or it or work in it is given to somebody: that
// whoever is named can read it, openings by force apart, and that somebody is left who works on it.
// docs/adr/0180, 0181, 0248.

#include "app/actor.h"
#include "app/not_done.h"
#include "app/workspace.h"

namespace safelead::app {

class Parts;

[[nodiscard]] Outcome<Done> may_settle_who_reads(Parts& parts, Workspace& workspace, const Actor& actor,
                                                 const record::Reference& reference,
                                                 const record::CaseCommand& change);

}  // namespace safelead::app
