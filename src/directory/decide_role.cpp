#include "directory/authority.h"
#include "directory/decide_sign_in.h"

#include <algorithm>

namespace safelead::directory {
namespace {

/// Who asked for the role there; nothing if nobody did.
std::optional<PersonId> asked_by(const Person& person, const OrganisationId& organisation, Role role)
{
    const auto found = std::ranges::find_if(person.asked_roles, [&](const AskedRole& one) {
        return one.organisation == organisation && one.role == role;
    });
    if (found == person.asked_roles.end()) return std::nullopt;
    return found->by;
}

}  // namespace

Decided decide_one(const Partnership& state, const AskRole& command)
{
    SL_TRY(is_there(state, command.organisation));
    const auto* person = SL_TRY(present(state, command.person));
    const auto held = state.roles_of(command.person, command.organisation);
    if (held.has(command.role)) return fail(Refusal::role_already_given);
    const auto authority = by_person(command.by);
    SL_TRY(is_enough(state, authority, command.organisation, command.person, Weight::light));
    if (!takes_two(command.role))
        return happens(RoleGiven{command.person, command.organisation, command.role, authority});
    if (command.by == command.person) return fail(Refusal::same_person_twice);
    // What somebody asked who may not any more, nobody can agree to: it is asked anew.
    const auto first = asked_by(*person, command.organisation, command.role);
    if (first && is_enough(state, by_person(*first), command.organisation, command.person, Weight::light))
        return fail(Refusal::role_asked_already);
    return happens(RoleAsked{command.person, command.organisation, command.role, authority});
}

Decided decide_one(const Partnership& state, const RefuseRole& command)
{
    SL_TRY(is_there(state, command.organisation));
    const auto* person = SL_TRY(present(state, command.person));
    if (!asked_by(*person, command.organisation, command.role)) return fail(Refusal::role_not_asked);
    const auto authority = by_person(command.by);
    // Whom it is for may always say that they do not want it.
    if (command.by != command.person)
        SL_TRY(is_enough(state, authority, command.organisation, command.person, Weight::light));
    return happens(RoleRefused{command.person, command.organisation, command.role, authority});
}

Decided decide_one(const Partnership& state, const AgreeRole& command)
{
    SL_TRY(is_there(state, command.organisation));
    const auto* person = SL_TRY(present(state, command.person));
    const auto first = asked_by(*person, command.organisation, command.role);
    if (!first) return fail(Refusal::role_not_asked);
    const auto held = state.roles_of(command.person, command.organisation);
    if (held.has(command.role)) return fail(Refusal::role_already_given);
    const auto authority = by_two(*first, command.by);
    SL_TRY(is_enough(state, authority, command.organisation, command.person, Weight::heavy));
    std::vector<Event> events{RoleGiven{command.person, command.organisation, command.role, authority}};
    const bool is_new = person->home == command.organisation && !has_a_way_in(*person);
    if (!is_new) return events;
    // It lets them in wherever else they read, too: without anybody from there, they are invited by a reset.
    auto with_it = *person;
    with_it.roles[command.organisation].add(command.role);
    if (is_enough_to_reset(state, authority, with_it))
        events.emplace_back(SignInInvited{command.person, command.invitation, authority});
    return events;
}

}  // namespace safelead::directory
