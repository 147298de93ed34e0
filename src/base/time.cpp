#include "base/time.h"

#include <fmt/format.h>

#include <charconv>

namespace safelead {

namespace {

using namespace std::chrono;

/// Takes exactly `digits` decimal digits from the front of `text`.
std::optional<int> take_number(std::string_view& text, std::size_t digits)
{
    if (text.size() < digits) return std::nullopt;
    int value = 0;
    for (std::size_t i = 0; i < digits; ++i) {
        if (text[i] < '0' || text[i] > '9') return std::nullopt;
        value = value * 10 + (text[i] - '0');
    }
    text.remove_prefix(digits);
    return value;
}

bool take(std::string_view& text, char expected)
{
    if (text.empty() || text.front() != expected) return false;
    text.remove_prefix(1);
    return true;
}

std::optional<Date> take_date(std::string_view& text)
{
    const auto y = take_number(text, 4);
    if (!y || !take(text, '-')) return std::nullopt;
    const auto m = take_number(text, 2);
    if (!m || !take(text, '-')) return std::nullopt;
    const auto d = take_number(text, 2);
    if (!d) return std::nullopt;
    const Date date{year{*y}, month{static_cast<unsigned>(*m)}, day{static_cast<unsigned>(*d)}};
    if (!date.ok()) return std::nullopt;
    return date;
}

}  // namespace

std::string to_text(Instant instant)
{
    const auto midnight = floor<days>(instant);
    const hh_mm_ss time{instant - midnight};
    return fmt::format("{}T{:02}:{:02}:{:02}.{:03}Z", to_text(Date{midnight}), time.hours().count(),
                       time.minutes().count(), time.seconds().count(), time.subseconds().count());
}

std::string to_text(Date date)
{
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()));
}

std::optional<Instant> parse_instant(std::string_view text)
{
    const auto date = take_date(text);
    if (!date || !take(text, 'T')) return std::nullopt;
    const auto h = take_number(text, 2);
    if (!h || *h > 23 || !take(text, ':')) return std::nullopt;
    const auto m = take_number(text, 2);
    if (!m || *m > 59) return std::nullopt;
    int s = 0;
    int ms = 0;
    if (take(text, ':')) {
        const auto read = take_number(text, 2);
        if (!read || *read > 59) return std::nullopt;
        s = *read;
        if (take(text, '.')) {
            const auto fraction = take_number(text, 3);
            if (!fraction) return std::nullopt;
            ms = *fraction;
        }
    }
    if (text != "Z") return std::nullopt;
    return sys_days{*date} + hours{*h} + minutes{*m} + seconds{s} + milliseconds{ms};
}

std::optional<Date> parse_date(std::string_view text)
{
    const auto date = take_date(text);
    if (!text.empty()) return std::nullopt;
    return date;
}

std::optional<int> age_on(Date born, Date day)
{
    if (day < born) return std::nullopt;
    const int years = static_cast<int>(day.year()) - static_cast<int>(born.year());
    const bool birthday_to_come = std::pair{day.month(), day.day()} < std::pair{born.month(), born.day()};
    return birthday_to_come ? years - 1 : years;
}

}  // namespace safelead
