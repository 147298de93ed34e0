#include "main/mail_timer.h"

#include "app/notices.h"
#include "base/text.h"
#include "base/unavailable.h"
#include "post/smtp.h"
#include "web/http/log.h"

#include <fmt/format.h>

#include <fstream>
#include <iterator>

namespace safelead::main {
namespace {

using namespace std::chrono_literals;

constexpr auto mail_every = 5s;

std::string password_in(const std::filesystem::path& file)
{
    if (file.empty()) return {};
    std::ifstream in{file, std::ios::binary};
    if (!in)
        throw Unavailable{
            fmt::format("{} can't be read, and it should hold the mail server's password: let the user that "
                        "safelead runs as read it, or name another file with --mail-password-file.",
                        file.string())};
    const std::string bytes{std::istreambuf_iterator<char>{in}, {}};
    return std::string{trim(bytes)};
}

/// Figures only: an address is never in a log.
void tell_of(const app::MailCarried& carried, web::Log& log)
{
    if (carried.tried_later > 0)
        log.write(web::Log::line(web::Severity::error, "mail could not leave and is tried again")
                      .with("mails", carried.tried_later));
    if (carried.refused + carried.given_up > 0)
        log.write(web::Log::line(web::Severity::error, "mail was refused for good or given up")
                      .with("refused", carried.refused)
                      .with("given_up", carried.given_up));
}

void tell_of(const std::exception& failure, web::Log& log)
{
    log.write(web::Log::line(web::Severity::error, "mail failed; it is tried again").with_cause(failure));
}

/// What waits to leave does not wait for what could not be read, or for a fault of ours.
void queue_and_carry(app::Safelead& safelead, post::Carrier& carrier, web::Log& log,
                     const std::stop_token& over)
{
    try {
        (void)app::queue_notices(safelead);
    } catch (const std::exception& failure) {
        tell_of(failure, log);
    }
    tell_of(app::carry_mail(safelead, carrier, over), log);
}

}  // namespace

std::unique_ptr<MailTimers> MailTimers::of(const cli::MailBy& asked, app::Safelead& safelead, web::Log& log)
{
    if (asked.host.empty()) return nullptr;
    if (!post::is_address(asked.from)) throw Unavailable{"--mail-from is no e-mail address."};
    if (!asked.link.empty() && !asked.link.starts_with("https://"))
        throw Unavailable{"--mail-link is where readers sign in, and begins with https://."};
    post::SmtpPlace place;
    place.host = asked.host;
    place.port = asked.port;
    place.tls = asked.tls == "tls" ? post::Tls::from_the_start : post::Tls::starttls;
    place.user = asked.user;
    place.password = password_in(asked.password_file);
    place.trust = asked.trust;
    return std::make_unique<MailTimers>(post::smtp_carrier(std::move(place), {asked.from, asked.link}),
                                        safelead, log);
}

MailTimers::MailTimers(std::unique_ptr<post::Carrier> carrier, app::Safelead& safelead, web::Log& log)
    : carrier_{std::move(carrier)},
      timer_{std::make_unique<Timer>(
          mail_every,
          [&safelead, &log, this](const std::stop_token& over) {
              queue_and_carry(safelead, *carrier_, log, over);
          },
          [&log](const std::exception& why) { tell_of(why, log); })}
{
}

}  // namespace safelead::main
