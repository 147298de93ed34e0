#include "app/record_view.h"

#include "app/said.h"
#include "crypto/random.h"

#include <algorithm>

namespace safelead::app {

std::vector<std::string> role_names(const Actor& actor)
{
    std::vector<std::string> names;
    for (const auto role : actor.roles.list()) names.emplace_back(directory::role_name(role));
    return names;
}

ledger::StreamId stream_of_new_view(const ledger::Log& log, Instant now)
{
    return stream_of_views(Date{std::chrono::floor<std::chrono::days>(std::max(now, log.newest()))});
}

Later<Outcome<Kept>> keep_view(Parts& parts, Workspace& workspace, exchange::ViewEvent viewed)
{
    const auto now = parts.now();
    const auto decide = [&log = workspace.log(), now, viewed = std::move(viewed)]() -> Outcome<Writing> {
        Writing writing;
        writing.add(stream_of_new_view(log, now), ledger::shared_part(), viewed);
        return writing;
    };
    return carry_out(workspace, {crypto::random_id<CommandId>(), Said{"view"}.bytes(), now, {}, decide});
}

Later<Outcome<Kept>> record_view(Parts& parts, Workspace& workspace, const Actor& actor,
                                 std::string_view what, exchange::ViewEvent viewed)
{
    const auto now = parts.now();
    if (parts.recent_views.is_recent(actor.person, what, now)) return Outcome<Kept>{Kept{now}};
    return keep_view(parts, workspace, std::move(viewed))
        .then([&parts, what = std::string{what}, person = actor.person](Outcome<Kept> kept) {
            if (kept) parts.recent_views.keep(person, what, kept->at);
            return kept;
        });
}

}  // namespace safelead::app
