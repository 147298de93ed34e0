#pragma once

// Advice asked for without names: that none was given.

#include "app/not_done.h"
#include "app/workspace.h"

namespace safelead::app {

/// Refused where anything that is written of it names somebody in the case; the refusal has every such field.
/// A name that is a common word too is refused as well: another word will do.
[[nodiscard]] Outcome<Done> names_nobody(Workspace& workspace, const record::Reference& reference,
                                         const record::CaseCommand& change);

}  // namespace safelead::app
