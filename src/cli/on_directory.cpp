#include "cli/on_directory.h"

#include "app/accounts.h"
#include "app/invitations.h"
#include "app/known_password.h"
#include "app/listing.h"
#include "cli/exit_codes.h"
#include "cli/on_record_parts.h"

#include <fmt/format.h>

#include <istream>
#include <ostream>
#include <string>
#include <utility>

namespace safelead::cli {

namespace {

int no_role(std::string_view asked, std::ostream& errors)
{
    std::string names;
    for (const auto role : directory::all_roles())
        names += fmt::format("{}{}", names.empty() ? "" : ", ", directory::role_name(role));
    return wrong(errors, fmt::format("\"{}\" is no role. There are: {}.", asked, names));
}

template <class Asked>
int change_role(const Asked& asked, const OnRecordWith& with, decltype(&app::give_role) change,
                std::string_view done)
{
    const auto role = directory::role_from_name(asked.role);
    if (!role) return no_role(asked.role, with.errors);
    const auto changed = wait_for(change(with.safelead, new_command(), PersonId{asked.person},
                                         OrganisationId{asked.organisation}, *role));
    if (!changed) return refused(changed.error(), with.errors);
    with.out << done << '\n';
    return exit_done;
}

}  // namespace

int add(const OrganisationAdd& asked, const OnRecordWith& with)
{
    const auto kind = directory::kind_from_name(asked.kind);
    if (!kind)
        return wrong(
            with.errors,
            fmt::format("\"{}\" is no kind of organisation: `safelead organisation add --help` lists them.",
                        asked.kind));
    const auto phase =
        asked.phase.empty() ? directory::Phase::not_a_school : directory::phase_from_name(asked.phase);
    if (!phase)
        return wrong(
            with.errors,
            fmt::format("\"{}\" is no phase: `safelead organisation add --help` lists them.", asked.phase));

    const auto added =
        wait_for(app::add_organisation(with.safelead, new_command(),
                                       {asked.name, *kind, *phase, asked.urn, asked.telephone,
                                        asked.lead_telephone, asked.area, directory::Standing::real}));
    if (!added) return refused(added.error(), with.errors);
    with.out << added->text() << '\n';
    say_taken_out({asked.name, asked.urn, asked.telephone, asked.lead_telephone, asked.area}, with.errors);
    return exit_done;
}

int change(const OrganisationChange& asked, const OnRecordWith& with)
{
    const auto phase = asked.phase ? directory::phase_from_name(*asked.phase) : std::nullopt;
    if (asked.phase && !phase)
        return wrong(
            with.errors,
            fmt::format("\"{}\" is no phase: `safelead organisation add --help` lists them.", *asked.phase));
    const auto changed =
        wait_for(app::change_organisation(with.safelead, new_command(),
                                          {OrganisationId{asked.organisation}, asked.name, phase, asked.urn,
                                           asked.telephone, asked.lead_telephone, asked.area}));
    if (!changed) return refused(changed.error(), with.errors);
    with.out << "It is put right.\n";
    for (const auto& text : {asked.name, asked.telephone, asked.lead_telephone, asked.area})
        if (text) say_taken_out({*text}, with.errors);
    return exit_done;
}

int list(const OrganisationList& asked, const OnRecordWith& with)
{
    if (asked.output == Output::json) {
        with.out << app::organisations_json(with.safelead) << '\n';
        return exit_done;
    }
    const auto directory = app::partnership(with.safelead);
    for (const auto* one : directory->organisations())
        with.out << fmt::format("{}  {}  ({}, {})\n", one->id.text(), one->name,
                                directory::kind_name(one->kind), one->area);
    return exit_done;
}

int finish(const OrganisationFinishSetUp& asked, const OnRecordWith& with)
{
    const auto done =
        wait_for(app::finish_set_up(with.safelead, new_command(), OrganisationId{asked.organisation}));
    if (!done) return refused(done.error(), with.errors);
    with.out << "From now on its own people give roles, two at a time.\n";
    return exit_done;
}

int reopen(const OrganisationReopenSetUp& asked, const OnRecordWith& with)
{
    const auto done = wait_for(
        app::reopen_set_up(with.safelead, new_command(), OrganisationId{asked.organisation}, asked.reason));
    if (!done) return refused(done.error(), with.errors);
    with.out << "Its set-up is open again, and the record says why: give the roles with "
                "`safelead person give-role`, then finish it.\n";
    say_taken_out({asked.reason}, with.errors);
    return exit_done;
}

/// The code alone on its line; what to do with it goes where only a person reads it.
int invite(const PersonInvite& asked, const OnRecordWith& with)
{
    const auto code = wait_for(app::invite_as_operator(with.safelead, new_command(), PersonId{asked.person}));
    if (!code) return refused(code.error(), with.errors);
    with.out << *code << '\n';
    with.errors << "It works once, for three days, at /invitation. Give it to them alone.\n";
    return exit_done;
}

int add(const PersonAdd& asked, const OnRecordWith& with)
{
    app::NewPerson person{OrganisationId{asked.organisation}, asked.name, asked.email, {}, {}};
    for (const auto& name : asked.roles) {
        const auto role = directory::role_from_name(name);
        if (!role) return no_role(name, with.errors);
        person.roles.push_back(*role);
    }
    if (!asked.invite) std::getline(with.in, person.password);
    if (!asked.invite && person.password.size() < app::shortest_password)
        return wrong(with.errors,
                     "Give a password of at least 12 characters on standard input, on one line.");
    if (!asked.invite && app::is_widely_known(person.password))
        return wrong(with.errors, "That password is one that anybody would try: give another.");

    const auto added = wait_for(app::add_person(with.safelead, new_command(), std::move(person)));
    if (!added) return refused(added.error(), with.errors);
    with.out << added->text() << '\n';
    say_taken_out({asked.name}, with.errors);
    return asked.invite ? invite({std::string{added->text()}}, with) : exit_done;
}

int give(const PersonGiveRole& asked, const OnRecordWith& with)
{
    return change_role(asked, with, app::give_role, "They have the role.");
}

int take(const PersonTakeRole& asked, const OnRecordWith& with)
{
    return change_role(asked, with, app::take_role, "The role is taken away, from their next request on.");
}

int left(const PersonLeft& asked, const OnRecordWith& with)
{
    const auto done = wait_for(app::record_left(with.safelead, new_command(), PersonId{asked.person}));
    if (!done) return refused(done.error(), with.errors);
    with.out << "It is recorded that they have left: they have no role and no session any more.\n";
    return exit_done;
}

int list(const PersonList& asked, const OnRecordWith& with)
{
    if (asked.output == Output::json) {
        with.out << app::people_json(with.safelead, OrganisationId{asked.organisation}) << '\n';
        return exit_done;
    }
    const auto directory = app::partnership(with.safelead);
    for (const auto* place : directory->organisations()) {
        if (!asked.organisation.empty() && place->id.text() != asked.organisation) continue;
        with.out << place->name << '\n';
        for (const auto* person : directory->people_of(place->id)) {
            std::string roles;
            for (const auto role : directory->roles_of(person->id, place->id).list())
                roles += fmt::format("{}{}", roles.empty() ? "" : ", ", directory::role_words(role));
            with.out << fmt::format("  {}  {}  {}  ({})\n", person->id.text(), person->name, person->email,
                                    roles);
        }
    }
    return exit_done;
}

}  // namespace safelead::cli
