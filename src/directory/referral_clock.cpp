#include "directory/referral_clock.h"

#include <algorithm>

namespace safelead::directory {
namespace {

const Timescale* clock_of(const Arrangements* area, std::string_view clock)
{
    if (area == nullptr) return nullptr;
    const auto found = std::ranges::find(area->timescales, clock, &Timescale::clock);
    return found == area->timescales.end() ? nullptr : &*found;
}

Instant after_days(const WorkingTime& calendar, Instant from, int days)
{
    return calendar.deadline_after(from, {Deadline::Kind::working_days, days});
}

}  // namespace

AnswerClock answer_clock(const WorkingTime& calendar, const Arrangements* area, std::string_view whose,
                         Instant from)
{
    AnswerClock clock{
        after_days(calendar, from, days_to_answer), after_days(calendar, from, days_to_managers), {}};
    const auto go_by = [&](const Timescale* time, Instant& due) {
        if (time == nullptr) return;
        const auto by_area = calendar.deadline_after(from, time->deadline);
        if (by_area > due) return;
        due = by_area;
        clock.of_area.push_back(time);
    };
    const auto* own = clock_of(area, whose);
    go_by(own != nullptr ? own : clock_of(area, "answered"), clock.answer_by);
    go_by(clock_of(area, "managers-told"), clock.managers_at);
    clock.managers_at = std::max(clock.managers_at, clock.answer_by);
    return clock;
}

}  // namespace safelead::directory
