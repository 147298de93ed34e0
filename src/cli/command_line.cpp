#include "cli/command_line.h"

#include "cli/exit_codes.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <functional>
#include <optional>

namespace safelead::cli {

namespace {

constexpr const char* version_words =
    "safelead 0.1.0 (guidance rules not yet checked by a practising safeguarding lead)";

/// "idle-minutes" is SAFELEAD_IDLE_MINUTES.
std::string environment_name(std::string_view option)
{
    std::string name = "SAFELEAD_";
    for (const char c : option)
        name += c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return name;
}

/// CLI11 2.1 lets the file win over the environment; here what the environment says is left out of the file.
class FileUnderEnvironment final : public CLI::ConfigTOML {
public:
    std::vector<CLI::ConfigItem> from_config(std::istream& input) const override
    {
        auto found = CLI::ConfigTOML::from_config(input);
        std::erase_if(found, [](const CLI::ConfigItem& item) {
            return std::getenv(environment_name(item.name).c_str()) != nullptr;
        });
        return found;
    }
};

/// What the options write into while CLI11 reads; the chosen command is taken out of it afterwards.
struct Reading {
    CLI::App app{
        "Safelead: what published guidance says when an image of a child has been shared, and a record of "
        "what was "
        "decided.\nNothing here rings anyone. If anyone is in danger now, ring 999.",
        "safelead"};
    std::filesystem::path guidance;
    Place place;
    Output output = Output::words;

    Serve serve;
    Practice practice;
    Advise advise;
    GuidanceExportDmn export_dmn;
    GuidanceShow guidance_show;
    GuidanceDiff guidance_diff;
    GuidanceCheck guidance_check;
    GuidanceReplay replay;
    WhoToRing who_to_ring;
    Words words;
    OrganisationAdd organisation_add;
    OrganisationFinishSetUp finish;
    PersonAdd person_add;
    PersonList person_list;
    Backup backup;
    Restore restore;
    StoreCopy store_copy;
    KeyRotate key_rotate;
    RecordCheckpoint checkpoint;
    RecordProve prove;
    RecordEntries entries;
    RecordKey record_key;
    RecordRotateSigningKey rotate;
    RecordNewEpoch new_epoch;
    RecordExport record_export;
    WitnessKey witness_key;
    WitnessFollow witness_follow;
    RecordDisclose disclose;

    std::function<decltype(CommandLine::command)()> chosen;
};

void add_place(CLI::App& command, Reading& into)
{
    command.add_option("--data", into.place.data, "The data folder")
        ->required()
        ->envname(environment_name("data"));
    command
        .add_option("--key", into.place.key,
                    "The master key; by default the data folder's name with .key beside it")
        ->envname(environment_name("key"));
    command
        .add_option("--store", into.place.store,
                    "postgresql://USER@HOST/DATABASE, where the record is not in the data folder")
        ->envname(environment_name("store"));
}

void add_json(CLI::App& command, Reading& into)
{
    command.add_flag_callback("--json", [&into] { into.output = Output::json; }, "For programs: JSON");
}

template <class Make>
void on_record(CLI::App& command, Reading& into, Make make)
{
    command.final_callback([&into, make] {
        into.chosen = [&into, make] { return OnRecord{into.place, RecordCommand{make()}, {}}; };
    });
}

void add_init(Reading& into)
{
    auto& command = *into.app.add_subcommand("init", "Make a new data folder and its key");
    add_place(command, into);
    command.final_callback([&into] { into.chosen = [&into] { return Init{into.place}; }; });
}

void add_serve(Reading& into)
{
    auto& command = *into.app.add_subcommand("serve", "Serve the pages until told to stop");
    add_place(command, into);
    Serve& serve = into.serve;
    command.add_option("--listen", serve.listen, "ADDRESS:PORT")
        ->capture_default_str()
        ->envname(environment_name("listen"));
    auto* certificate = command.add_option("--tls-cert", serve.tls_certificate, "Certificate chain, PEM")
                            ->envname(environment_name("tls-cert"));
    auto* key =
        command.add_option("--tls-key", serve.tls_key, "Its key, PEM")->envname(environment_name("tls-key"));
    certificate->needs(key);
    key->needs(certificate);
    command.add_option("--host", serve.host_names, "Host names to answer to; by default any")
        ->envname(environment_name("host"));
    command.add_flag("--behind-proxy", serve.behind_proxy,
                     "A proxy of ours ends TLS in front of this server");
    command.add_option("--threads", serve.threads, "Threads that answer")
        ->check(CLI::Range(1, 256))
        ->capture_default_str();
    command
        .add_option("--idle-minutes", serve.idle_minutes,
                    "Minutes without a request after which to sign in again")
        ->check(CLI::Range(1, 1440))
        ->capture_default_str()
        ->envname(environment_name("idle-minutes"));
    command
        .add_option("--witness", serve.witnesses,
                    "The key line of a witness whose cosignatures are kept (may come again)")
        ->envname(environment_name("witness"));
    command.final_callback([&into] {
        into.chosen = [&into] {
            into.serve.place = into.place;
            return into.serve;
        };
    });
}

void add_practice(Reading& into)
{
    auto& command =
        *into.app.add_subcommand("practice", "Make a made-up partnership to learn on, marked as practice");
    add_place(command, into);
    command.add_flag("--sign-ins", into.practice.sign_ins_only,
                     "Only say how to sign in to one that is there");
    command.final_callback([&into] {
        into.chosen = [&into] {
            into.practice.place = into.place;
            return into.practice;
        };
    });
}

void add_advise(Reading& into)
{
    auto& command =
        *into.app.add_subcommand("advise", "What an edition of the guidance says about facts, as JSON");
    command.add_option("--edition", into.advise.edition, "For example ukcis-2024")->required();
    command.add_option("--overlay", into.advise.overlays, "Laid on the edition; can only raise the route");
    command
        .add_option("file", into.advise.file, "One facts object or an array of them; - for standard input")
        ->required();
    command.final_callback([&into] { into.chosen = [&into] { return into.advise; }; });
}

void add_export_dmn(CLI::App& group, Reading& into)
{
    auto& command = *group.add_subcommand("export-dmn", "An edition as decision tables (DMN), as XML");
    GuidanceExportDmn& asked = into.export_dmn;
    command.add_option("--edition", asked.edition, "For example ukcis-2024")->required();
    command.add_option("--overlay", asked.overlays, "Laid on the edition; can only raise the route");
    command.add_option("--as", asked.version, "1.5; 1.3, which dmn-js opens; 1.1, tables only, for S-FEEL")
        ->check(CLI::IsMember({"1.5", "1.3", "1.1"}))
        ->capture_default_str();
    command.add_option("--out", asked.file, "The file to write; by default standard output");
    command.final_callback([&into] { into.chosen = [&into] { return into.export_dmn; }; });
}

void add_list_and_show(CLI::App& group, Reading& into)
{
    auto& list = *group.add_subcommand("list", "Which editions and overlays there are");
    list.final_callback([&into] { into.chosen = [] { return GuidanceList{}; }; });

    auto& show = *group.add_subcommand("show", "The rules of an edition, each with its source");
    show.add_option("edition", into.guidance_show.edition, "For example ukcis-2024")->required();
    show.final_callback([&into] { into.chosen = [&into] { return into.guidance_show; }; });
}

void add_diff(CLI::App& group, Reading& into)
{
    auto& command = *group.add_subcommand("diff", "What changed from one edition to another");
    command.add_option("before", into.guidance_diff.before, "For example ukcis-2020")->required();
    command.add_option("after", into.guidance_diff.after, "For example ukcis-2024")->required();
    command.add_option("--data", into.place.data,
                       "A data folder: says too how many recorded decisions the change would touch");
    command.add_option("--key", into.place.key, "Its master key, where it is not beside it");
    command.final_callback([&into] {
        into.chosen = [&into] {
            into.guidance_diff.place = into.place;
            return into.guidance_diff;
        };
    });
}

void add_replay(CLI::App& group, Reading& into)
{
    auto& command = *group.add_subcommand(
        "replay", "Weigh every recorded assessment again; the record is only read, and no case is named");
    GuidanceReplay& asked = into.replay;
    add_place(command, into);
    add_json(command, into);
    command.add_option("--edition", asked.edition, "For example ukcis-2024")->required();
    command.add_option("--overlay", asked.overlays, "Laid on the edition; can only raise the route");
    command.add_option("--since", asked.since, "The first day, as 2026-09-01; by default all of them");
    command.add_option("--organisation", asked.organisations, "Only of this one, by its id (may come again)");
    command.add_option("--given-under", asked.given_under, "Only what was advised under this edition");
    on_record(command, into, [&into] {
        into.replay.output = into.output;
        return into.replay;
    });
}

void add_check(CLI::App& group, Reading& into)
{
    auto& command = *group.add_subcommand("check", "Prove that the packs keep what must always be true");
    GuidanceCheck& asked = into.guidance_check;
    command.add_option("folder", asked.folder, "The folder of packs; by default the one in use");
    command.add_option("--cases", asked.cases, "How many cases to make up for each edition")
        ->check(CLI::Range(std::uint64_t{1}, std::uint64_t{1'000'000'000}))
        ->capture_default_str();
    command.add_option("--seed", asked.seed, "Another number makes up other cases")->capture_default_str();
    command.add_flag("--every-rule", asked.every_rule, "Show facts that meet each rule");
    command.final_callback([&into] { into.chosen = [&into] { return into.guidance_check; }; });
}

void add_guidance(Reading& into)
{
    auto& group =
        *into.app.add_subcommand("guidance", "The packs of guidance: what they say, and proof of it");
    group.require_subcommand(1);
    add_list_and_show(group, into);
    add_diff(group, into);
    add_replay(group, into);
    add_check(group, into);
    add_export_dmn(group, into);
}

void add_who_to_ring(Reading& into)
{
    auto& command = *into.app.add_subcommand("who-to-ring", "Whom to ring, now or at a time");
    command.add_option("--at", into.who_to_ring.at,
                       "2026-11-23T18:40, on a clock in England; by default now");
    command.add_option("--area", into.who_to_ring.area, "For example leeds");
    add_json(command, into);
    command.final_callback([&into] {
        into.chosen = [&into] {
            into.who_to_ring.output = into.output;
            return into.who_to_ring;
        };
    });
}

void add_words(Reading& into)
{
    auto& command =
        *into.app.add_subcommand("words", "The words of a document, as every way in would take them");
    command.add_option("file", into.words.file, "The document; - for standard input")->required();
    command.final_callback([&into] { into.chosen = [&into] { return into.words; }; });
}

void add_organisation(Reading& into)
{
    auto& group = *into.app.add_subcommand("organisation", "Schools and agencies of the partnership");
    group.require_subcommand(1);

    auto& add = *group.add_subcommand("add", "Add one");
    OrganisationAdd& made = into.organisation_add;
    add_place(add, into);
    add.add_option("--name", made.name)->required();
    add.add_option("--kind", made.kind, "school, college, police, social_care, local_authority, other_agency")
        ->required();
    add.add_option(
        "--phase", made.phase,
        "For schools: early_years, primary, secondary, all_through, special, alternative, post_16");
    add.add_option("--urn", made.urn, "Six digits");
    add.add_option("--telephone", made.telephone, "The office");
    add.add_option("--lead-telephone", made.lead_telephone, "Rings where the safeguarding lead is");
    add.add_option("--area", made.area, "Whose contacts apply, for example leeds")->required();
    on_record(add, into, [&made] { return made; });

    auto& list = *group.add_subcommand("list", "List them");
    add_place(list, into);
    add_json(list, into);
    on_record(list, into, [&into] { return OrganisationList{into.output}; });

    auto& finish =
        *group.add_subcommand("finish-set-up", "From now on its own people give roles, two at a time");
    add_place(finish, into);
    finish.add_option("--organisation", into.finish.organisation, "Its id")->required();
    on_record(finish, into, [&into] { return into.finish; });
}

void add_person(Reading& into)
{
    auto& group = *into.app.add_subcommand("person", "People with accounts");
    group.require_subcommand(1);

    auto& add = *group.add_subcommand("add", "Add one; the password is read from standard input, one line");
    PersonAdd& made = into.person_add;
    add_place(add, into);
    add.add_option("--organisation", made.organisation, "The organisation's id")->required();
    add.add_option("--name", made.name)->required();
    add.add_option("--email", made.email, "Their work address, to sign in with")->required();
    add.add_option("--role", made.roles,
                   "staff, dsl, deputy, headteacher, chair_of_governors, … (may come again)")
        ->required();
    on_record(add, into, [&made] { return made; });

    auto& list = *group.add_subcommand("list", "List them");
    add_place(list, into);
    list.add_option("--organisation", into.person_list.organisation, "Only of this one");
    add_json(list, into);
    on_record(list, into, [&into] {
        into.person_list.output = into.output;
        return into.person_list;
    });
}

void add_organisation_option(CLI::App& command, std::string& into)
{
    command.add_option("--organisation", into, "Its id: `safelead organisation list`")->required();
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
    which->add_option("--entry", into.prove.entry, "This entry is in it")->check(CLI::PositiveNumber);
    which->add_option("--from", into.prove.from, "It begins with what it was at so many entries")
        ->check(CLI::PositiveNumber);
    which->require_option(1);
    on_record(prove, into, [&into] { return into.prove; });

    auto& key = *group.add_subcommand("key", "The key's line that verifies its checkpoints");
    add_place(key, into);
    add_organisation_option(key, into.record_key.organisation);
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
        ->check([](const std::string& words) {
            return words.empty() || words.size() > 1000 ? "Give a reason of at most 1,000 letters" : "";
        });
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
    command.add_option("--organisation", asked.organisation, "Its id")->required();
    command.add_option("--entry", asked.entry, "Its number in the organisation's log")->required();
    command.add_option("--why", asked.why, "To whom, and on whose order")->required();
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
    command.add_option("--out", into.backup.file, "The file to write; begins with /")
        ->required()
        ->check([](const std::string& file) {
            return file.starts_with('/')
                       ? std::string{}
                       : std::string{"Give --out a path that begins with /: a running server writes it"};
        });
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

void add_doctor(Reading& into)
{
    auto& command = *into.app.add_subcommand("doctor", "Look whether everything is as it should be");
    add_place(command, into);
    add_json(command, into);
    command.final_callback([&into] { into.chosen = [&into] { return Doctor{into.place, into.output}; }; });
}

std::optional<SayInstead> read(Reading& into, std::vector<std::string> arguments)
{
    into.app.set_version_flag("--version", version_words);
    into.app.config_formatter(std::make_shared<FileUnderEnvironment>());
    into.app.set_config("--config", "safelead.toml", "Settings; overridden by SAFELEAD_… and by options");
    into.app.add_option("--guidance", into.guidance, "The folder of guidance packs")
        ->envname(environment_name("guidance"));
    into.app.require_subcommand(1);
    into.app.fallthrough();
    add_init(into);
    add_serve(into);
    add_practice(into);
    add_advise(into);
    add_guidance(into);
    add_who_to_ring(into);
    add_words(into);
    add_organisation(into);
    add_person(into);
    add_record(into);
    add_key(into);
    add_witness(into);
    add_doctor(into);
    add_backup(into);
    add_restore(into);
    add_store(into);

    std::ranges::reverse(arguments);  // CLI11 takes them from the back.
    try {
        into.app.parse(std::move(arguments));
    } catch (const CLI::ParseError& wrong) {
        if (wrong.get_exit_code() == 0) {
            const bool version = dynamic_cast<const CLI::CallForVersion*>(&wrong) != nullptr;
            return SayInstead{version ? std::string{version_words} + "\n" : into.app.help(), exit_done};
        }
        return SayInstead{fmt::format("{}. `safelead --help` says what there is.\n", wrong.what()),
                          exit_wrong_use};
    }
    return std::nullopt;
}

}  // namespace

Result<CommandLine, SayInstead> parse_command_line(std::vector<std::string> arguments)
{
    Reading into;
    if (auto instead = read(into, arguments)) return fail(std::move(*instead));

    CommandLine line{into.guidance, into.chosen()};
    if (auto* on_record = std::get_if<OnRecord>(&line.command)) on_record->arguments = std::move(arguments);
    return line;
}

Result<RecordCommand, SayInstead> parse_record_command(std::vector<std::string> arguments)
{
    auto line = SL_TRY(parse_command_line(std::move(arguments)));
    auto* on_record = std::get_if<OnRecord>(&line.command);
    if (on_record == nullptr)
        return fail(SayInstead{"A running server takes only commands on the record.\n", exit_wrong_use});
    return std::move(on_record->command);
}

}  // namespace safelead::cli
