#include "cli/on_record.h"

#include "app/accounts.h"
#include "app/disclose.h"
#include "app/invitations.h"
#include "app/keys.h"
#include "app/known_password.h"
#include "app/listing.h"
#include "app/proof.h"
#include "app/taken_out.h"
#include "base/overloaded.h"
#include "base/time.h"
#include "cli/exit_codes.h"
#include "cli/guidance_replay.h"
#include "cli/import.h"
#include "cli/stats.h"

#include <fmt/format.h>

#include <istream>
#include <ostream>
#include <utility>
#include <vector>

namespace safelead::cli {

namespace {

CommandId new_command()
{
    return CommandId{app::Safelead::random_text()};
}

int refused(const app::NotDone& why, std::ostream& errors)
{
    return std::visit(
        Overloaded{
            [&](const directory::Refusal& refusal) {
                errors << directory::words(refusal) << '\n';
                return exit_said_no;
            },
            [&](const app::Crowded&) {
                errors << "Too much is waiting to be written: try again in a moment.\n";
                return exit_try_later;
            },
            [&](const app::RecordStopped&) {
                errors << "Part of the record does not open: `safelead record verify` says where.\n";
                return exit_said_no;
            },
            [&](const auto&) {
                errors << "That was not done: there is no such organisation or person.\n";
                return exit_said_no;
            },
        },
        why);
}

int wrong(std::ostream& errors, std::string_view sentence)
{
    errors << sentence << '\n';
    return exit_wrong_use;
}

/// What a person types is never refused: what carries data is taken out, and that is said.
void say_taken_out(std::vector<std::string> typed, std::ostream& errors)
{
    if (app::taken_out_of(std::move(typed)) > 0)
        errors << "Part of what you gave carried data, such as an image: that part was not kept, the words "
                  "were.\n";
}

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
        if (!role)
            return wrong(with.errors,
                         fmt::format("\"{}\" is no role: `safelead person add --help` lists them.", name));
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

int no_role(std::string_view asked, const OnRecordWith& with)
{
    return wrong(with.errors, fmt::format("\"{}\" is no role: `safelead person list` shows them.", asked));
}

int give(const PersonGiveRole& asked, const OnRecordWith& with)
{
    const auto role = directory::role_from_name(asked.role);
    if (!role) return no_role(asked.role, with);
    const auto given = wait_for(app::give_role(with.safelead, new_command(), PersonId{asked.person},
                                               OrganisationId{asked.organisation}, *role));
    if (!given) return refused(given.error(), with.errors);
    with.out << "They have the role.\n";
    return exit_done;
}

int take(const PersonTakeRole& asked, const OnRecordWith& with)
{
    const auto role = directory::role_from_name(asked.role);
    if (!role) return no_role(asked.role, with);
    const auto taken = wait_for(app::take_role(with.safelead, new_command(), PersonId{asked.person},
                                               OrganisationId{asked.organisation}, *role));
    if (!taken) return refused(taken.error(), with.errors);
    with.out << "The role is taken away, from their next request on.\n";
    return exit_done;
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

int disclose(const RecordDisclose& asked, const OnRecordWith& with)
{
    const auto disclosed = wait_for(
        app::disclose_entry(with.safelead, OrganisationId{asked.organisation}, asked.entry, asked.why));
    if (!disclosed) {
        with.errors << "There is no such entry that can be read: it may have been erased.\n";
        return exit_said_no;
    }
    with.out << *disclosed << '\n';
    say_taken_out({asked.why}, with.errors);
    return exit_done;
}

int rotate(const KeyRotateMaster&, const OnRecordWith& with)
{
    const auto rotated = app::rotate_master_key(with.safelead, with.place);
    with.out << fmt::format(
        "{} now holds a new master key; {} keys were wrapped again under it.\nKeep a copy of it somewhere "
        "else "
        "today: without it nobody can read the record, ever.\nBackups made before now need the key before "
        "it, "
        "{}: destroy that with the last of them.\n",
        rotated.key.string(), rotated.keys, rotated.old_key.string());
    return exit_done;
}

int rotate(const KeyRotate& asked, const OnRecordWith& with)
{
    const auto rotated = app::rotate_organisation_key(with.safelead, OrganisationId{asked.organisation});
    if (!rotated) return refused(rotated.error(), with.errors);
    with.out << fmt::format(
        "Key {} of {} is in use; {} keys were wrapped again under it and {} {} destroyed.\n", rotated->epoch,
        asked.organisation, rotated->keys, rotated->destroyed,
        rotated->destroyed == 1 ? "key before it was" : "keys before it were");
    return exit_done;
}

int back_up(const Backup& asked, const OnRecordWith& with)
{
    with.out << with.back_up(asked.file) << '\n';
    return exit_done;
}

int verify(const RecordVerify& asked, const OnRecordWith& with)
{
    const auto checked = with.check_record();
    print(checked, asked.output, with.out);
    return checked.is_in_order() ? exit_done : exit_said_no;
}

int no_such_organisation(const OnRecordWith& with)
{
    with.errors << "There is no such organisation: `safelead organisation list` lists them.\n";
    return exit_said_no;
}

int print_proof(const std::optional<app::RecordProof>& proof, Output output, const OnRecordWith& with)
{
    if (!proof) return no_such_organisation(with);
    if (output == Output::json)
        with.out << app::to_json(*proof) << '\n';
    else
        with.out << proof->note;
    return exit_done;
}

int prove(const RecordProve& asked, const OnRecordWith& with)
{
    const OrganisationId organisation{asked.organisation};
    const auto newest = app::make_checkpoint(with.safelead, organisation);
    if (!newest) return no_such_organisation(with);
    const auto proof = asked.entry != 0 ? app::prove_entry(with.safelead, organisation, asked.entry)
                                        : app::prove_growth(with.safelead, organisation, asked.from);
    if (!proof) {
        with.errors << fmt::format("The record has {} entries: give a number up to that.\n", newest->entries);
        return exit_said_no;
    }
    with.out << *proof;
    return exit_done;
}

int entries(const RecordEntries& asked, const OnRecordWith& with)
{
    const OrganisationId organisation{asked.organisation};
    with.out << (asked.as == EntriesAs::lines
                     ? app::export_entries(with.safelead, organisation, asked.after, asked.limit)
                     : app::export_leaf_hashes(with.safelead, organisation, asked.after, asked.limit));
    return exit_done;
}

int print_key(const RecordKey& asked, const OnRecordWith& with)
{
    const auto proof = app::make_checkpoint(with.safelead, OrganisationId{asked.organisation});
    if (!proof) return no_such_organisation(with);
    with.out << proof->key_line << '\n';
    return exit_done;
}

int rotate(const RecordRotateSigningKey& asked, const OnRecordWith& with)
{
    const auto proof = app::rotate_signing_key(with.safelead, OrganisationId{asked.organisation});
    if (!proof) return no_such_organisation(with);
    with.out << fmt::format("From now on this key verifies; give it to whoever verifies the record:\n{}\n",
                            proof->key_line);
    return exit_done;
}

int begin_epoch(const RecordNewEpoch& asked, const OnRecordWith& with)
{
    const auto begun = app::begin_epochs(with.safelead, asked.reason);
    if (begun.empty()) {
        with.errors << "Nothing of the record is missing, so no new epoch is begun.\n";
        return exit_said_no;
    }
    for (const auto& one : begun)
        with.out << fmt::format("Organisation {} begins a new epoch; from now on this key verifies it:\n{}\n",
                                one.organisation.text(), one.key_line);
    say_taken_out({asked.reason}, with.errors);
    return exit_done;
}

}  // namespace

int carry_out(const RecordCommand& command, const OnRecordWith& with)
{
    return std::visit(Overloaded{
                          [&](const OrganisationAdd& asked) { return add(asked, with); },
                          [&](const OrganisationList& asked) { return list(asked, with); },
                          [&](const OrganisationFinishSetUp& asked) { return finish(asked, with); },
                          [&](const PersonAdd& asked) { return add(asked, with); },
                          [&](const PersonGiveRole& asked) { return give(asked, with); },
                          [&](const PersonTakeRole& asked) { return take(asked, with); },
                          [&](const PersonList& asked) { return list(asked, with); },
                          [&](const RecordVerify& asked) { return verify(asked, with); },
                          [&](const Backup& asked) { return back_up(asked, with); },
                          [&](const KeyRotateMaster& asked) { return rotate(asked, with); },
                          [&](const KeyRotate& asked) { return rotate(asked, with); },
                          [&](const GuidanceReplay& asked) { return replay_guidance(asked, with); },
                          [&](const RecordCheckpoint& asked) {
                              return print_proof(
                                  app::make_checkpoint(with.safelead, OrganisationId{asked.organisation}),
                                  asked.output, with);
                          },
                          [&](const RecordProve& asked) { return prove(asked, with); },
                          [&](const RecordEntries& asked) { return entries(asked, with); },
                          [&](const RecordKey& asked) { return print_key(asked, with); },
                          [&](const RecordRotateSigningKey& asked) { return rotate(asked, with); },
                          [&](const RecordNewEpoch& asked) { return begin_epoch(asked, with); },
                          [&](const RecordDisclose& asked) { return disclose(asked, with); },
                          [&](const Import& asked) { return import_file(asked, with); },
                          [&](const PersonInvite& asked) { return invite(asked, with); },
                          [&](const Stats& asked) { return print_figures(asked, with); },
                          [&](const OrganisationReopenSetUp& asked) { return reopen(asked, with); },
                          [&](const PersonLeft& asked) { return left(asked, with); },
                      },
                      command);
}

void print(const app::RecordChecked& checked, Output output, std::ostream& out)
{
    if (output == Output::json) {
        out << app::to_json(checked) << '\n';
        return;
    }
    out << fmt::format("{} entries of {} organisations in {} streams, {} keys: ", checked.entries,
                       checked.organisations, checked.streams, checked.keys);
    if (checked.is_in_order()) {
        out << "everything opens and is in order.\n";
        if (checked.erased > 0)
            out << fmt::format("{} of the entries were erased; their bytes are as they were written.\n",
                               checked.erased);
    } else {
        out << fmt::format("{} faults.\n", checked.faults_in_all);
        for (const auto& fault : checked.faults) out << "  " << fault << '\n';
        if (checked.faults_in_all > checked.faults.size())
            out << fmt::format("  and {} more.\n", checked.faults_in_all - checked.faults.size());
    }
    for (const auto& epoch : checked.epochs)
        out << fmt::format(
            "Organisation {} began epoch {} at {}: {} entries had been signed and {} were lost. Whoever runs "
            "the server gave the reason: {}\n",
            epoch.organisation.text(), epoch.number, safelead::to_text(epoch.at), epoch.had, epoch.lost(),
            epoch.reason);
}

void print(const std::vector<app::Finding>& findings, Output output, std::ostream& out)
{
    if (output == Output::json) {
        out << app::to_json(findings) << '\n';
        return;
    }
    for (const auto& found : findings) {
        out << fmt::format("{:8} {} {}\n", app::health_name(found.health), found.what, found.finding);
        if (!found.advice.empty()) out << fmt::format("         {}\n", found.advice);
    }
}

}  // namespace safelead::cli
