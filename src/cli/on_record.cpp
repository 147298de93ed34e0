#include "cli/on_record.h"

#include "app/disclose.h"
#include "app/keys.h"
#include "app/listing.h"
#include "app/proof.h"
#include "base/overloaded.h"
#include "base/time.h"
#include "cli/exit_codes.h"
#include "cli/guidance_replay.h"
#include "cli/import.h"
#include "cli/on_directory.h"
#include "cli/on_record_parts.h"
#include "cli/stats.h"

#include <fmt/format.h>

#include <ostream>
#include <vector>

namespace safelead::cli {

namespace {

int no_such_organisation(const OnRecordWith& with)
{
    with.errors << "There is no such organisation: `safelead organisation list` lists them.\n";
    return exit_said_no;
}

int not_disclosed(const app::NotDisclosed& why, const OnRecordWith& with)
{
    const auto said = [&](std::string_view sentence) {
        with.errors << sentence << '\n';
        return exit_said_no;
    };
    return std::visit(
        Overloaded{
            [&](const app::NoSuchLog&) { return no_such_organisation(with); },
            [&](const app::NoSuchEntry& none) {
                return said(fmt::format("The log has {} entries: give --entry a number from 1 to that.",
                                        none.entries));
            },
            [&](const app::EntryErased&) { return said("That entry was erased: nobody can read it."); },
            [&](const app::EntryDoesNotOpen&) {
                return said("That entry does not open: `safelead record verify` says what is wrong.");
            },
            [&](const app::NotDone& not_done) { return refused(not_done, with.errors); },
        },
        why);
}

int disclose(const RecordDisclose& asked, const OnRecordWith& with)
{
    const auto disclosed = wait_for(
        app::disclose_entry(with.safelead, OrganisationId{asked.organisation}, asked.entry, asked.why));
    if (!disclosed) return not_disclosed(disclosed.error(), with);
    with.out << *disclosed << '\n';
    say_taken_out({asked.why}, with.errors);
    return exit_done;
}

int rotate(const KeyRotateMaster&, const OnRecordWith& with)
{
    const auto rotated = app::rotate_master_key(with.safelead, with.place);
    with.out << fmt::format(
        "{} now holds a new master key; {} keys were wrapped again under it.\nKeep a copy of it somewhere "
        "else today: without it nobody can read the record, ever.\nBackups made before now need the key "
        "before it, {}: destroy that with the last of them.\n",
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
    if (!app::has_log(with.safelead, organisation)) return no_such_organisation(with);
    with.out << (asked.as == EntriesAs::lines
                     ? app::export_entries(with.safelead, organisation, asked.after, asked.limit)
                     : app::export_leaf_hashes(with.safelead, organisation, asked.after, asked.limit));
    return exit_done;
}

int print_key(const RecordKey& asked, const OnRecordWith& with)
{
    const auto proof = app::make_checkpoint(with.safelead, OrganisationId{asked.organisation});
    if (!proof) return no_such_organisation(with);
    if (asked.with_earlier)
        with.out << app::key_chain(with.safelead, proof->organisation);
    else
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
                          [&](const OrganisationChange& asked) { return change(asked, with); },
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
