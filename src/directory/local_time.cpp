#include "directory/local_time.h"

#include <fmt/format.h>

#include <array>

namespace safelead::directory {
namespace {

constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};

constexpr std::chrono::minutes noon{12 * 60};
constexpr std::chrono::minutes whole_day{24 * 60};

/// Two digits, or nothing.
std::optional<int> two_digits(std::string_view text)
{
    if (text.size() != 2) return std::nullopt;
    const bool are_digits = text[0] >= '0' && text[0] <= '9' && text[1] >= '0' && text[1] <= '9';
    if (!are_digits) return std::nullopt;
    return (text[0] - '0') * 10 + (text[1] - '0');
}

}  // namespace

Instant instant_of(const LocalTime& time)
{
    return Instant{std::chrono::sys_days{time.wall.date}} + time.wall.time - time.offset;
}

std::string long_date(Date date)
{
    const auto month = static_cast<unsigned>(date.month());
    return fmt::format("{} {} {}", static_cast<unsigned>(date.day()), months.at(month - 1),
                       static_cast<int>(date.year()));
}

std::string long_date_with_day(Date date)
{
    const std::chrono::weekday day{std::chrono::sys_days{date}};
    return fmt::format("{} {}", weekdays.at(day.c_encoding()), long_date(date));
}

std::string clock_words(std::chrono::minutes since_midnight)
{
    if (since_midnight == noon) return "midday";
    const auto within = since_midnight % whole_day;
    if (within.count() == 0) return "midnight";
    const auto hour = within.count() / 60;
    const auto minute = within.count() % 60;
    const auto shown = hour % 12 == 0 ? 12 : hour % 12;
    const std::string_view half = within < noon ? "am" : "pm";
    if (minute == 0) return fmt::format("{}{}", shown, half);
    return fmt::format("{}:{:02}{}", shown, minute, half);
}

std::string words(WallTime time)
{
    return fmt::format("{}, {}", long_date(time.date), clock_words(time.time));
}

std::string words(const LocalTime& time)
{
    if (!time.ambiguous) return words(time.wall);
    return fmt::format("{} {}", words(time.wall), time.offset.count() == 0 ? "GMT" : "BST");
}

std::optional<WallTime> parse_wall_time(std::string_view text)
{
    constexpr std::size_t date_length = 10;
    constexpr std::size_t length = 16;
    if (text.size() != length || text[date_length] != 'T' || text[date_length + 3] != ':')
        return std::nullopt;
    const auto date = parse_date(text.substr(0, date_length));
    const auto hour = two_digits(text.substr(date_length + 1, 2));
    const auto minute = two_digits(text.substr(date_length + 4, 2));
    if (!date || !hour || !minute || *hour > 23 || *minute > 59) return std::nullopt;
    return WallTime{*date, std::chrono::minutes{*hour * 60 + *minute}};
}

std::string to_text(WallTime time)
{
    return fmt::format("{}T{:02}:{:02}", safelead::to_text(time.date), time.time.count() / 60,
                       time.time.count() % 60);
}

Date next_day(Date date)
{
    return std::chrono::sys_days{date} + std::chrono::days{1};
}

}  // namespace safelead::directory
