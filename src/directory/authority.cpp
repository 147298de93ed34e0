#include "directory/authority.h"

#include <algorithm>
#include <array>
#include <utility>

namespace safelead::directory {
namespace {

constexpr std::array<std::pair<Basis, std::string_view>, 4> bases{{
    {Basis::operator_set_up, "operator_set_up"},
    {Basis::one_person, "one_person"},
    {Basis::two_people, "two_people"},
    {Basis::themselves, "themselves"},
}};

bool may_give(const Partnership& state, const PersonId& person, const OrganisationId& organisation)
{
    return may_agree(state, person, organisation) ||
           state.roles_of(person, organisation).has(Role::administrator);
}

/// Two people, and neither is whom it is for.
Result<Done, Refusal> are_two_others(const Authority& authority, const PersonId& gaining)
{
    if (!authority.by || !authority.agreed_by) return fail(Refusal::second_person_needed);
    const auto& by = *authority.by;
    const auto& agreed = *authority.agreed_by;
    if (by == agreed || by == gaining || agreed == gaining) return fail(Refusal::same_person_twice);
    return Done{};
}

Result<Done, Refusal> two_people_are_enough(const Partnership& state, const Authority& authority,
                                            const OrganisationId& organisation, const PersonId& gaining)
{
    SL_TRY(are_two_others(authority, gaining));
    const auto& by = *authority.by;
    const auto& agreed = *authority.agreed_by;
    const bool fit = may_give(state, by, organisation) && may_agree(state, agreed, organisation);
    if (!fit) return fail(Refusal::not_theirs_to_give);
    return Done{};
}

Result<Done, Refusal> two_may_reset(const Partnership& state, const Authority& authority,
                                    const Person& person)
{
    SL_TRY(are_two_others(authority, person.id));
    const auto& by = *authority.by;
    const auto& agreed = *authority.agreed_by;
    if (!may_give(state, by, person.home)) return fail(Refusal::not_theirs_to_give);
    bool reads_where_they_do = false;
    for (const auto& [organisation, roles] : person.roles) {
        if (!any_takes_two(roles)) continue;
        const bool second_is_of_it = may_agree(state, agreed, organisation);
        if (!second_is_of_it && !may_give(state, by, organisation)) return fail(Refusal::not_theirs_to_give);
        reads_where_they_do = reads_where_they_do || second_is_of_it;
    }
    if (!reads_where_they_do) return fail(Refusal::not_theirs_to_give);
    return Done{};
}

}  // namespace

bool any_takes_two(Roles roles)
{
    return std::ranges::any_of(roles.list(), takes_two);
}

bool may_agree(const Partnership& state, const PersonId& person, const OrganisationId& organisation)
{
    return std::ranges::any_of(state.roles_of(person, organisation).list(), reads_records);
}

bool two_could_agree(const Partnership& state, const OrganisationId& organisation)
{
    int givers = 0;
    int readers = 0;
    for (const auto* person : state.people_of(organisation)) {
        givers += may_give(state, person->id, organisation) ? 1 : 0;
        readers += may_agree(state, person->id, organisation) ? 1 : 0;
    }
    return readers >= 1 && givers >= 2;
}

bool could_agree(const Partnership& state, const PersonId& first, const PersonId& second,
                 const OrganisationId& organisation, const PersonId& gaining)
{
    return is_enough(state, by_two(first, second), organisation, gaining, Weight::heavy).has_value();
}

bool reset_concerns(const Person& person, const OrganisationId& organisation)
{
    if (person.home == organisation) return true;
    const auto there = person.roles.find(organisation);
    return there != person.roles.end() && any_takes_two(there->second);
}

bool could_agree_to_reset(const Partnership& state, const Person& person, const PersonId& second,
                          const OrganisationId& organisation)
{
    return person.reset_asked_by && reset_concerns(person, organisation) &&
           may_agree(state, second, organisation) &&
           is_enough_to_reset(state, by_two(*person.reset_asked_by, second), person).has_value();
}

bool anybody_could_agree_to_reset(const Partnership& state, const Person& person, const PersonId& by)
{
    const auto could = [&](const Person* second) {
        return is_enough_to_reset(state, by_two(by, second->id), person).has_value();
    };
    return std::ranges::any_of(state.organisations(), [&](const Organisation* one) {
        return reset_concerns(person, one->id) && std::ranges::any_of(state.people_of(one->id), could);
    });
}

bool may_refuse_reset(const Partnership& state, const Person& person, const PersonId& by)
{
    const auto* who = state.person(by);
    return who != nullptr && std::ranges::any_of(who->roles, [&](const auto& there) {
               return reset_concerns(person, there.first) && may_give(state, by, there.first);
           });
}

bool reset_waits(const Partnership& state, const Person& person)
{
    return person.reset_asked_by && anybody_could_agree_to_reset(state, person, *person.reset_asked_by);
}

Result<Done, Refusal> is_enough_to_reset(const Partnership& state, const Authority& authority,
                                         const Person& person)
{
    if (!reset_takes_two(person)) return is_enough(state, authority, person.home, person.id, Weight::light);
    if (authority.basis == Basis::two_people) return two_may_reset(state, authority, person);
    SL_TRY(is_enough(state, authority, person.home, person.id, Weight::heavy));
    for (const auto& [organisation, roles] : person.roles)
        if (any_takes_two(roles)) SL_TRY(is_enough(state, authority, organisation, person.id, Weight::heavy));
    return Done{};
}

Result<Done, Refusal> is_enough(const Partnership& state, const Authority& authority,
                                const OrganisationId& organisation, const PersonId& gaining, Weight weight)
{
    switch (authority.basis) {
        case Basis::operator_set_up:
            if (weight == Weight::heavy && !state.is_being_set_up(organisation))
                return fail(Refusal::set_up_is_over);
            return Done{};
        case Basis::two_people:
            return two_people_are_enough(state, authority, organisation, gaining);
        case Basis::one_person:
            if (weight == Weight::heavy) return fail(Refusal::second_person_needed);
            if (!authority.by || !may_give(state, *authority.by, organisation))
                return fail(Refusal::not_theirs_to_give);
            return Done{};
        case Basis::themselves:
            return fail(Refusal::not_theirs_to_give);
    }
    return fail(Refusal::not_theirs_to_give);
}

std::string_view basis_name(Basis basis)
{
    return bases.at(static_cast<std::size_t>(basis)).second;
}

std::optional<Basis> basis_from_name(std::string_view name)
{
    const auto found = std::ranges::find(bases, name, &std::pair<Basis, std::string_view>::second);
    if (found == bases.end()) return std::nullopt;
    return found->first;
}

Authority by_operator()
{
    return {Basis::operator_set_up, std::nullopt, std::nullopt};
}

Authority by_person(PersonId by)
{
    return {Basis::one_person, std::move(by), std::nullopt};
}

Authority by_two(PersonId by, PersonId agreed_by)
{
    return {Basis::two_people, std::move(by), std::move(agreed_by)};
}

Authority by_themselves(PersonId person)
{
    return {Basis::themselves, std::move(person), std::nullopt};
}

}  // namespace safelead::directory
