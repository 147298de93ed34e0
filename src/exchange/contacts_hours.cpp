#include "exchange/contacts_hours.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace safelead::exchange {
namespace {

using directory::DayHours;
using directory::Hours;
using directory::Interval;

template <class Value>
using Read = Result<Value, FieldFault>;

constexpr std::array<std::string_view, 7> day_names{"monday", "tuesday",  "wednesday", "thursday",
                                                    "friday", "saturday", "sunday"};

/// "08:30", and "24:00" for the end of a day.
std::optional<std::chrono::minutes> parse_clock(std::string_view text)
{
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    const bool shaped = text.size() == 5 && digit(text[0]) && digit(text[1]) && text[2] == ':' &&
                        digit(text[3]) && digit(text[4]);
    if (!shaped) return std::nullopt;
    const int hour = (text[0] - '0') * 10 + (text[1] - '0');
    const int minute = (text[3] - '0') * 10 + (text[4] - '0');
    if (minute > 59 || hour * 60 + minute > 24 * 60) return std::nullopt;
    return std::chrono::minutes{hour * 60 + minute};
}

std::optional<Interval> parse_interval(std::string_view text)
{
    const auto dash = text.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    const auto from = parse_clock(text.substr(0, dash));
    const auto until = parse_clock(text.substr(dash + 1));
    if (!from || !until || *from >= *until) return std::nullopt;
    return Interval{*from, *until};
}

Read<std::vector<Interval>> intervals(MemberReader& reader, std::string_view member)
{
    std::vector<Interval> read;
    for (const auto& text : SL_TRY(reader.texts_if_any(member))) {
        const auto interval = parse_interval(text);
        if (!interval) return reader.fault(member, fmt::format("\"{}\" is not like \"09:00-17:00\"", text));
        const bool after = read.empty() || read.back().until <= interval->from;
        if (!after) return reader.fault(member, fmt::format("\"{}\" is not after the one before it", text));
        read.push_back(*interval);
    }
    return read;
}

Read<DayHours> day_hours(MemberReader& reader)
{
    DayHours read;
    read.open = SL_TRY(intervals(reader, "open"));
    read.disputed = SL_TRY(intervals(reader, "disputed"));
    return read;
}

Read<Done> add_days(Hours& hours, std::array<bool, 7>& given, const JsonTree& tree, const std::string& path)
{
    auto reader = SL_TRY(MemberReader::of(tree, path));
    const auto days = SL_TRY(reader.texts("days"));
    const auto read = SL_TRY(day_hours(reader));
    SL_TRY(reader.nothing_else());
    for (const auto& day : days) {
        const auto found = std::ranges::find(day_names, day);
        if (found == day_names.end()) return reader.fault("days", fmt::format("does not know \"{}\"", day));
        const auto index = static_cast<std::size_t>(found - day_names.begin());
        if (given.at(index)) return reader.fault("days", fmt::format("gives \"{}\" twice", day));
        given.at(index) = true;
        hours.week.at(index) = read;
    }
    return Done{};
}

Read<Hours> weekly(MemberReader& reader)
{
    Hours hours{Hours::Kind::weekly, {}, std::nullopt, std::nullopt};
    std::array<bool, 7> given{};
    const auto* week = SL_TRY(reader.array("week"));
    for (std::size_t i = 0; i < week->items.size(); ++i) {
        SL_TRY(add_days(hours, given, week->items[i], fmt::format("{}[{}]", reader.path_of("week"), i)));
    }
    const auto* holidays = SL_TRY(reader.any("bank_holidays"));
    if (holidays->kind == JsonTree::Kind::null) return hours;
    auto on_holidays = SL_TRY(MemberReader::of(*holidays, reader.path_of("bank_holidays")));
    hours.bank_holiday = SL_TRY(day_hours(on_holidays));
    SL_TRY(on_holidays.nothing_else());
    return hours;
}

}  // namespace

Result<Hours, FieldFault> parse_hours(const JsonTree& tree, const std::string& path)
{
    auto reader = SL_TRY(MemberReader::of(tree, path));
    const auto kind = SL_TRY(reader.text("kind"));
    Hours hours;
    if (kind == "always") {
        hours.kind = Hours::Kind::always;
    } else if (kind == "weekly") {
        hours = SL_TRY(weekly(reader));
    } else if (kind == "when_closed") {
        hours.kind = Hours::Kind::when_other_closed;
        hours.other = directory::ContactId{SL_TRY(reader.text("other"))};
    } else if (kind != "not_known") {
        return reader.fault("kind", "must be always, weekly, when_closed or not_known");
    }
    SL_TRY(reader.nothing_else());
    return hours;
}

}  // namespace safelead::exchange
