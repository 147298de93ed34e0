#pragma once

// One child may have several records, which somebody has joined: whoever looks at one, holds one or erases
// one has to do with all of them. docs/adr/0151.

#include "app/child_kept.h"
#include "app/seen_by.h"
#include "app/workspace.h"

#include <functional>
#include <memory>
#include <vector>

namespace safelead::app {

/// The child's record and all that are joined to it, however far; itself first. Never one that was erased.
[[nodiscard]] std::vector<record::ChildId> records_of(Workspace& workspace, const record::ChildId& child);

/// Likewise, but only those of the others that it `takes`, and nothing that is joined through one left out.
[[nodiscard]] std::vector<record::ChildId> joined_records(
    Workspace& workspace, const record::ChildId& child,
    const std::function<bool(const record::ChildId&)>& takes);

/// Where holding and erasing stands for all of these, which are `child`'s: which record it was said of.
struct StandingOfRecords {
    record::ChildId of;
    record::ChildStanding standing;
};
[[nodiscard]] StandingOfRecords standing_of_records(Workspace& workspace, const record::ChildId& child,
                                                    const std::vector<record::ChildId>& records);

// Offered is only what whoever looks could join: they know of that child, and decide about them.

[[nodiscard]] std::vector<MayBeSame> may_be_same(Workspace& workspace,
                                                 const std::vector<record::ChildId>& records,
                                                 const SeenBy& seen);

/// Children whom this one could belong with: in the same cases, or of the same family name.
[[nodiscard]] std::vector<std::shared_ptr<const record::Child>> may_belong_together(
    Workspace& workspace, const std::vector<record::ChildId>& records, const SeenBy& seen);

}  // namespace safelead::app
