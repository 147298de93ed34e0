#pragma once

#include "app/carry_out.h"
#include "app/workspace.h"

namespace safelead::app {

/// Decides `command` on the conversation as it is now, and adds what comes of it to `writing`.
[[nodiscard]] Outcome<Done> write_conversation(Writing& writing, Workspace& workspace,
                                               const record::ConversationId& conversation,
                                               const record::ConversationCommand& command);

}  // namespace safelead::app
