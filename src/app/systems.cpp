#include "app/systems.h"

#include "app/parts.h"
#include "app/system_asking.h"
#include "app/token_use.h"
#include "exchange/api_json.h"

#include <algorithm>

namespace safelead::app {
namespace {

using access::SystemAction;

}  // namespace

Result<CallingSystem, TokenRefusal> system_of(Safelead& safelead, std::string_view token,
                                              std::string_view address)
{
    auto& parts = safelead.parts();
    const auto digest = token_digest(token);
    const auto partnership = parts.partnership();
    const auto found = digest.empty() ? std::nullopt : partnership->token_by_digest(digest);
    if (found && found->token->until > parts.now()) {
        if (!parts.call_rate.count(found->token->id, parts.now())) return fail(TokenRefusal::fast);
        note_use(parts, found->organisation->id, *found->token);
        return CallingSystem{{found->organisation->id, found->token->system, found->token->scopes},
                             found->token->id};
    }
    // Apart from the count for passwords: a forgotten system must not keep a school from signing in.
    auto attempt = parts.tries->begin({{"token from " + std::string{address}, parts.options.address_tries}},
                                      parts.now());
    if (!attempt) return fail(TokenRefusal::wait);
    attempt->count(parts.now(), parts.options.tries_window);
    return fail(TokenRefusal::wrong);
}

Answered<Done> allow_system(const CallingSystem& system, SystemAction action,
                            const access::SystemSubject& subject)
{
    const auto allowed = access::permit(system.who, action, subject);
    if (allowed) return Done{};
    if (allowed.error() != access::WhyNotSystem::not_its_scope) return fail(NotAnswered{NotDone{NotThere{}}});
    const auto& line = access::system_table()[static_cast<std::size_t>(action)];
    return fail(NotAnswered{ScopeMissing{line.scope}});
}

Answered<std::string> sent_report(Safelead& safelead, const CallingSystem& system,
                                  const record::Reference& reference)
{
    // A token without the scope learns nothing of what is there.
    if (!system.who.scopes.has(directory::Scope::read_status))
        return fail(NotAnswered{ScopeMissing{directory::Scope::read_status}});
    auto* workspace = safelead.parts().find_workspace(system.who.organisation);
    const auto found = workspace == nullptr ? std::nullopt : workspace->concern(reference);
    if (!found) return fail(NotAnswered{NotDone{NotThere{}}});
    SL_TRY(allow_system(system, SystemAction::see_sent_report,
                        {workspace->log().organisation(), found->it->by_way_of}));
    if (workspace->is_stopped(stream_of(found->it->reported.concern)))
        return fail(NotAnswered{NotDone{RecordStopped{}}});
    return exchange::to_json(exchange::ReportStanding{std::string{reference.text()}, found->it->reported_at,
                                                      found->it->read_at, found->it->in.has_value()});
}

Answered<std::string> people_listed(Safelead& safelead, const CallingSystem& system, std::string_view after,
                                    std::size_t limit)
{
    SL_TRY(allow_system(system, SystemAction::list_people, {system.who.organisation}));
    const auto partnership = safelead.parts().partnership();
    exchange::PeopleListed listed;
    for (const auto* person : partnership->people_of(system.who.organisation)) {
        if (person->id.text() <= after) continue;
        if (listed.people.size() == limit) {
            listed.next = listed.people.back().id;
            break;
        }
        listed.people.push_back(
            {person->id, person->name, partnership->roles_of(person->id, system.who.organisation)});
    }
    return exchange::to_json(listed);
}

}  // namespace safelead::app
