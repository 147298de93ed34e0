#pragma once

// Who outside holds a copy of what was sent to them in a referral: as kinds, which no certificate has to be
// told by anybody (docs/adr/0114).

#include "app/workspace.h"
#include "record/erasure.h"

#include <memory>
#include <vector>

namespace safelead::app {

/// Whom referrals of these cases were sent to, each kind once. A referral counts for every child of its case,
/// because its words may tell of them all. One that was withdrawn before anybody could read it counts not.
[[nodiscard]] std::vector<record::CopyHolder> sent_to(
    Workspace& workspace, const std::vector<std::shared_ptr<const record::Case>>& cases);

/// What whoever asked said, and after it those whom referrals of the cases were sent to.
[[nodiscard]] std::vector<record::CopyHolder> copies_outside(Workspace& workspace,
                                                             std::vector<record::CopyHolder> said,
                                                             const std::vector<record::ErasedCase>& cases);

}  // namespace safelead::app
