#include "app/circumstances.h"

#include "directory/working_time.h"

namespace safelead::app {
namespace {

directory::Deadline for_calendar(const guidance::Deadline& deadline)
{
    using Unit = guidance::Deadline::Unit;
    using Kind = directory::Deadline::Kind;
    constexpr int minutes_an_hour = 60;
    constexpr int minutes_a_day = 24 * 60;
    switch (deadline.unit) {
        case Unit::immediately:
            return {Kind::real_time, 0};
        case Unit::hours:
            return {Kind::real_time, deadline.count * minutes_an_hour};
        case Unit::working_hours:
            return {Kind::working_time, deadline.count * minutes_an_hour};
        case Unit::same_school_day:
            return {Kind::end_of_school_day, 0};
        case Unit::working_days:
            return {Kind::working_days, deadline.count};
        case Unit::days:
            return {Kind::real_time, deadline.count * minutes_a_day};
    }
    throw_bug("a deadline in a unit that no calendar knows");
}

}  // namespace

Instant due(const Parts& parts, Instant from, const guidance::Deadline& deadline)
{
    return directory::WorkingTime{{}, parts.local.holidays, parts.zone}.deadline_after(
        from, for_calendar(deadline));
}

std::optional<record::Circumstances> circumstances(const Parts& parts, const NewIds& ids,
                                                   std::string_view edition, Instant now)
{
    const auto* in_force = parts.packs.find(edition);
    if (in_force == nullptr) return std::nullopt;
    return record::Circumstances{
        now,
        parts.zone.local(now).wall.date,
        *in_force,
        parts.packs.newest(),
        [&parts, now](const guidance::Deadline& deadline) { return due(parts, now, deadline); },
        [&ids, count = std::size_t{0}]() mutable { return ids.id<record::TaskId>("task", count++); }};
}

}  // namespace safelead::app
