#include "app/talk_settings.h"

#include "app/allow.h"
#include "app/conversations.h"
#include "app/keep_in_directory.h"
#include "app/parts.h"
#include "app/said.h"

#include <algorithm>

namespace safelead::app {
namespace {

Later<Outcome<Done>> keep(Parts& parts, const Actor& actor, const CommandId& command, const Said& said,
                          directory::Command change)
{
    if (auto allowed = allow(actor, access::Action::set_talk_hours); !allowed) return allowed;
    return keep_in_directory(parts, actor.person.text(), command, said, std::move(change));
}

Said said_of(const directory::TalkHours& hours)
{
    Said said{"set talk hours"};
    said(hours.people);
    for (const auto& day : hours.week) {
        said(day ? "some" : "none");
        if (!day) continue;
        said(day->from.count());
        said(day->until.count());
    }
    for (const auto& term : hours.terms) {
        said(term.from);
        said(term.until);
    }
    said(hours.expect);
    return said;
}

}  // namespace

Outcome<TalkSettings> talk_settings(Safelead& safelead, const Actor& actor)
{
    SL_TRY(allow(actor, access::Action::set_talk_hours));
    const auto partnership = safelead.parts().partnership();
    TalkSettings settings;
    if (const auto set = partnership->talk_hours_set(actor.organisation)) settings.hours = *set;
    settings.is_on = partnership->talk_hours(actor.organisation) != nullptr;
    for (const auto* person : partnership->people_of(actor.organisation)) {
        const auto roles = partnership->roles_of(person->id, actor.organisation);
        if (directory::answers_young_people(roles))
            settings.may_answer.push_back({person->id, person->name, roles});
    }
    std::ranges::sort(settings.may_answer, {}, &StaffMember::name);
    const auto list = SL_TRY(conversations(safelead, actor));
    settings.open_conversations = static_cast<std::size_t>(
        std::ranges::count(list.all, record::ConversationState::open, &record::ConversationSummary::state));
    return settings;
}

Later<Outcome<Done>> set_talk_hours(Safelead& safelead, const Actor& actor, const CommandId& command,
                                    directory::TalkHours hours)
{
    const auto said = said_of(hours);
    return keep(
        safelead.parts(), actor, command, said,
        directory::SetTalkHours{actor.organisation, std::move(hours), directory::by_person(actor.person)});
}

Later<Outcome<Done>> stop_talk(Safelead& safelead, const Actor& actor, const CommandId& command)
{
    return keep(safelead.parts(), actor, command, Said{"stop talk"},
                directory::StopTalk{actor.organisation, directory::by_person(actor.person)});
}

}  // namespace safelead::app
