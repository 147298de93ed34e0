#include "app/record_view.h"

#include "app/said.h"
#include "crypto/random.h"

namespace safelead::app {

std::vector<std::string> role_names(const Actor& actor)
{
    std::vector<std::string> names;
    for (const auto role : actor.roles.list()) names.emplace_back(directory::role_name(role));
    return names;
}

Later<Outcome<Kept>> keep_view(Parts& parts, Workspace& workspace, exchange::ViewEvent viewed)
{
    const auto now = parts.now();
    const auto stream = stream_of_views(Date{std::chrono::floor<std::chrono::days>(now)});
    const auto decide = [stream, viewed = std::move(viewed)]() -> Outcome<Writing> {
        Writing writing;
        writing.add(stream, ledger::shared_part(), viewed);
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
