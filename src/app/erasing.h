#pragma once

#include "app/erasures.h"
#include "app/workspace.h"

namespace safelead::app {

/// A child is as secret as the most secret of the cases and concerns that they are in; whoever asked for the
/// erasure is the one whom a second person must follow.
[[nodiscard]] access::Subject subject_of(Workspace& workspace, const record::ChildId& child);

/// Conversations that led to a case that one of the child's records is in, and are about none of them:
/// whether the child wrote there is for whoever asks to say.
[[nodiscard]] std::vector<std::shared_ptr<const record::Conversation>> may_be_theirs(
    Workspace& workspace, const record::ChildId& child);

}  // namespace safelead::app
