#include "directory/talk_hours.h"

#include <algorithm>
#include <utility>

namespace safelead::directory {
namespace {

constexpr std::array<std::pair<AnswerWithin, std::string_view>, 3> names{{
    {AnswerWithin::same_day, "same_day"},
    {AnswerWithin::next_day, "next_day"},
    {AnswerWithin::two_days, "two_days"},
}};

/// Past the longest holiday; terms that are not set yet are not known.
constexpr int days_ahead = 120;

bool is_in_term(const TalkHours& hours, Date day)
{
    return std::ranges::any_of(
        hours.terms, [day](const SchoolTerm& term) { return term.from <= day && day <= term.until; });
}

std::optional<Interval> hours_on(const TalkHours& hours, Date day)
{
    const std::chrono::weekday weekday{std::chrono::sys_days{day}};
    return hours.week.at(weekday.iso_encoding() - 1);
}

}  // namespace

std::string_view answer_within_name(AnswerWithin within)
{
    return names.at(static_cast<std::size_t>(within)).second;
}

std::optional<AnswerWithin> answer_within_from_name(std::string_view name)
{
    for (const auto& [within, known] : names)
        if (known == name) return within;
    return std::nullopt;
}

TalkReading reading_at(const TalkHours& hours, const BankHolidays& holidays, WallTime at,
                       const std::function<bool(Date)>& is_covered)
{
    auto day = at.date;
    for (int ahead = 0; ahead <= days_ahead; ++ahead, day = next_day(day)) {
        const auto open = hours_on(hours, day);
        if (!open || !is_in_term(hours, day) || holidays.is_one(day) || !is_covered(day)) continue;
        if (ahead > 0 || at.time < open->from) return {std::nullopt, WallTime{day, open->from}};
        if (at.time < open->until) return {WallTime{day, open->until}, std::nullopt};
    }
    return {};
}

}  // namespace safelead::directory
