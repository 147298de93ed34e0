#include "directory/talk_waiting.h"

#include <algorithm>

namespace safelead::directory {
namespace {

/// Past the longest holiday; terms that are not set yet are not known.
constexpr int days_ahead = 120;

/// Until when messages are read on that day, if they are.
std::optional<std::chrono::minutes> read_until(const TalkHours& hours, const BankHolidays& holidays, Date day)
{
    const auto& open = hours.week.at(std::chrono::weekday{std::chrono::sys_days{day}}.iso_encoding() - 1);
    const bool is_in_term = std::ranges::any_of(
        hours.terms, [day](const SchoolTerm& term) { return term.from <= day && day <= term.until; });
    if (!open || !is_in_term || holidays.is_one(day)) return std::nullopt;
    return open->until;
}

}  // namespace

std::optional<WallTime> answer_due(const TalkHours& hours, const BankHolidays& holidays, WallTime since)
{
    int days_left = hours.expect == AnswerWithin::two_days ? 2 : 1;
    auto day = since.date;
    for (int ahead = 0; ahead <= days_ahead; ++ahead, day = next_day(day)) {
        const auto until = read_until(hours, holidays, day);
        if (!until) continue;
        // The day on which it was written counts only for an answer on the same day.
        const bool counts = ahead > 0 || (hours.expect == AnswerWithin::same_day && since.time < *until);
        if (counts && --days_left == 0) return WallTime{day, *until};
    }
    return std::nullopt;
}

Waiting waiting_at(const TalkHours* hours, const BankHolidays& holidays, WallTime since, WallTime at)
{
    const auto due = hours == nullptr ? std::nullopt : answer_due(*hours, holidays, since);
    if (!due) return Waiting::gone_up;
    if (at < *due) return Waiting::in_time;
    return at < WallTime{next_day(due->date), due->time} ? Waiting::late : Waiting::gone_up;
}

}  // namespace safelead::directory
