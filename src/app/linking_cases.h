#pragma once

// Two cases that hang together are linked in both, in one append. docs/adr/0152.

#include "app/changing_case.h"

namespace safelead::app {

/// The other case's reference as it is written, whatever capitals were typed.
void tidy_reference(record::CaseCommand& change);

/// Whether whoever asks may change the other case too, and whether the same people may see both: a link would
/// tell others of a case that they may not see.
[[nodiscard]] Outcome<Done> may_link(Workspace& workspace, const Actor& actor,
                                     const record::Reference& reference, const record::CaseCommand& change);

/// What the other case says of it, where it is there.
[[nodiscard]] Outcome<Done> write_other_side(Writing& writing, const ChangingCase& changing,
                                             const record::KeepRecord& keep);

}  // namespace safelead::app
