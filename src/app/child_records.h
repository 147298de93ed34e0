#pragma once

// One child may have several records, which somebody has joined: whoever looks at one, holds one or erases
// one has to do with all of them. And what is kept of a child beside who they are. docs/adr/0151.

#include "app/actor.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "app/workspace.h"
#include "base/later.h"
#include "record/same_child.h"

#include <memory>
#include <vector>

namespace safelead::app {

/// The child's record and all that are joined to it, however far; itself first. Never one that was erased.
[[nodiscard]] std::vector<record::ChildId> records_of(Workspace& workspace, const record::ChildId& child);

/// Where holding and erasing stands for all of them: which record it was said of.
struct StandingOfRecords {
    record::ChildId of;
    record::ChildStanding standing;
};
[[nodiscard]] StandingOfRecords standing_of_records(Workspace& workspace, const record::ChildId& child);

/// A record that may be of the same child.
struct MayBeSame {
    std::shared_ptr<const record::Child> it;
    record::Likeness likeness;
};
[[nodiscard]] std::vector<MayBeSame> may_be_same(Workspace& workspace,
                                                 const std::vector<record::ChildId>& records);

/// Children whom this one could belong with: in the same cases, or of the same family name.
[[nodiscard]] std::vector<std::shared_ptr<const record::Child>> may_belong_together(
    Workspace& workspace, const std::vector<record::ChildId>& records);

/// Keeps something in the child's stream, and its other side in the other child's, in one append. How often
/// something was taken out of what was typed.
[[nodiscard]] Later<Outcome<std::size_t>> keep_of_child(Safelead& safelead, const Actor& actor,
                                                        const CommandId& command,
                                                        const record::ChildId& child,
                                                        record::ChildKeepable keep);

}  // namespace safelead::app
