#include "app/write_concern.h"

namespace safelead::app {

Outcome<Done> write_concern(Writing& writing, Workspace& workspace, const record::ConcernId& concern,
                            const record::ConcernCommand& command)
{
    const auto before = workspace.concern(concern);
    if (!before) return fail(NotThere{});
    const auto stream = stream_of(concern);
    if (workspace.is_stopped(stream)) return fail(RecordStopped{});
    writing.expect(stream, before->position);
    for (auto& event : SL_TRY(record::decide(*before->it, command)))
        writing.add(stream, ledger::shared_part(), std::move(event));
    return Done{};
}

}  // namespace safelead::app
