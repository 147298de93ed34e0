#pragma once

// What is kept of a child beside who they are, and which records may be of the same child. docs/adr/0151.

#include "app/actor.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"
#include "record/child.h"
#include "record/same_child.h"

#include <memory>

namespace safelead::app {

/// A record that may be of the same child.
struct MayBeSame {
    std::shared_ptr<const record::Child> it;
    record::Likeness likeness;
};

/// Keeps something in the child's stream, and its other side in the other child's, in one append. How often
/// something was taken out of what was typed.
[[nodiscard]] Later<Outcome<std::size_t>> keep_of_child(Safelead& safelead, const Actor& actor,
                                                        const CommandId& command,
                                                        const record::ChildId& child,
                                                        record::ChildKeepable keep);

}  // namespace safelead::app
