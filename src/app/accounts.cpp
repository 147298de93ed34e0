#include "app/accounts.h"

#include "app/finding_people.h"
#include "app/keep_in_directory.h"
#include "app/new_ids.h"
#include "app/parts.h"
#include "app/said.h"
#include "app/session.h"
#include "crypto/password.h"

namespace safelead::app {
namespace {

// A password is no part of what a command is known to have said: only its slow hash is ever kept.
using Commands = std::vector<directory::Command>;

Later<Outcome<Done>> keep(Parts& parts, const CommandId& command, const Said& said, Commands commands)
{
    return keep_in_directory(parts, "operator", command, said, std::move(commands));
}

NewIds ids_of(Parts& parts, const CommandId& command)
{
    return {parts.directory().log(), "operator", command};
}

auto gives(auto value)
{
    return [value = std::move(value)](Outcome<Done> kept) -> Outcome<std::decay_t<decltype(value)>> {
        (void)SL_TRY(std::move(kept));
        return value;
    };
}

}  // namespace

std::shared_ptr<const directory::Partnership> partnership(Safelead& safelead)
{
    return safelead.parts().partnership();
}

Later<Outcome<OrganisationId>> add_organisation(Safelead& safelead, const CommandId& command,
                                                NewOrganisation organisation)
{
    auto& parts = safelead.parts();
    const auto ids = ids_of(parts, command);
    const auto id = ids.id<OrganisationId>("organisation");
    WordsGate gate;
    for (auto* text : {&organisation.name, &organisation.urn, &organisation.telephone,
                       &organisation.dsl_telephone, &organisation.area})
        gate(*text);
    Said said{"add organisation"};
    for (const auto* text : {&organisation.name, &organisation.urn, &organisation.telephone,
                             &organisation.dsl_telephone, &organisation.area})
        said(*text);
    said(organisation.kind);
    said(organisation.phase);
    said(organisation.standing);

    const directory::AddOrganisation add{
        {id, organisation.name, organisation.kind, organisation.phase, organisation.urn,
         organisation.telephone, organisation.dsl_telephone, organisation.area, organisation.standing}};
    if (const auto refused = directory::decide(*parts.partnership(), add);
        !refused && refused.error() != directory::Refusal::organisation_already_there)
        return Outcome<OrganisationId>{fail(refused.error())};
    // Its log first: an organisation that is in the directory always has one.
    (void)parts.ledger().add_organisation(id, parts.now());
    return keep(parts, command, said, {add}).then(gives(id));
}

Later<Outcome<Done>> change_organisation(Safelead& safelead, const CommandId& command,
                                         directory::ChangeOrganisation change)
{
    auto& parts = safelead.parts();
    WordsGate gate;
    Said said{"change organisation"};
    said(change.organisation);
    auto texts = {&change.name, &change.urn, &change.telephone, &change.dsl_telephone, &change.area};
    for (auto* text : texts) gate(*text);
    for (const auto* text : texts) said(*text);
    said(change.phase);
    return keep(parts, command, said, {std::move(change)});
}

Later<Outcome<Done>> finish_set_up(Safelead& safelead, const CommandId& command,
                                   const OrganisationId& organisation)
{
    auto& parts = safelead.parts();
    Said said{"finish set-up"};
    said(organisation);
    return keep(parts, command, said, {directory::FinishSetUp{organisation}});
}

Later<Outcome<Done>> reopen_set_up(Safelead& safelead, const CommandId& command,
                                   const OrganisationId& organisation, std::string reason)
{
    auto& parts = safelead.parts();
    WordsGate{}(reason);
    Said said{"reopen set-up"};
    said(organisation);
    said(reason);
    return keep(parts, command, said, {directory::ReopenSetUp{organisation, std::move(reason)}});
}

Later<Outcome<PersonId>> add_person(Safelead& safelead, const CommandId& command, NewPerson person)
{
    auto& parts = safelead.parts();
    const auto ids = ids_of(parts, command);
    const auto id = ids.id<PersonId>("person");
    WordsGate{}(person.name);
    const auto key = sign_in_key(parts, person.email);
    if (!key) return Outcome<PersonId>{fail(directory::Refusal::email_not_usable)};
    Said said{"add person"};
    said(person.organisation);
    said(person.name);
    said(person.email);
    said(person.roles);

    Commands commands{directory::AddPerson{id, person.organisation, person.name, person.email, *key,
                                           directory::by_operator()}};
    auto give_and_keep = [&parts, command, said, id, person, commands](const std::string& hash) mutable {
        if (!hash.empty()) commands.emplace_back(directory::SetPassword{id, hash, directory::by_operator()});
        for (const auto role : person.roles)
            commands.emplace_back(
                directory::GiveRole{id, person.organisation, role, directory::by_operator()});
        return keep(parts, command, said, std::move(commands)).then(gives(id));
    };
    if (person.password.empty()) return give_and_keep(std::string{});
    auto hashing = parts.workers.run([&parts, password = person.password] {
        return crypto::hash_password(password, parts.password_cost());
    });
    if (!hashing) return Outcome<PersonId>{fail(Crowded{})};
    return std::move(*hashing).then(std::move(give_and_keep));
}

Later<Outcome<Done>> give_role(Safelead& safelead, const CommandId& command, const PersonId& person,
                               const OrganisationId& organisation, directory::Role role)
{
    auto& parts = safelead.parts();
    Said said{"give role"};
    said(person);
    said(organisation);
    said(role);
    return keep(parts, command, said,
                {directory::GiveRole{person, organisation, role, directory::by_operator()}});
}

Later<Outcome<Done>> take_role(Safelead& safelead, const CommandId& command, const PersonId& person,
                               const OrganisationId& organisation, directory::Role role)
{
    auto& parts = safelead.parts();
    Said said{"take role"};
    said(person);
    said(organisation);
    said(role);
    return keep(parts, command, said,
                {directory::TakeRole{person, organisation, role, directory::by_operator()}});
}

Later<Outcome<Done>> record_left(Safelead& safelead, const CommandId& command, const PersonId& person)
{
    auto& parts = safelead.parts();
    Said said{"left"};
    said(person);
    return keep(parts, command, said, {directory::RecordLeaving{person, directory::by_operator()}})
        .then([&parts, person](Outcome<Done> kept) -> Outcome<Done> {
            (void)SL_TRY(std::move(kept));
            parts.passing->store().remove_of(session_kind, person.text());
            return Done{};
        });
}

Later<Outcome<Done>> set_password(Safelead& safelead, const CommandId& command, const PersonId& person,
                                  std::string password)
{
    auto& parts = safelead.parts();
    if (password.empty()) return Outcome<Done>{fail(directory::Refusal::password_missing)};
    Said said{"set password"};
    said(person);
    auto hashing = parts.workers.run(
        [&parts, password] { return crypto::hash_password(password, parts.password_cost()); });
    if (!hashing) return Outcome<Done>{fail(Crowded{})};
    return std::move(*hashing).then([&parts, command, said, person](const std::string& hash) {
        // Alone, so that they are told of it.
        return keep_in_directory(parts, "operator", command, said,
                                 directory::SetPassword{person, hash, directory::by_operator()})
            .then([&parts, person](Outcome<Done> kept) -> Outcome<Done> {
                (void)SL_TRY(std::move(kept));
                parts.passing->store().remove_of(session_kind, person.text());
                return Done{};
            });
    });
}

}  // namespace safelead::app
