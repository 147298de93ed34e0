#pragma once

#include "app/erasures.h"
#include "app/seen_by.h"
#include "app/workspace.h"

namespace safelead::app {

/// Conversations that led to a case that one of the child's records is in, and are about none of them:
/// whether the child wrote there is for whoever asks to say.
[[nodiscard]] std::vector<std::shared_ptr<const record::Conversation>> led_to_their_cases(
    Workspace& workspace, const record::ChildId& child);

/// Those of them that whoever looks may read, and the case, too.
[[nodiscard]] std::vector<std::shared_ptr<const record::Conversation>> may_be_theirs(
    Workspace& workspace, const record::ChildId& child, const SeenBy& seen);

}  // namespace safelead::app
