#include "app/memory.h"

#include "app/parts.h"

namespace safelead::app {

Later<Outcome<Done>> ready(Safelead& safelead, const Actor& actor)
{
    return ready(safelead, actor.organisation);
}

Later<Outcome<Done>> ready(Safelead& safelead, const OrganisationId& organisation)
{
    auto& parts = safelead.parts();
    auto* workspace = parts.workspace_as_it_is(organisation);
    if (workspace == nullptr) return Outcome<Done>{fail(NotThere{})};
    if (workspace->is_up_to_date()) return Outcome<Done>{Done{}};
    auto read = parts.readers.run([&parts, workspace]() -> Outcome<Done> {
        // Once we stop nobody waits for it any more, and the stop would.
        if (parts.readers.is_stopping()) return fail(Crowded{});
        workspace->catch_up();
        parts.keep_within_memory();
        // Names are looked for soon after, and nobody has to wait for them to be read.
        (void)parts.readers.run([&parts, workspace] {
            if (parts.readers.is_stopping()) return Done{};
            workspace->read_names();
            if (workspace->entries_since_snapshot() >= parts.options.snapshot_after)
                workspace->save_snapshot();
            (void)parts.ahead.run([&parts, workspace] {
                workspace->read_words_ahead([&parts] { return parts.ahead.is_stopping(); });
                parts.keep_within_memory();
                return Done{};
            });
            return Done{};
        });
        return Done{};
    });
    if (!read) return Outcome<Done>{fail(Crowded{})};
    return *std::move(read);
}

void look_after_memory(Safelead& safelead)
{
    auto& parts = safelead.parts();
    parts.save_snapshots(parts.options.snapshot_after);
    parts.keep_within_memory();
}

}  // namespace safelead::app
