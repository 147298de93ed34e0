#include "post/mail.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>

namespace safelead::post {
namespace {

constexpr std::size_t longest_address = 254;

/// Minutes; in all a little more than a day.
constexpr std::array<int, 9> waits{1, 2, 5, 15, 60, 120, 240, 480, 720};

constexpr std::array<std::string_view, 7> days{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// As RFC 5322 writes it, in UTC.
std::string date_line(Instant at)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const Date date{day};
    const auto since = std::chrono::duration_cast<std::chrono::minutes>(at - day);
    return fmt::format("{}, {:02} {} {} {:02}:{:02}:00 +0000",
                       days.at(std::chrono::weekday{day}.c_encoding()), static_cast<unsigned>(date.day()),
                       months.at(static_cast<unsigned>(date.month()) - 1U), static_cast<int>(date.year()),
                       since.count() / 60, since.count() % 60);
}

std::string_view domain_of(std::string_view address)
{
    return address.substr(address.rfind('@') + 1);
}

}  // namespace

bool is_address(std::string_view address)
{
    if (address.size() > longest_address) return false;
    const auto at = address.find('@');
    if (at == 0 || at == std::string_view::npos || at + 1 == address.size()) return false;
    if (address.find('@', at + 1) != std::string_view::npos) return false;
    return std::ranges::all_of(address, [](char c) {
        return c > ' ' && c < '\x7f' && std::string_view{"<>()[]\\,;:\""}.find(c) == std::string_view::npos;
    });
}

std::string message_of(const Mail& mail, const Sender& sender)
{
    const auto where = sender.link.empty() ? std::string{"Sign in as you usually do to see what it is."}
                                           : fmt::format("Sign in to see what it is:\r\n{}", sender.link);
    return fmt::format(
        "Date: {}\r\n"
        "From: Safelead <{}>\r\n"
        "To: <{}>\r\n"
        "Message-ID: <{}@{}>\r\n"
        "Subject: Something waits for you\r\n"
        "Auto-Submitted: auto-generated\r\n"
        "X-Auto-Response-Suppress: All\r\n"
        "MIME-Version: 1.0\r\n"
        "Content-Type: text/plain; charset=us-ascii\r\n"
        "Content-Transfer-Encoding: 7bit\r\n"
        "\r\n"
        "Something waits for you in Safelead.\r\n"
        "\r\n"
        "{}\r\n"
        "\r\n"
        "This mail never says more. Please don't answer it: nobody reads answers.\r\n"
        "Nothing here rings anyone. If a child is in danger now, ring 999.\r\n",
        date_line(mail.at), sender.from, mail.to, mail.id, domain_of(sender.from), where);
}

std::optional<Instant> next_try(int tries, Instant now)
{
    if (tries < 1 || static_cast<std::size_t>(tries) > waits.size()) return std::nullopt;
    return now + std::chrono::minutes{waits.at(static_cast<std::size_t>(tries) - 1)};
}

}  // namespace safelead::post
