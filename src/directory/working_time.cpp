#include "directory/working_time.h"

#include <algorithm>

namespace safelead::directory {

WorkingTime::WorkingTime(WorkingHours hours, BankHolidays holidays, const Zone& zone)
    : hours_{hours}, holidays_{std::move(holidays)}, zone_{zone}
{
}

bool WorkingTime::is_working_day(Date date) const
{
    const std::chrono::weekday day{std::chrono::sys_days{date}};
    const bool weekend = day == std::chrono::Saturday || day == std::chrono::Sunday;
    return !weekend && !holidays_.is_one(date);
}

bool WorkingTime::is_working_moment(Instant at) const
{
    const auto wall = zone_.local(at).wall;
    return is_working_day(wall.date) && hours_.day.from <= wall.time && wall.time < hours_.day.until;
}

Instant WorkingTime::deadline_after(Instant from, const Deadline& deadline) const
{
    switch (deadline.kind) {
        case Deadline::Kind::real_time:
            return from + std::chrono::minutes{deadline.amount};
        case Deadline::Kind::working_time:
            return add_working(from, std::chrono::minutes{deadline.amount});
        case Deadline::Kind::end_of_school_day:
            return ends(school_day_of(from));
        case Deadline::Kind::working_days:
            break;
    }
    if (deadline.amount == 0) return ends(school_day_of(from));
    auto day = zone_.local(from).wall.date;
    for (int counted = 0; counted < deadline.amount; ++counted) day = working_day_from(next_day(day));
    return ends(day);
}

Date WorkingTime::working_day_from(Date date) const
{
    while (!is_working_day(date)) date = next_day(date);
    return date;
}

Instant WorkingTime::begins(Date date) const
{
    return zone_.instant({date, hours_.day.from});
}

Instant WorkingTime::ends(Date date) const
{
    return zone_.instant({date, hours_.day.until});
}

Date WorkingTime::school_day_of(Instant from) const
{
    const auto day = working_day_from(zone_.local(from).wall.date);
    return from < ends(day) ? day : working_day_from(next_day(day));
}

Instant WorkingTime::add_working(Instant from, std::chrono::minutes amount) const
{
    std::chrono::milliseconds left = amount;
    auto day = school_day_of(from);
    for (;;) {
        const auto start = std::max(from, begins(day));
        const auto length = ends(day) - start;
        if (left <= length) return start + left;
        left -= length;
        day = working_day_from(next_day(day));
    }
}

}  // namespace safelead::directory
