#include "app/late_talk.h"

#include "app/allow.h"
#include "app/conversations.h"
#include "app/parts.h"
#include "directory/talk_waiting.h"
#include "directory/who_next.h"

#include <algorithm>
#include <set>

namespace safelead::app {
namespace {

/// Who answers this one: those the school named, or whoever may read it where it was routed past them.
bool is_theirs(const std::vector<const directory::Person*>& named, const Actor& actor,
               const record::ConversationSummary& one)
{
    if (one.routed_to != record::RoutedTo::lead) return true;
    return std::ranges::any_of(named,
                               [&](const directory::Person* person) { return person->id == actor.person; });
}

/// Above those who answer: the first who is there and may read it.
std::optional<PersonId> next_up(const Parts& parts, Workspace& workspace,
                                const directory::Partnership& partnership,
                                const std::vector<const directory::Person*>& named, const Actor& actor,
                                const record::ConversationSummary& one)
{
    std::set<PersonId> excluding;
    for (const auto* person : named) excluding.insert(person->id);
    const auto subject = workspace.subject_of(one);
    for (const auto& next : directory::who_next(partnership, actor.organisation, parts.today(), excluding)) {
        const access::Actor above{next.person, actor.organisation,
                                  partnership.roles_of(next.person, actor.organisation)};
        if (access::permit(above, access::Action::read_conversation, subject)) return next.person;
    }
    return std::nullopt;
}

}  // namespace

Outcome<std::vector<LateTalk>> late_talk(Safelead& safelead, const Actor& actor)
{
    const auto list = SL_TRY(conversations(safelead, actor));
    auto& parts = safelead.parts();
    auto* workspace = SL_TRY(workspace_of(parts, actor));
    const auto partnership = parts.partnership();
    const auto* hours = partnership->talk_hours(actor.organisation);
    const auto named = partnership->who_answers(actor.organisation);
    const auto wall = parts.zone.local(parts.now()).wall;
    const auto& holidays = parts.local.holidays;

    std::vector<LateTalk> late;
    for (const auto& one : list.all) {
        if (!one.waits_since) continue;
        const auto since = parts.zone.local(*one.waits_since).wall;
        const auto waiting = directory::waiting_at(hours, holidays, since, wall);
        if (waiting == directory::Waiting::in_time) continue;
        const bool theirs = is_theirs(named, actor, one);
        const bool passed_up = !theirs && waiting == directory::Waiting::gone_up &&
                               next_up(parts, *workspace, *partnership, named, actor, one) == actor.person;
        if (!theirs && !passed_up) continue;
        LateTalk line{one.reference, *one.waits_since, std::nullopt, passed_up, {}};
        if (hours != nullptr)
            if (const auto due = directory::answer_due(*hours, holidays, since))
                line.due = parts.zone.instant(*due);
        for (const auto* person : named) line.answer.push_back(person->name);
        late.push_back(std::move(line));
    }
    return late;
}

}  // namespace safelead::app
