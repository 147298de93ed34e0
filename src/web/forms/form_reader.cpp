#include "web/forms/form_reader.h"

#include "base/text.h"
#include "record/text_limits.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>

namespace safelead::web {

namespace {

std::optional<int> number(std::string_view typed)
{
    const auto digits = trim(typed);
    int value = 0;
    const auto [end, fault] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (digits.empty() || fault != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

constexpr std::string_view month_names[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                            "jul", "aug", "sep", "oct", "nov", "dec"};

std::optional<int> month_number(std::string_view typed)
{
    if (const auto digits = number(typed)) return digits;
    const auto name = ascii_lower(trim(typed)).substr(0, 3);
    const auto* found = std::ranges::find(month_names, name);
    if (found == std::end(month_names)) return std::nullopt;
    return static_cast<int>(found - std::begin(month_names)) + 1;
}

std::optional<Date> day_of(int day, int month, int year)
{
    if (day < 1 || month < 1 || year < 1900 || year > 2200) return std::nullopt;
    const Date date{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                    std::chrono::day{static_cast<unsigned>(day)}};
    if (!date.ok()) return std::nullopt;
    return date;
}

std::optional<std::chrono::minutes> read_time(std::string_view typed)
{
    auto words = ascii_lower(trim(typed));
    std::erase(words, ' ');
    if (words == "midday" || words == "noon") return std::chrono::hours{12};
    if (words == "midnight") return std::chrono::hours{0};
    const bool morning = words.ends_with("am");
    const bool afternoon = words.ends_with("pm");
    if (morning || afternoon) words.resize(words.size() - 2);
    const auto mark = words.find_first_of(":.");
    const auto hours = number(std::string_view{words}.substr(0, mark));
    const auto minutes = mark == std::string::npos ? std::optional{morning || afternoon ? 0 : -1}
                                                   : number(std::string_view{words}.substr(mark + 1));
    if (!hours || !minutes || *hours < 0 || *minutes < 0 || *minutes > 59) return std::nullopt;
    if (!morning && !afternoon)
        return *hours > 23 ? std::nullopt : std::optional{std::chrono::minutes{*hours * 60 + *minutes}};
    if (*hours < 1 || *hours > 12) return std::nullopt;
    return std::chrono::minutes{(*hours % 12 + (afternoon ? 12 : 0)) * 60 + *minutes};
}

}  // namespace

const FormError* error_of(const FormErrors& errors, std::string_view field)
{
    for (const auto& error : errors) {
        const std::string_view name = error.field;
        if (name == field) return &error;
        if (name.starts_with(field) && (name.substr(field.size()) == "-day")) return &error;
    }
    return nullptr;
}

FormReader::FormReader(const FormFields& typed, const directory::Zone& zone) : typed_{typed}, zone_{zone} {}

std::string FormReader::words(std::string_view name)
{
    std::string words{trim(typed_.text(name))};
    std::erase(words, '\r');
    if (!record::fits_account(words))
        wrong(name,
              "This is longer than 20,000 characters, which is too long to keep in one piece. Split it: the "
              "rest can go in a note"_p);
    return words;
}

std::string FormReader::needed(std::string_view name, const Phrase& missing)
{
    auto typed = words(name);
    if (typed.empty()) wrong(name, missing);
    return typed;
}

std::optional<Date> FormReader::date(std::string_view name)
{
    const auto part = [&](std::string_view which) {
        return trim(typed_.text(fmt::format("{}-{}", name, which)));
    };
    const auto day = part("day");
    const auto month = part("month");
    const auto year = part("year");
    if (day.empty() && month.empty() && year.empty()) return std::nullopt;
    const auto date =
        day_of(number(day).value_or(0), month_number(month).value_or(0), number(year).value_or(0));
    if (!date)
        wrong(fmt::format("{}-day", name),
              "Give a day, month and year that exist, or leave all three empty"_p);
    return date;
}

void add_date(FormFields& fields, const std::string& name, Date date)
{
    fields.add(name + "-day", std::to_string(static_cast<unsigned>(date.day())));
    fields.add(name + "-month", std::to_string(static_cast<unsigned>(date.month())));
    fields.add(name + "-year", std::to_string(static_cast<int>(date.year())));
}

std::optional<std::chrono::minutes> FormReader::time_of_day(std::string_view name)
{
    const auto typed = trim(typed_.text(name));
    if (typed.empty()) return std::nullopt;
    const auto time = read_time(typed);
    if (!time) wrong(name, "Give a time like 2:30pm or 14:30, or leave it empty"_p);
    return time;
}

record::EventTime FormReader::event_time(std::string_view name)
{
    record::EventTime time{words(name), date(name), std::nullopt};
    const auto clock_field = fmt::format("{}-time", name);
    const auto clock = time_of_day(clock_field);
    if (clock && !time.day && !error_of(errors_, name))
        wrong(fmt::format("{}-day", name), "Give the day as well as the time"_p);
    if (clock && time.day) time.instant = zone_.instant({*time.day, *clock});
    // The record always has words for when something happened.
    if (time.words.empty() && time.day)
        time.words = clock ? directory::words(directory::WallTime{*time.day, *clock})
                           : directory::long_date(*time.day);
    return time;
}

record::EventTime FormReader::needed_event_time(std::string_view name, const Phrase& missing)
{
    auto time = event_time(name);
    if (time.words.empty() && !time.day && !error_of(errors_, name)) wrong(name, missing);
    return time;
}

void FormReader::not_after(std::string_view name, const std::optional<Date>& day, Date today)
{
    if (day && *day > today)
        wrong(fmt::format("{}-day", name), "This day has not come yet. Check the day, month and year"_p);
}

record::EventTime FormReader::past_event_time(std::string_view name, Instant now)
{
    auto time = event_time(name);
    const auto today = zone_.local(now).wall.date;
    not_after(name, time.day, today);
    // To the minute: nobody who types what has just been has seconds.
    if (time.instant && time.day == today && *time.instant >= now + std::chrono::minutes{1})
        wrong(fmt::format("{}-time", name), "This time has not come yet. Check the day and the time"_p);
    return time;
}

std::optional<int> FormReader::age(std::string_view name)
{
    const auto typed = trim(typed_.text(name));
    if (typed.empty()) return std::nullopt;
    const auto years = number(typed);
    if (!years || *years < 0 || *years > 120) {
        wrong(name, "Give the age in whole years, as a number, or leave it empty if it is not known"_p);
        return std::nullopt;
    }
    return years;
}

CommandId FormReader::command()
{
    const auto id = typed_.text(command_field);
    const auto is_plain = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
               c == '_';
    };
    if (id.size() < 8 || id.size() > 64 || !std::ranges::all_of(id, is_plain))
        wrong("form", "This form was not whole when it arrived. Check it and send it again"_p);
    if (typed_.came_with_file())
        wrong("form",
              "A file came with this form. It was not kept: Safelead keeps words, never files. Nothing has "
              "been recorded yet. Check what you typed and send it again; the words of a document can be "
              "added on a case’s page, or from a report"_p);
    return CommandId{std::string{id}};
}

void FormReader::wrong(std::string_view field, const Phrase& words, std::string_view about)
{
    errors_.push_back({std::string{field}, words, std::string{about}});
}

bool is_own_address(std::string_view address)
{
    if (address.empty() || address.front() != '/' || address.size() > 500) return false;
    if (address.starts_with("//")) return false;
    return std::ranges::all_of(address, [](char c) { return c > ' ' && c < 127 && c != '\\'; });
}

}  // namespace safelead::web
