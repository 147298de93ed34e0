#include "app/training.h"

#include "app/allow.h"
#include "app/parts.h"

#include <algorithm>
#include <set>

namespace safelead::app {
namespace {

std::string name_of(const directory::Partnership& partnership, const OrganisationId& organisation)
{
    const auto* known = partnership.organisation(organisation);
    return known == nullptr ? std::string{} : known->name;
}

std::string name_of(const directory::Partnership& partnership, const PersonId& person)
{
    const auto* known = partnership.person(person);
    return known == nullptr ? "somebody who is not in the directory" : known->name;
}

bool is_shown_to(const learning::Session& session, const Actor* actor)
{
    if (session.planned.audience == learning::Audience::partnership) return true;
    return actor != nullptr && actor->organisation == session.planned.organisation;
}

bool may_run(const Actor* actor, const learning::Session& session)
{
    return actor != nullptr && is_allowed(*actor, access::Action::run_training,
                                          access::of_organisation(session.planned.organisation));
}

TrainingView view_of(const directory::Partnership& partnership, const Actor* actor,
                     std::shared_ptr<const learning::Session> session)
{
    TrainingView view{.it = std::move(session), .holder = {}, .trainer = {}, .may_run = false};
    const auto& planned = view.it->planned;
    view.holder = name_of(partnership, planned.organisation);
    if (actor != nullptr) view.trainer = name_of(partnership, planned.trainer);
    view.may_run = may_run(actor, *view.it);
    return view;
}

RegisterLine line_of(const directory::Partnership& partnership, const learning::Session& session,
                     const PersonId& person, const OrganisationId& organisation)
{
    return {person, organisation, name_of(partnership, person), name_of(partnership, organisation),
            session.mark_of(person)};
}

}  // namespace

std::vector<TrainingView> coming_training(Safelead& safelead, const Actor* actor)
{
    auto& parts = safelead.parts();
    const auto partnership = parts.partnership();
    std::vector<TrainingView> views;
    for (auto& session : parts.learning().sessions()) {
        if (session->cancelled || session->has_begun(parts.now()) || !is_shown_to(*session, actor)) continue;
        views.push_back(view_of(*partnership, actor, std::move(session)));
    }
    return views;
}

Outcome<std::vector<TrainingView>> training_held(Safelead& safelead, const Actor& actor)
{
    SL_TRY(allow(actor, access::Action::run_training));
    auto& parts = safelead.parts();
    const auto partnership = parts.partnership();
    std::vector<TrainingView> views;
    for (auto& session : parts.learning().sessions())
        if (may_run(&actor, *session)) views.push_back(view_of(*partnership, &actor, std::move(session)));
    std::ranges::reverse(views);
    return views;
}

Outcome<TrainingView> see_training(Safelead& safelead, const Actor* actor,
                                   const learning::SessionReference& reference)
{
    auto& parts = safelead.parts();
    const auto found = parts.learning().session(reference);
    if (!found || !is_shown_to(*found->it, actor)) return fail(NotThere{});
    return view_of(*parts.partnership(), actor, found->it);
}

Outcome<RegisterView> see_register(Safelead& safelead, const Actor& actor,
                                   const learning::SessionReference& reference)
{
    RegisterView view{SL_TRY(see_training(safelead, &actor, reference)), {}, {}, {}};
    const auto& session = *view.session.it;
    SL_TRY(allow(actor, access::Action::run_training, access::of_organisation(session.planned.organisation)));
    const auto partnership = safelead.parts().partnership();
    std::set<PersonId> seen;
    const auto expect = [&](const PersonId& person, const OrganisationId& organisation) {
        if (seen.insert(person).second)
            view.expected.push_back(line_of(*partnership, session, person, organisation));
    };
    for (const auto& place : session.booked) expect(place.person, place.organisation);
    for (const auto& mark : session.marks) expect(mark.person, mark.organisation);
    for (const auto& place : session.waiting)
        if (!seen.contains(place.person))
            view.waiting.push_back(line_of(*partnership, session, place.person, place.organisation));
    for (const auto* person : partnership->people_of(session.planned.organisation))
        if (!seen.contains(person->id) && !session.place_in_line(person->id))
            view.others.push_back(
                {person->id, person->name, partnership->roles_of(person->id, session.planned.organisation)});
    std::ranges::sort(view.expected, {}, &RegisterLine::name);
    std::ranges::sort(view.others, {}, &StaffMember::name);
    return view;
}

}  // namespace safelead::app
