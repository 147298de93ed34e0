#include "main/serve.h"

#include "app/escalate.h"
#include "app/memory.h"
#include "app/open_shelf.h"
#include "app/proof.h"
#include "app/sign_in_changes.h"
#include "app/tidy.h"
#include "base/unavailable.h"
#include "cli/exit_codes.h"
#include "cli/on_record.h"
#include "main/command_socket.h"
#include "main/issuer_fetch.h"
#include "main/issuer_files.h"
#include "main/mail_timer.h"
#include "main/one_look_answerer.h"
#include "main/parts.h"
#include "main/timer.h"
#include "web/api/problems.h"
#include "web/http/server.h"
#include "web/routes.h"
#include "web/site.h"

#include <fmt/format.h>
#include <pthread.h>

#include <charconv>
#include <csignal>
#include <optional>
#include <ostream>
#include <sstream>

namespace safelead::main {

namespace {

using namespace std::chrono_literals;

/// How often unread reports of danger are looked at; they go up by the minute.
constexpr auto escalation_every = 20s;

constexpr auto memory_every = 30s;

/// How often what has expired is taken away.
constexpr auto tidying_every = 10min;

/// A checkpoint is made at least every minute in which something was written.
constexpr auto checkpoint_every = 30s;

/// How long a request that is under way may still take when we are told to stop.
constexpr auto grace = 10s;

/// A replay of a whole partnership reads all of it; nothing is that slow unless the disk has stalled.
constexpr auto longest_command = 1h;

/// Holds back SIGTERM and SIGINT from every thread that is started after this, so that one can wait for them.
class StopSignals {
public:
    StopSignals()
    {
        sigemptyset(&set_);
        sigaddset(&set_, SIGTERM);
        sigaddset(&set_, SIGINT);
        pthread_sigmask(SIG_BLOCK, &set_, nullptr);
    }
    void wait() const
    {
        int which = 0;
        sigwait(&set_, &which);
    }

private:
    sigset_t set_{};
};

web::TcpAddress parse_listen(const std::string& listen)
{
    const auto colon = listen.rfind(':');
    web::TcpAddress address;
    const auto* end = listen.data() + listen.size();
    const auto* port = colon == std::string::npos ? end : listen.data() + colon + 1;
    const auto read = std::from_chars(port, end, address.port);
    if (colon == 0 || colon == std::string::npos || read.ec != std::errc{} || read.ptr != end)
        throw Unavailable{
            fmt::format("\"{}\" is no address to listen on: write it like 127.0.0.1:8080.", listen)};
    address.address = listen.substr(0, colon);
    return address;
}

web::ServerOptions page_listener(const cli::Serve& asked)
{
    web::ServerOptions options;
    options.listen = parse_listen(asked.listen);
    if (!asked.tls_certificate.empty()) options.tls = web::TlsFiles{asked.tls_certificate, asked.tls_key};
    options.front = asked.behind_proxy ? web::Front::tls_proxy : web::Front::direct;
    options.host_names = asked.host_names;
    options.threads = asked.threads;
    return options;
}

web::ServerOptions command_listener(const std::filesystem::path& data_folder)
{
    web::ServerOptions options;
    options.listen = web::UnixAddress{command_socket(data_folder)};
    options.threads = 1;
    options.limits.handler_time = longest_command;
    return options;
}

CommandAnswered carry_out_for(const CommandAsked& asked, Partnership& partnership, const TellProgress& tell)
{
    const auto command = cli::parse_record_command(asked.arguments);
    if (!command) return {command.error().exit_code, {}, command.error().text};
    std::istringstream in{asked.input};
    std::ostringstream out;
    std::ostringstream errors;
    try {
        const int exit_code = cli::carry_out(
            *command, {*partnership.safelead, [&] { return partnership.check_record(tell); },
                       [&](const std::filesystem::path& file) { return partnership.back_up(file, tell); },
                       partnership.place, in, out, errors, tell});
        return {exit_code, out.str(), errors.str()};
    } catch (const Unavailable& broken) {
        return {cli::exit_try_later, out.str(), fmt::format("{}{}\n", errors.str(), broken.what())};
    }
}

}  // namespace

void refuse_lost_ends(app::Safelead& safelead)
{
    const auto lost = app::lost_ends(safelead);
    if (lost.empty()) return;
    const auto more = lost.size() == 1 ? std::string{} : fmt::format(" ({} more likewise.)", lost.size() - 1);
    throw Unavailable{lost.front() + more};
}

int serve(const cli::Serve& asked, const std::filesystem::path& guidance_folder, const Streams& streams)
{
    const StopSignals stop_signals;
    const Guidance guidance{guidance_folder, asked.place.data, streams.errors};
    app::Options options;
    options.idle = std::chrono::minutes{asked.idle_minutes};
    options.witnesses = asked.witnesses;
    web::Log log;
    options.issuers = read_issuer_files(asked.issuers, issuer_asker(log));
    if (asked.practice_factor) options.factor_for = directory::FactorFor::all_organisations;
    // Before the partnership, whose workers print from it until they end.
    const auto shelf = open_shelf(guidance);
    Partnership partnership{asked.place, guidance, options};
    refuse_lost_ends(*partnership.safelead);
    if (const auto behind = app::clock_behind(*partnership.safelead)) streams.errors << *behind << '\n';

    web::Site site{*partnership.safelead, shelf};
    web::RoutedAnswerer pages{site, web::routes(),
                              [&site](web::Fault fault, std::string_view incident, const web::Request* of) {
                                  return web::fault_answer(site, fault, incident, of);
                              }};
    CommandAnswerer commands{[&](const CommandAsked& command, const TellProgress& tell) {
        return carry_out_for(command, partnership, tell);
    }};

    std::optional<OneLookAnswerer> elsewhere;
    if (!asked.place.store.empty()) elsewhere.emplace(pages);
    web::Answerer& answerer = elsewhere ? static_cast<web::Answerer&>(*elsewhere) : pages;

    web::Server page_server{page_listener(asked), answerer, log};
    web::Server command_server{command_listener(asked.place.data), commands, log};
    page_server.start();
    command_server.start();
    const auto tells = [&log](web::Literal event) {
        return [&log, event](const std::exception& why) {
            log.write(web::Log::line(web::Severity::error, event).with_cause(why));
        };
    };
    const Timer escalation{escalation_every,
                           [&] { (void)wait_for(app::escalate_unread(*partnership.safelead)); },
                           tells("escalation failed; it is tried again")};
    const Timer memory{memory_every, [&] { app::look_after_memory(*partnership.safelead); },
                       tells("memory was not looked after; tried again")};

    const auto mail = MailTimers::of(asked.mail, *partnership.safelead, log);

    const Timer tidying{tidying_every, [&] { (void)app::remove_expired(*partnership.safelead); },
                        tells("tidying failed; it is tried again")};
    const Timer sign_ins{tidying_every, [&] { app::finish_sign_in_changes(*partnership.safelead); },
                         tells("changed sign-ins could not be noted; it is tried again")};
    // Apart: a rotation may take long.
    const Timer erasures{tidying_every, [&] { app::finish_erasures(*partnership.safelead); },
                         tells("what is left to do after erasing failed; it is tried again")};
    const auto checkpoints_failed = [&](const std::exception& why, std::size_t logs) {
        log.write(web::Log::line(web::Severity::error, "checkpoints could not be made; it is tried again")
                      .with("logs", logs)
                      .with_cause(why));
    };
    const auto make_checkpoints = [&] {
        // One line for all: where the database is out of reach, each says the same.
        const auto failures = app::make_checkpoints(*partnership.safelead);
        if (!failures.empty()) checkpoints_failed(Unavailable{failures.front()}, failures.size());
    };
    const auto none_made = [&](const std::exception& why) { checkpoints_failed(why, 0); };
    std::optional<Timer> checkpoints;
    checkpoints.emplace(checkpoint_every, make_checkpoints, none_made);

    const auto scheme = asked.tls_certificate.empty() ? "http" : "https";
    const auto address = parse_listen(asked.listen).address;
    streams.out << fmt::format("Serving on {}://{}:{}\n", scheme, address, page_server.port()) << std::flush;
    stop_signals.wait();

    page_server.stop(grace);
    command_server.stop(grace);
    checkpoints.reset();
    try {
        make_checkpoints();
    } catch (const std::exception& why) {
        none_made(why);
    }
    return cli::exit_done;
}

}  // namespace safelead::main
