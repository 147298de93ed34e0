#include "app/write_conversation.h"

namespace safelead::app {

Outcome<Done> write_conversation(Writing& writing, Workspace& workspace,
                                 const record::ConversationId& conversation,
                                 const record::ConversationCommand& command)
{
    const auto before = workspace.conversation(conversation);
    if (!before) return fail(NotThere{});
    const auto stream = stream_of(conversation);
    if (workspace.is_stopped(stream)) return fail(RecordStopped{});
    writing.expect(stream, before->position);
    for (auto& event : SL_TRY(record::decide(*before->it, command)))
        writing.add(stream, ledger::shared_part(), std::move(event));
    return Done{};
}

}  // namespace safelead::app
