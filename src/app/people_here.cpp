#include "app/people_here.h"

#include "app/allow.h"
#include "app/finding_people.h"
#include "app/keep_in_directory.h"
#include "app/new_ids.h"
#include "app/parts.h"
#include "app/session.h"
#include "directory/authority.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::app {
namespace {

std::string name_of(const directory::Partnership& partnership, const std::optional<PersonId>& id)
{
    const auto* person = id ? partnership.person(*id) : nullptr;
    return person == nullptr ? std::string{} : person->name;
}

RoleWaiting shown(const directory::Partnership& partnership, const Actor& actor,
                  const directory::Person& person, const directory::AskedRole& one)
{
    const auto* at = partnership.organisation(one.organisation);
    const bool may_agree =
        one.organisation == actor.organisation &&
        directory::could_agree(partnership, one.by, actor.person, actor.organisation, person.id);
    return {one.role, name_of(partnership, one.by), may_agree, one.organisation,
            at == nullptr ? std::string{} : at->name};
}

std::vector<RoleWaiting> waiting_here(const directory::Partnership& partnership, const Actor& actor,
                                      const directory::Person& person)
{
    std::vector<RoleWaiting> waiting;
    for (const auto& one : person.asked_roles)
        if (one.organisation == actor.organisation) waiting.push_back(shown(partnership, actor, person, one));
    return waiting;
}

PersonHere shown(Parts& parts, const directory::Partnership& partnership, const Actor& actor,
                 const directory::Person& person)
{
    PersonHere here;
    here.person = person.id;
    here.name = person.name;
    here.email = person.email;
    here.roles = partnership.roles_of(person.id, actor.organisation);
    here.waiting = waiting_here(partnership, actor, person);
    if (const auto away = person.away.find(actor.organisation); away != person.away.end()) {
        here.away = away->second;
        here.covered_by = name_of(partnership, away->second.covered_by);
    }
    here.works_here = person.home == actor.organisation;
    if (const auto* home = partnership.organisation(person.home)) here.works_at = home->name;
    here.has_left = person.left;
    here.has_a_way_in = directory::has_a_way_in(person);
    if (person.invitation && parts.now() < person.invitation->until)
        here.invited_until = person.invitation->until;
    here.is_self = person.id == actor.person;
    return here;
}

/// Of this organisation; anybody else is not there.
Outcome<const directory::Person*> find_here(const directory::Partnership& partnership, const Actor& actor,
                                            const PersonId& id)
{
    const auto* person = partnership.person(id);
    if (person == nullptr || !directory::belongs_to(*person, actor.organisation)) return fail(NotThere{});
    return person;
}

/// Carries out what was asked of somebody here, if whoever asks keeps accounts.
Later<Outcome<Done>> keep_of(Parts& parts, const Actor& actor, const CommandId& command,
                             std::string_view what, const PersonId& person, const std::string& more,
                             directory::Command change)
{
    if (auto may_do = allow(actor, access::Action::manage_accounts); !may_do) return may_do;
    const auto partnership = parts.partnership();
    if (auto found = find_here(*partnership, actor, person); !found)
        return Outcome<Done>{fail(found.error())};
    Said said{what};
    said(person);
    said(actor.organisation);
    said(more);
    return keep_in_directory(parts, actor.person.text(), command, said, std::move(change));
}

/// The code, if it is the one that stands open for them now.
InvitationCode code_that_stands(Parts& parts, const PersonId& id, const NewInvitation& made)
{
    const auto partnership = parts.partnership();
    const auto* person = partnership->person(id);
    const bool stands = person != nullptr && person->invitation && person->invitation->code == made.kept.code;
    return stands ? made.code : InvitationCode{};
}

/// Whoever is to be added: somebody new, or somebody who works elsewhere.
struct Adding {
    PersonId person{""};
    std::vector<directory::Command> commands;
};

Adding adding(const directory::Partnership& partnership, const Actor& actor, const NewHere& somebody,
              const std::string& key, const PersonId& new_id, const directory::Invitation& invitation)
{
    const auto* known = partnership.person_by_sign_in_key(key);
    // Whoever is here already is refused where it is decided: a form that is sent again is answered before.
    const bool is_new = known == nullptr || directory::belongs_to(*known, actor.organisation);
    Adding adding{known == nullptr ? new_id : known->id, {}};
    if (is_new)
        adding.commands.emplace_back(directory::AddPerson{new_id, actor.organisation, somebody.name,
                                                          somebody.email, key,
                                                          directory::by_person(actor.person)});
    for (const auto role : somebody.roles)
        adding.commands.emplace_back(
            directory::AskRole{adding.person, actor.organisation, role, actor.person});
    // Whoever is to read is invited on the word of two, when the role is agreed to.
    if (is_new && std::ranges::none_of(somebody.roles, directory::takes_two))
        adding.commands.emplace_back(
            directory::InviteToSignIn{new_id, invitation, directory::by_person(actor.person)});
    return adding;
}

}  // namespace

Outcome<std::vector<PersonHere>> people_here(Safelead& safelead, const Actor& actor)
{
    SL_TRY(allow(actor, access::Action::manage_accounts));
    auto& parts = safelead.parts();
    const auto partnership = parts.partnership();
    std::vector<PersonHere> people;
    for (const auto* person : partnership->everybody_of(actor.organisation))
        people.push_back(shown(parts, *partnership, actor, *person));
    std::ranges::sort(people, {}, &PersonHere::name);
    return people;
}

Outcome<PersonHere> person_here(Safelead& safelead, const Actor& actor, const PersonId& id)
{
    SL_TRY(allow(actor, access::Action::manage_accounts));
    auto& parts = safelead.parts();
    const auto partnership = parts.partnership();
    const auto* person = SL_TRY(find_here(*partnership, actor, id));
    return shown(parts, *partnership, actor, *person);
}

Later<Outcome<AddedHere>> add_here(Safelead& safelead, const Actor& actor, const CommandId& command,
                                   NewHere somebody)
{
    auto& parts = safelead.parts();
    if (auto may_do = allow(actor, access::Action::manage_accounts); !may_do)
        return Outcome<AddedHere>{fail(may_do.error())};
    WordsGate{}(somebody.name);
    const auto key = sign_in_key(parts, somebody.email);
    if (!key) return Outcome<AddedHere>{fail(directory::Refusal::email_not_usable)};
    const NewIds ids{parts.directory().log(), actor.person.text(), command};
    auto made = new_invitation(parts, actor.person.text(), command);
    const auto partnership = parts.partnership();
    auto to_add = adding(*partnership, actor, somebody, *key, ids.id<PersonId>("person"), made.kept);
    Said said{"add here"};
    said(actor.organisation);
    said(somebody.name);
    said(somebody.email);
    said(somebody.roles);
    return keep_in_directory(parts, actor.person.text(), command, said, std::move(to_add.commands))
        .then([&parts, person = to_add.person,
               made = std::move(made)](Outcome<Done> kept) -> Outcome<AddedHere> {
            (void)SL_TRY(std::move(kept));
            return AddedHere{person, code_that_stands(parts, person, made)};
        });
}

Later<Outcome<Done>> ask_role(Safelead& safelead, const Actor& actor, const CommandId& command,
                              const PersonId& person, directory::Role role)
{
    return keep_of(safelead.parts(), actor, command, "ask role", person,
                   std::string{directory::role_name(role)},
                   directory::AskRole{person, actor.organisation, role, actor.person});
}

Later<Outcome<InvitationCode>> agree_role(Safelead& safelead, const Actor& actor, const CommandId& command,
                                          const PersonId& person, directory::Role role)
{
    if (auto may_agree = allow(actor, access::Action::agree_to_role); !may_agree)
        return Outcome<InvitationCode>{fail(may_agree.error())};
    auto& parts = safelead.parts();
    auto made = new_invitation(parts, actor.person.text(), command);
    return keep_of(parts, actor, command, "agree role", person, std::string{directory::role_name(role)},
                   directory::AgreeRole{person, actor.organisation, role, actor.person, made.kept})
        .then([&parts, person, made = std::move(made)](Outcome<Done> kept) -> Outcome<InvitationCode> {
            (void)SL_TRY(std::move(kept));
            return code_that_stands(parts, person, made);
        });
}

std::vector<RoleWaiting> own_roles_waiting(Safelead& safelead, const Actor& actor)
{
    const auto partnership = safelead.parts().partnership();
    const auto* self = partnership->person(actor.person);
    std::vector<RoleWaiting> waiting;
    if (self == nullptr) return waiting;
    for (const auto& one : self->asked_roles) waiting.push_back(shown(*partnership, actor, *self, one));
    return waiting;
}

Later<Outcome<Done>> refuse_own_role(Safelead& safelead, const Actor& actor, const CommandId& command,
                                     const OrganisationId& at, directory::Role role)
{
    Said said{"refuse role"};
    said(actor.person);
    said(at);
    said(role);
    return keep_in_directory(safelead.parts(), actor.person.text(), command, said,
                             directory::RefuseRole{actor.person, at, role, actor.person});
}

Later<Outcome<Done>> refuse_role(Safelead& safelead, const Actor& actor, const CommandId& command,
                                 const PersonId& person, directory::Role role)
{
    return keep_of(safelead.parts(), actor, command, "refuse role", person,
                   std::string{directory::role_name(role)},
                   directory::RefuseRole{person, actor.organisation, role, actor.person});
}

Later<Outcome<Done>> take_role_here(Safelead& safelead, const Actor& actor, const CommandId& command,
                                    const PersonId& person, directory::Role role)
{
    return keep_of(safelead.parts(), actor, command, "take role", person,
                   std::string{directory::role_name(role)},
                   directory::TakeRole{person, actor.organisation, role, directory::by_person(actor.person)});
}

Later<Outcome<Done>> record_left_here(Safelead& safelead, const Actor& actor, const CommandId& command,
                                      const PersonId& person)
{
    auto& parts = safelead.parts();
    return keep_of(parts, actor, command, "left", person, {},
                   directory::RecordLeaving{person, directory::by_person(actor.person)})
        .then([&parts, person](Outcome<Done> kept) -> Outcome<Done> {
            (void)SL_TRY(std::move(kept));
            parts.passing->store().remove_of(session_kind, person.text());
            return Done{};
        });
}

Later<Outcome<Done>> rename_here(Safelead& safelead, const Actor& actor, const CommandId& command,
                                 const PersonId& person, std::string name)
{
    WordsGate{}(name);
    return keep_of(safelead.parts(), actor, command, "rename", person, name,
                   directory::RenamePerson{person, name, directory::by_person(actor.person)});
}

Later<Outcome<Done>> change_email_here(Safelead& safelead, const Actor& actor, const CommandId& command,
                                       const PersonId& person, std::string email)
{
    auto& parts = safelead.parts();
    auto key = sign_in_key(parts, email).value_or("");
    return keep_of(parts, actor, command, "change email", person, email,
                   directory::ChangeEmail{person, email, std::move(key), directory::by_person(actor.person)});
}

Outcome<AwayHere> away_here(Safelead& safelead, const Actor& actor, const PersonId& id)
{
    SL_TRY(allow(actor, access::Action::record_away));
    auto& parts = safelead.parts();
    const auto partnership = parts.partnership();
    const auto* person = SL_TRY(find_here(*partnership, actor, id));
    AwayHere away{shown(parts, *partnership, actor, *person), {}};
    for (const auto* other : partnership->people_of(actor.organisation))
        if (other->id != id && directory::may_agree(*partnership, other->id, actor.organisation))
            away.may_cover.push_back(shown(parts, *partnership, actor, *other));
    std::ranges::sort(away.may_cover, {}, &PersonHere::name);
    return away;
}

Later<Outcome<Done>> record_away_here(Safelead& safelead, const Actor& actor, const CommandId& command,
                                      const PersonId& person, directory::Absence absence)
{
    if (auto may_do = allow(actor, access::Action::record_away); !may_do) return may_do;
    const auto when_and_who =
        fmt::format("{} {} {}", to_text(absence.from), absence.until ? to_text(*absence.until) : "",
                    absence.covered_by ? absence.covered_by->text() : "");
    return keep_of(
        safelead.parts(), actor, command, "away", person, when_and_who,
        directory::RecordAway{person, actor.organisation, absence, directory::by_person(actor.person)});
}

Later<Outcome<Done>> record_back_here(Safelead& safelead, const Actor& actor, const CommandId& command,
                                      const PersonId& person)
{
    if (auto may_do = allow(actor, access::Action::record_away); !may_do) return may_do;
    return keep_of(safelead.parts(), actor, command, "back", person, {},
                   directory::EndAway{person, actor.organisation, directory::by_person(actor.person)});
}

}  // namespace safelead::app
