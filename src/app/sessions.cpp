#include "app/parts.h"
#include "app/session.h"
#include "app/sign_in.h"

#include <algorithm>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;

/// Use is written down by the minute: a page is not a write to the disk. Where the time after which a session
/// ends is short, that would be too seldom: somebody at work would be signed out.
std::chrono::milliseconds use_is_noted_every(const Options& options)
{
    return std::min<std::chrono::milliseconds>(1min, std::chrono::milliseconds{options.idle} / 4);
}

}  // namespace

std::optional<Actor> actor_of(Safelead& safelead, std::string_view session)
{
    auto& parts = safelead.parts();
    if (session.empty()) return std::nullopt;
    const auto found = find_session(parts, session_id_of(session));
    if (!found || !is_good(parts, *found)) return std::nullopt;
    auto actor = actor_in(parts, *found);
    const auto now = parts.now();
    if (actor && now - found->last_used >= use_is_noted_every(parts.options))
        change_session(parts, found->id,
                       [now](Session& kept) { kept.last_used = std::max(kept.last_used, now); });
    return actor;
}

void sign_out(Safelead& safelead, std::string_view session)
{
    if (!session.empty())
        safelead.parts().passing->store().remove(session_kind, session_id_of(session).text());
}

std::vector<SessionShown> sessions_of(Safelead& safelead, const Actor& actor)
{
    auto& parts = safelead.parts();
    std::vector<SessionShown> shown;
    for (const auto& thing : parts.passing->list_of(session_kind, actor.person.text(), parts.now())) {
        const auto session = read_session(SessionId{thing.id}, thing.plaintext);
        if (!session || !is_good(parts, *session)) continue;
        shown.push_back({session->id, session->about, session->began, session->last_used});
    }
    std::ranges::sort(shown, std::ranges::greater{}, &SessionShown::began);
    return shown;
}

void end_session(Safelead& safelead, const Actor& actor, const SessionId& session)
{
    auto& parts = safelead.parts();
    const auto found = find_session(parts, session);
    if (found && found->person == actor.person) parts.passing->store().remove(session_kind, session.text());
}

void end_sessions(Safelead& safelead, const Actor& actor)
{
    safelead.parts().passing->store().remove_of(session_kind, actor.person.text());
}

}  // namespace safelead::app
