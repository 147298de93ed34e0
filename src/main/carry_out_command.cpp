#include "main/carry_out_command.h"

#include "app/upkeep.h"
#include "base/overloaded.h"
#include "cli/advise.h"
#include "cli/exit_codes.h"
#include "cli/guidance_check.h"
#include "cli/guidance_diff.h"
#include "cli/guidance_export.h"
#include "cli/guidance_show.h"
#include "cli/import.h"
#include "cli/on_record.h"
#include "cli/who_to_ring.h"
#include "cli/words.h"
#include "main/beginning.h"
#include "main/command_socket.h"
#include "main/disclosure_file.h"
#include "main/guidance_folder.h"
#include "main/moving.h"
#include "main/parts.h"
#include "main/record_export.h"
#include "main/serve.h"
#include "main/witness.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <istream>
#include <ostream>
#include <sstream>

namespace safelead::main {

namespace {

/// How far long work is, on one line that is written over, and only where a person sees it.
class ProgressLine {
public:
    explicit ProgressLine(std::ostream& errors) : errors_{errors} {}

    [[nodiscard]] TellProgress teller() const
    {
        if (::isatty(STDERR_FILENO) == 0) return {};
        return [this](std::string_view far) { errors_ << "\r\x1b[K" << far << std::flush; };
    }

    void wipe() const
    {
        if (::isatty(STDERR_FILENO) != 0) errors_ << "\r\x1b[K" << std::flush;
    }

private:
    std::ostream& errors_;
};

bool reads_standard_input(const cli::RecordCommand& command)
{
    return std::holds_alternative<cli::PersonAdd>(command);
}

/// Those that only look, or put right what is missing, are let in to a record whose end is lost. Whatever
/// else there is writes: a command that is added and not named here is kept out.
bool writes(const cli::RecordCommand& command)
{
    return std::visit(
        Overloaded{[](const cli::OrganisationList&) { return false; },
                   [](const cli::PersonList&) { return false; },
                   [](const cli::RecordVerify&) { return false; }, [](const cli::Backup&) { return false; },
                   [](const cli::GuidanceReplay&) { return false; }, [](const cli::Stats&) { return false; },
                   [](const cli::RecordCheckpoint&) { return false; },  // Itself refuses of that log.
                   [](const cli::RecordKey&) { return false; }, [](const cli::RecordProve&) { return false; },
                   [](const cli::RecordEntries&) { return false; },
                   [](const cli::RecordNewEpoch&) { return false; }, [](const auto&) { return true; }},
        command);
}

/// It is asked for when something is wrong, so it must not need what may be wrong.
int verify_record(const cli::Place& place, const cli::RecordVerify& asked, const Streams& streams,
                  const ProgressLine& line)
{
    const app::SystemClock clock;
    const auto checked = check_record(place, clock, line.teller());
    line.wipe();
    cli::print(checked, asked.output, streams.out);
    return checked.is_in_order() ? cli::exit_done : cli::exit_said_no;
}

int on_record_anywhere(const cli::OnRecord& asked, const std::filesystem::path& guidance_folder,
                       const Streams& streams)
{
    CommandAsked for_server{asked.arguments, {}};
    if (reads_standard_input(asked.command)) std::getline(streams.in, for_server.input);
    if (const auto* import = std::get_if<cli::Import>(&asked.command))
        for_server.input = cli::input_of(*import);
    const ProgressLine line{streams.errors};
    if (const auto answered = ask_running_server(asked.place.data, for_server, line.teller())) {
        line.wipe();
        streams.out << answered->out;
        streams.errors << answered->err;
        return answered->exit_code;
    }
    if (const auto* verify = std::get_if<cli::RecordVerify>(&asked.command))
        return verify_record(asked.place, *verify, streams, line);
    const Guidance guidance{find_guidance(guidance_folder)};
    Partnership partnership{asked.place, guidance, {}};
    if (writes(asked.command)) refuse_lost_ends(*partnership.safelead);
    std::istringstream input{for_server.input};
    std::ostringstream out;
    const auto tell = line.teller();
    const int exit_code = cli::carry_out(
        asked.command, {*partnership.safelead, [&] { return partnership.check_record(tell); },
                        [&](const std::filesystem::path& file) { return partnership.back_up(file, tell); },
                        partnership.place, input, out, streams.errors, tell});
    line.wipe();
    streams.out << out.str() << std::flush;
    if (writes(asked.command)) partnership.make_checkpoints(streams.errors);
    return exit_code;
}

/// What is given away is written by whoever asked for it, where they are: not by the server.
int on_record(const cli::OnRecord& asked, const std::filesystem::path& guidance_folder,
              const Streams& streams)
{
    const auto* disclose = std::get_if<cli::RecordDisclose>(&asked.command);
    if (disclose == nullptr) return on_record_anywhere(asked, guidance_folder, streams);
    DisclosureFile file{disclose->folder};
    std::ostringstream said;
    const int exit_code = on_record_anywhere(asked, guidance_folder, {streams.in, said, streams.errors});
    if (exit_code != cli::exit_done) return exit_code;
    file.write(said.str());
    streams.out << fmt::format("{}\n", file.path().string());
    return cli::exit_done;
}

int diff(const cli::GuidanceDiff& asked, const std::filesystem::path& guidance_folder, const Streams& streams)
{
    const int exit_code =
        cli::diff_guidance(asked, find_guidance(guidance_folder), streams.out, streams.errors);
    if (exit_code != cli::exit_done || asked.place.data.empty()) return exit_code;
    streams.out << '\n' << std::flush;
    cli::GuidanceReplay replay;
    replay.edition = asked.after;
    replay.given_under = asked.before;
    return on_record({asked.place,
                      replay,
                      {"guidance", "replay", "--data", asked.place.data.string(), "--edition", asked.after,
                       "--given-under", asked.before}},
                     guidance_folder, streams);
}

int doctor(const cli::Doctor& asked, const std::filesystem::path& guidance_folder, const Streams& streams)
{
    const app::SystemClock clock;
    const CommandAsked question{{"organisation", "list", "--json", "--data", asked.place.data.string()}, {}};
    const auto server =
        ask_running_server(asked.place.data, question) ? app::Server::answers : app::Server::none;
    const auto findings = app::examine({asked.place.data, asked.place.key}, folders(asked.place),
                                       find_guidance(guidance_folder), clock, server);
    cli::print(findings, asked.output, streams.out);
    const bool well =
        std::ranges::none_of(findings, [](const auto& found) { return found.health == app::Health::bad; });
    return well ? cli::exit_done : cli::exit_said_no;
}

int who_to_ring(const cli::WhoToRing& asked, const std::filesystem::path& guidance_folder,
                const Streams& streams)
{
    const Guidance guidance{find_guidance(guidance_folder)};
    const auto now = guidance.london.local(guidance.clock.now()).wall;
    return cli::who_to_ring(asked, guidance.local, now, streams.out, streams.errors);
}

}  // namespace

int carry_out(const cli::CommandLine& line, const Streams& streams)
{
    return std::visit(
        Overloaded{
            [&](const cli::Init& asked) { return init(asked, streams); },
            [&](const cli::Serve& asked) { return serve(asked, find_guidance(line.guidance), streams); },
            [&](const cli::Practice& asked) { return practice(asked, line.guidance, streams); },
            [&](const cli::Advise& asked) {
                return cli::advise(asked, find_guidance(line.guidance), streams.in, streams.out,
                                   streams.errors);
            },
            [&](const cli::GuidanceExportDmn& asked) {
                return cli::export_dmn(asked, find_guidance(line.guidance), streams.out, streams.errors);
            },
            [&](const cli::GuidanceList&) {
                return cli::list_guidance(find_guidance(line.guidance), streams.out, streams.errors);
            },
            [&](const cli::GuidanceShow& asked) {
                return cli::show_guidance(asked, find_guidance(line.guidance), streams.out, streams.errors);
            },
            [&](const cli::GuidanceDiff& asked) { return diff(asked, line.guidance, streams); },
            [&](const cli::GuidanceCheck& asked) {
                const auto folder = asked.folder.empty() ? find_guidance(line.guidance) : asked.folder;
                return cli::check_guidance(asked, folder, streams.out, streams.errors);
            },
            [&](const cli::WhoToRing& asked) { return who_to_ring(asked, line.guidance, streams); },
            [&](const cli::Words& asked) {
                return cli::print_words(asked, streams.in, streams.out, streams.errors);
            },
            [&](const cli::OnRecord& asked) { return on_record(asked, line.guidance, streams); },
            [&](const cli::StoreCopy& asked) { return copy_store(asked, streams); },
            [&](const cli::Restore& asked) { return restore(asked, streams); },
            [&](const cli::RecordExport& asked) {
                return export_record(asked, find_guidance(line.guidance), streams);
            },
            [&](const cli::WitnessKey& asked) { return witness_key(asked, streams); },
            [&](const cli::WitnessFollow& asked) { return follow_log(asked, streams); },
            [&](const cli::Doctor& asked) { return doctor(asked, line.guidance, streams); },
        },
        line.command);
}

}  // namespace safelead::main
