#include "directory/partnership.h"

#include <algorithm>

namespace safelead::directory {

bool belongs_to(const Person& person, const OrganisationId& organisation)
{
    const bool is_asked_for = std::ranges::find(person.asked_roles, organisation, &AskedRole::organisation) !=
                              person.asked_roles.end();
    return person.home == organisation || person.roles.contains(organisation) || is_asked_for;
}

const Organisation* Partnership::organisation(const OrganisationId& id) const
{
    const auto found = places_.find(id);
    return found == places_.end() ? nullptr : &found->second.organisation;
}

const Person* Partnership::person(const PersonId& id) const
{
    const auto found = people_.find(id);
    return found == people_.end() ? nullptr : &found->second;
}

const Person* Partnership::person_by_sign_in_key(std::string_view key) const
{
    const auto found = by_sign_in_key_.find(key);
    return found == by_sign_in_key_.end() ? nullptr : person(found->second);
}

const Person* Partnership::person_by_invitation(std::string_view code) const
{
    for (const auto& [id, person] : people_)
        if (!person.left && person.invitation && person.invitation->code == code) return &person;
    return nullptr;
}

const Person* Partnership::person_by_passkey(std::string_view passkey) const
{
    for (const auto& [id, person] : people_)
        for (const auto& one : person.passkeys)
            if (one.id == passkey) return &person;
    return nullptr;
}

const Person* Partnership::person_by_tie(const Tie& tie) const
{
    for (const auto& [id, person] : people_)
        for (const auto& one : person.ties)
            if (one == tie) return &person;
    return nullptr;
}

Roles Partnership::roles_of(const PersonId& person_id, const OrganisationId& organisation) const
{
    const auto* whose = person(person_id);
    if (whose == nullptr) return {};
    const auto found = whose->roles.find(organisation);
    return found == whose->roles.end() ? Roles{} : found->second;
}

std::vector<const Person*> Partnership::people_with(const OrganisationId& organisation, Role role) const
{
    std::vector<const Person*> people;
    const auto there = places_.find(organisation);
    if (there == places_.end()) return people;
    const auto holders = there->second.holders.find(role);
    if (holders == there->second.holders.end()) return people;
    for (const auto& id : holders->second) people.push_back(person(id));
    return people;
}

std::vector<const Person*> Partnership::people_of(const OrganisationId& organisation) const
{
    std::vector<const Person*> people;
    const auto there = places_.find(organisation);
    if (there == places_.end()) return people;
    for (const auto& id : there->second.people) people.push_back(person(id));
    return people;
}

std::vector<const Person*> Partnership::everybody_of(const OrganisationId& organisation) const
{
    std::vector<const Person*> people;
    for (const auto& [id, person] : people_)
        if (belongs_to(person, organisation)) people.push_back(&person);
    return people;
}

std::vector<const Person*> Partnership::ever_of(const OrganisationId& organisation) const
{
    std::vector<const Person*> people;
    const auto there = places_.find(organisation);
    if (there == places_.end()) return people;
    for (const auto& id : there->second.ever) people.push_back(person(id));
    return people;
}

std::vector<const Organisation*> Partnership::organisations() const
{
    std::vector<const Organisation*> organisations;
    for (const auto& [id, place] : places_) organisations.push_back(&place.organisation);
    return organisations;
}

bool Partnership::is_being_set_up(const OrganisationId& organisation) const
{
    const auto there = places_.find(organisation);
    return there != places_.end() && there->second.being_set_up;
}

const Absence* Partnership::absence_on(const PersonId& person_id, const OrganisationId& organisation,
                                       Date day) const
{
    const auto* whose = person(person_id);
    if (whose == nullptr) return nullptr;
    const auto found = whose->away.find(organisation);
    if (found == whose->away.end()) return nullptr;
    const auto& absence = found->second;
    if (day < absence.from || (absence.until && day > *absence.until)) return nullptr;
    return &absence;
}

const TalkHours* Partnership::talk_hours(const OrganisationId& organisation) const
{
    return who_answers(organisation).empty() ? nullptr : talk_hours_set(organisation);
}

std::vector<const Person*> Partnership::who_answers(const OrganisationId& organisation) const
{
    std::vector<const Person*> people;
    const auto* hours = talk_hours_set(organisation);
    if (hours == nullptr) return people;
    for (const auto& id : hours->people)
        if (answers_young_people(roles_of(id, organisation))) people.push_back(person(id));
    return people;
}

const TalkHours* Partnership::talk_hours_set(const OrganisationId& organisation) const
{
    const auto there = places_.find(organisation);
    if (there == places_.end() || !there->second.talk) return nullptr;
    return &*there->second.talk;
}

bool Partnership::ever_talked(const OrganisationId& organisation) const
{
    const auto there = places_.find(organisation);
    return there != places_.end() && there->second.ever_talked;
}

std::vector<KitUseThere> Partnership::kit_uses(std::string_view campaign) const
{
    std::vector<KitUseThere> uses;
    for (const auto& [id, place] : places_)
        for (const auto& use : place.kit_uses)
            if (use.campaign == campaign) uses.push_back({id, use});
    return uses;
}

const ForcedOpening* Partnership::forced_opening(const OpeningId& id) const
{
    const auto found = std::ranges::find(forced_openings_, id, &ForcedOpening::id);
    return found == forced_openings_.end() ? nullptr : &*found;
}

std::vector<const TokenThere*> Partnership::tokens_of(const OrganisationId& organisation) const
{
    std::vector<const TokenThere*> tokens;
    const auto there = places_.find(organisation);
    if (there == places_.end()) return tokens;
    for (const auto& one : there->second.tokens) tokens.insert(tokens.begin(), &one);
    return tokens;
}

std::optional<Partnership::TokenFound> Partnership::token_by_digest(std::string_view digest) const
{
    const auto where = by_token_.find(digest);
    if (where == by_token_.end()) return std::nullopt;
    const auto& place = places_.at(where->second);
    for (const auto& one : place.tokens)
        if (one.token.digest == digest) return TokenFound{&place.organisation, &one.token};
    return std::nullopt;
}

}  // namespace safelead::directory

template struct safelead::OneOf<safelead::directory::EventAlternatives>;
template struct safelead::OneOf<safelead::directory::CommandAlternatives>;
