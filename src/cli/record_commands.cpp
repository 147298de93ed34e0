#include "cli/reading.h"
#include "record/text_limits.h"

#include <charconv>
#include <cstdint>

namespace safelead::cli {

namespace {

void add_organisation_option(CLI::App& command, std::string& into)
{
    command.add_option("--organisation", into, "Its id: `safelead organisation list`")->required();
}

/// Of an entry; from 1. CLI11's own check says "not in range" with the numbers that fit a machine.
std::string is_entry_number(const std::string& typed)
{
    std::uint64_t number = 0;
    const auto* end = typed.data() + typed.size();
    const auto read = std::from_chars(typed.data(), end, number);
    if (read.ec == std::errc{} && read.ptr == end && number > 0) return "";
    return "Give a whole number from 1: the log counts its entries";
}

std::string is_reason(const std::string& words)
{
    const bool is_kept = !record::is_blank(words) && record::fits_line(words);
    return is_kept ? "" : "Give a reason of at most 1,000 characters";
}

void add_proofs(CLI::App& group, Reading& into)
{
    auto& checkpoint =
        *group.add_subcommand("checkpoint", "The signed checkpoint of all that is written now");
    add_place(checkpoint, into);
    add_organisation_option(checkpoint, into.checkpoint.organisation);
    add_json(checkpoint, into);
    on_record(checkpoint, into, [&into] {
        into.checkpoint.output = into.output;
        return into.checkpoint;
    });

    auto& prove = *group.add_subcommand("prove", "That an entry is in the record, or that it only grew");
    add_place(prove, into);
    add_organisation_option(prove, into.prove.organisation);
    auto* which = prove.add_option_group("what", "What to prove");
    which->add_option("--entry", into.prove.entry, "This entry is in it")->check(is_entry_number);
    which->add_option("--from", into.prove.from, "It begins with what it was at so many entries")
        ->check(is_entry_number);
    which->require_option(1);
    on_record(prove, into, [&into] { return into.prove; });

    auto& key = *group.add_subcommand("key", "The key's line that verifies its checkpoints");
    add_place(key, into);
    add_organisation_option(key, into.record_key.organisation);
    key.add_flag("--with-earlier", into.record_key.with_earlier,
                 "The keys before it too, each with its word for the next");
    on_record(key, into, [&into] { return into.record_key; });

    auto& rotate = *group.add_subcommand("rotate-signing-key", "Sign with a new key from now on");
    add_place(rotate, into);
    add_organisation_option(rotate, into.rotate.organisation);
    on_record(rotate, into, [&into] { return into.rotate; });

    auto& epoch = *group.add_subcommand(
        "new-epoch",
        "Say that the end of the record is lost for good; only after an older copy was put back");
    add_place(epoch, into);
    epoch.add_option("--reason", into.new_epoch.reason, "What happened; it is written into the record")
        ->required()
        ->check(is_reason);
    on_record(epoch, into, [&into] { return into.new_epoch; });
}

void add_export(CLI::App& group, Reading& into)
{
    auto& command = *group.add_subcommand("export", "Entries, checkpoint and key, to be verified elsewhere");
    add_place(command, into);
    add_organisation_option(command, into.record_export.organisation);
    command.add_option("--out", into.record_export.folder, "A folder that is empty or not there")->required();
    command.final_callback([&into] {
        into.chosen = [&into] {
            into.record_export.place = into.place;
            return into.record_export;
        };
    });

    auto& entries = *group.add_subcommand("entries", "Some entries as an export holds them");
    add_place(entries, into);
    add_organisation_option(entries, into.entries.organisation);
    entries.add_option("--after", into.entries.after, "Their positions come after this one");
    entries.add_option("--limit", into.entries.limit, "At most so many")->check(CLI::Range(1U, 10'000U));
    entries.add_flag_callback(
        "--leaf-hashes", [&into] { into.entries.as = EntriesAs::leaf_hashes; }, "The tree's hashes of them");
    on_record(entries, into, [&into] { return into.entries; });
}

void add_disclose(CLI::App& group, Reading& into)
{
    auto& command = *group.add_subcommand(
        "disclose", "Give one entry away, with the key that opens it alone; that it was is recorded");
    add_place(command, into);
    RecordDisclose& asked = into.disclose;
    add_organisation_option(command, asked.organisation);
    command.add_option("--entry", asked.entry, "Its number in the organisation's log")
        ->required()
        ->check(is_entry_number);
    command.add_option("--why", asked.why, "To whom, and on whose order; it is written into the record")
        ->required()
        ->check(is_reason);
    command.add_option("--out", asked.folder, "The folder to write disclosure.json to")->required();
    on_record(command, into, [&asked] { return asked; });
}

void add_record(Reading& into)
{
    auto& group = *into.app.add_subcommand("record", "The record as a whole");
    group.require_subcommand(1);
    auto& verify = *group.add_subcommand(
        "verify", "Read everything; say that it opens and is in order, or where it is not");
    add_place(verify, into);
    add_json(verify, into);
    on_record(verify, into, [&into] { return RecordVerify{into.output}; });
    add_proofs(group, into);
    add_export(group, into);
    add_disclose(group, into);
}

void add_witness(Reading& into)
{
    auto& group = *into.app.add_subcommand(
        "witness", "On another machine: follow a log's checkpoints, cosign them, raise the alarm");
    group.require_subcommand(1);
    auto& key = *group.add_subcommand("key", "Make the witness's key, or show its line");
    key.add_option("--key", into.witness_key.key, "The file; made if it is not there")->required();
    key.add_option("--name", into.witness_key.name, "For example witness.example.org/1")->required();
    key.final_callback([&into] { into.chosen = [&into] { return into.witness_key; }; });

    auto& follow =
        *group.add_subcommand("follow", "Look at a log's newest checkpoint, once or again and again");
    WitnessFollow& asked = into.witness_follow;
    follow.add_option("--key", asked.key, "The witness's key")->required();
    follow.add_option("--state", asked.state, "A folder for what was seen last")->required();
    follow.add_option("--log", asked.log, "https://server, or the folder of an export")->required();
    follow.add_option("--log-key", asked.log_key, "The log's key line, or a file with it")->required();
    follow.add_option("--alarm", asked.alarm, "A program to run when something is wrong; gets a file's name");
    follow.add_option("--trust", asked.trust, "Certificates to trust besides the system's, PEM");
    follow.add_option("--every", asked.every, "Seconds; without it, once")->check(CLI::Range(1U, 86400U));
    follow.final_callback([&into] { into.chosen = [&into] { return into.witness_follow; }; });
}

void add_key(Reading& into)
{
    auto& group = *into.app.add_subcommand("key", "The keys that seal the record");
    group.require_subcommand(1);

    auto& master = *group.add_subcommand(
        "rotate-master", "Make a new master key; a server that runs goes on serving meanwhile");
    add_place(master, into);
    on_record(master, into, [] { return KeyRotateMaster{}; });

    auto& one = *group.add_subcommand(
        "rotate", "Make an organisation's next key and destroy the one before; goes on serving meanwhile");
    add_place(one, into);
    one.add_option("organisation", into.key_rotate.organisation,
                   "Its id, or `partnership` for the directory's log")
        ->required();
    on_record(one, into, [&into] { return into.key_rotate; });
}

void add_backup(Reading& into)
{
    auto& command = *into.app.add_subcommand(
        "backup", "Write the whole record to a file, while serving too; the key is kept apart from it");
    add_place(command, into);
    // A running server writes it, and that was started elsewhere.
    const auto made_absolute = [](std::string& file) {
        if (!file.empty()) file = std::filesystem::absolute(file).string();
        return std::string{};
    };
    command.add_option("--out", into.backup.file, "The file to write")
        ->required()
        ->transform(CLI::Validator{made_absolute, ""});
    on_record(command, into, [&into] { return into.backup; });
}

void add_restore(Reading& into)
{
    auto& command = *into.app.add_subcommand("restore", "Make a record again from a backup");
    Restore& asked = into.restore;
    command.add_option("file", asked.file, "The backup")->required();
    auto* verify = command.add_flag("--verify", asked.verify_only, "Only say whether the backup is whole");
    command.add_option("--data", into.place.data, "The folder to make; must not be there yet, or be empty")
        ->envname(environment_name("data"));
    command.add_option("--store", into.place.store, "postgresql://…: an empty database to restore into")
        ->envname(environment_name("store"));
    command.final_callback([&into, verify] {
        if (into.place.data.empty() && verify->count() == 0) throw CLI::RequiredError("--data");
        into.chosen = [&into] {
            into.restore.place = into.place;
            return into.restore;
        };
    });
}

void add_store(Reading& into)
{
    auto& group = *into.app.add_subcommand("store", "Where the record is kept");
    group.require_subcommand(1);
    auto& copy = *group.add_subcommand(
        "copy", "Copy everything to a new store and prove that both hold the same; stop the server first");
    copy.add_option("--from", into.store_copy.from, "A data folder, or postgresql://…")->required();
    copy.add_option("--to", into.store_copy.to, "A new data folder, or an empty database: postgresql://…")
        ->required();
    copy.final_callback([&into] { into.chosen = [&into] { return into.store_copy; }; });
}

void add_stats(Reading& into)
{
    auto& command =
        *into.app.add_subcommand("stats", "The partnership's own figures, rounded, small ones not shown");
    add_place(command, into);
    add_json(command, into);
    on_record(command, into, [&into] { return Stats{into.output}; });
}

void add_doctor(Reading& into)
{
    auto& command = *into.app.add_subcommand("doctor", "Look whether everything is as it should be");
    add_place(command, into);
    add_json(command, into);
    command.final_callback([&into] { into.chosen = [&into] { return Doctor{into.place, into.output}; }; });
}

}  // namespace

void add_record_commands(Reading& into)
{
    add_record(into);
    add_key(into);
    add_witness(into);
    add_doctor(into);
    add_backup(into);
    add_restore(into);
    add_store(into);
    add_stats(into);
}

}  // namespace safelead::cli
