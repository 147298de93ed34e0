#include "cli/command_line.h"

#include "cli/exit_codes.h"
#include "cli/for_server.h"
#include "cli/reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <optional>

namespace safelead::cli {

std::string environment_name(std::string_view option)
{
    std::string name = "SAFELEAD_";
    for (const char c : option)
        name += c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    return name;
}

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

namespace {

constexpr const char* version_words =
    "safelead 0.1.0 (guidance rules not yet checked by a practising safeguarding lead)";

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

void add_init(Reading& into)
{
    auto& command = *into.app.add_subcommand("init", "Make a new data folder and its key");
    add_place(command, into);
    command.final_callback([&into] { into.chosen = [&into] { return Init{into.place}; }; });
}

void add_mail(CLI::App& command, MailBy& mail)
{
    auto* host = command
                     .add_option("--mail-host", mail.host,
                                 "The SMTP server that takes our mail; by default none is sent")
                     ->envname(environment_name("mail-host"));
    auto* from = command.add_option("--mail-from", mail.from, "Whom the mail is from")
                     ->envname(environment_name("mail-from"));
    host->needs(from);
    command.add_option("--mail-port", mail.port, "Its port")
        ->capture_default_str()
        ->envname(environment_name("mail-port"));
    command.add_option("--mail-tls", mail.tls, "starttls, or tls where it begins with it (usually port 465)")
        ->check(CLI::IsMember({"starttls", "tls"}))
        ->capture_default_str()
        ->envname(environment_name("mail-tls"));
    command.add_option("--mail-user", mail.user, "Whom to sign in as")
        ->envname(environment_name("mail-user"));
    command
        .add_option("--mail-password-file", mail.password_file, "A file with the password and nothing else")
        ->envname(environment_name("mail-password-file"));
    command
        .add_option("--mail-trust", mail.trust, "Certificates, PEM, to be trusted in place of the system's")
        ->envname(environment_name("mail-trust"));
    command.add_option("--mail-link", mail.link, "Where readers sign in: https://…")
        ->envname(environment_name("mail-link"));
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
    command
        .add_option("--issuers", serve.issuers,
                    "Who else may vouch for people, by OpenID Connect: a JSON file (docs/formats/issuers.md)")
        ->envname(environment_name("issuers"));
    add_mail(command, serve.mail);
    command.add_flag("--second-factor-in-practice", serve.practice_factor,
                     "Ask for a second factor in a practice partnership too");
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

void add_organisation_change(CLI::App& group, Reading& into)
{
    auto& command = *group.add_subcommand("change", "Put right what is said of one; the rest stays");
    OrganisationChange& change = into.organisation_change;
    add_place(command, into);
    command.add_option("--organisation", change.organisation, "Its id")->required();
    auto* what = command.add_option_group("what", "What to put right");
    // CLI11 takes an empty text for none at all, and here it takes what stands there away.
    const auto add = [what](const char* option, std::optional<std::string>& put, const char* words) {
        what->add_option_function<std::string>(
            option, [&put](const std::string& typed) { put = typed; }, words);
    };
    add("--name", change.name, "What it is called");
    add("--phase", change.phase, "As of `safelead organisation add`");
    add("--urn", change.urn, "Six digits: an import knows a school by it");
    add("--telephone", change.telephone, "The office; \"\" takes it away");
    add("--lead-telephone", change.lead_telephone,
        "Rings where the safeguarding lead is; \"\" takes it away");
    add("--area", change.area, "Whose contacts apply, for example leeds");
    what->require_option(1, 0);
    on_record(command, into, [&change] { return change; });
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

    add_organisation_change(group, into);

    auto& list = *group.add_subcommand("list", "List them");
    add_place(list, into);
    add_json(list, into);
    on_record(list, into, [&into] { return OrganisationList{into.output}; });

    auto& finish =
        *group.add_subcommand("finish-set-up", "From now on its own people give roles, two at a time");
    add_place(finish, into);
    finish.add_option("--organisation", into.finish.organisation, "Its id")->required();
    on_record(finish, into, [&into] { return into.finish; });

    auto& reopen = *group.add_subcommand("reopen-set-up",
                                         "Give roles there again, where no two people are left who could");
    add_place(reopen, into);
    reopen.add_option("--organisation", into.reopen.organisation, "Its id")->required();
    reopen.add_option("--reason", into.reopen.reason, "What happened; it stays in the record")->required();
    on_record(reopen, into, [&into] { return into.reopen; });
}

template <class Asked>
void add_role_command(CLI::App& group, Reading& into, const char* name, const char* what, Asked& asked)
{
    auto& command = *group.add_subcommand(name, what);
    add_place(command, into);
    command.add_option("--organisation", asked.organisation, "The organisation's id")->required();
    command.add_option("--person", asked.person, "The person's id")->required();
    command.add_option("--role", asked.role, "dsl, headteacher, …")->required();
    on_record(command, into, [&asked] { return asked; });
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
    add.add_flag("--invite", made.invite, "Read no password; print a code by which they set their own");
    on_record(add, into, [&made] { return made; });

    auto& invite = *group.add_subcommand(
        "invite", "Print a code, for once and three days, by which somebody sets their own password");
    add_place(invite, into);
    invite.add_option("--person", into.invite.person, "The person's id")->required();
    on_record(invite, into, [&into] { return into.invite; });

    add_role_command(group, into, "give-role", "Give a role to one, while their school is set up",
                     into.give_role);
    add_role_command(group, into, "take-role", "Take a role from one", into.take_role);

    auto& left =
        *group.add_subcommand("left", "Record that one has left: every role ends, and every session");
    add_place(left, into);
    left.add_option("--person", into.left.person, "The person's id")->required();
    on_record(left, into, [&into] { return into.left; });

    auto& list = *group.add_subcommand("list", "List them");
    add_place(list, into);
    list.add_option("--organisation", into.person_list.organisation, "Only of this one");
    add_json(list, into);
    on_record(list, into, [&into] {
        into.person_list.output = into.output;
        return into.person_list;
    });
}

/// What is asked besides what was typed.
enum class AlsoRead { file_and_environment, nothing };

std::optional<SayInstead> read(Reading& into, std::vector<std::string> arguments, AlsoRead also)
{
    into.app.set_version_flag("--version", version_words);
    into.app.add_option("--guidance", into.guidance, "The folder of guidance packs")
        ->envname(environment_name("guidance"));
    into.app.require_subcommand(1);
    into.app.fallthrough();
    add_init(into);
    add_serve(into);
    add_practice(into);
    add_guidance_commands(into);
    add_organisation(into);
    add_person(into);
    add_record_commands(into);
    add_import_commands(into);
    if (also == AlsoRead::file_and_environment) {
        into.app.config_formatter(std::make_shared<FileUnderEnvironment>());
        into.app.set_config("--config", "safelead.toml", "Settings; overridden by SAFELEAD_… and by options");
    } else {
        leave_environment_out(into.app);
    }

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

Result<CommandLine, SayInstead> parse(std::vector<std::string> arguments, AlsoRead also)
{
    Reading into;
    if (auto instead = read(into, std::move(arguments), also)) return fail(std::move(*instead));

    CommandLine line{into.guidance, into.chosen()};
    if (auto* on_record = std::get_if<OnRecord>(&line.command)) on_record->arguments = said_again(into.app);
    return line;
}

}  // namespace

Result<CommandLine, SayInstead> parse_command_line(std::vector<std::string> arguments)
{
    return parse(std::move(arguments), AlsoRead::file_and_environment);
}

Result<RecordCommand, SayInstead> parse_record_command(std::vector<std::string> arguments)
{
    auto line = SL_TRY(parse(std::move(arguments), AlsoRead::nothing));
    auto* on_record = std::get_if<OnRecord>(&line.command);
    if (on_record == nullptr)
        return fail(SayInstead{"A running server takes only commands on the record.\n", exit_wrong_use});
    return std::move(on_record->command);
}

}  // namespace safelead::cli
