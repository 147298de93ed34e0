#include "app/circumstances.h"

#include "exchange/deadline.h"

namespace safelead::app {

record::StepDue due(const directory::WorkingTime& calendar, const directory::Arrangements* area, Instant from,
                    const guidance::Step& step)
{
    const auto by_guidance = calendar.deadline_after(from, exchange::for_calendar(step.deadline));
    if (const auto* local = area == nullptr ? nullptr : area->time_for(step.id.text())) {
        const auto by_area = calendar.deadline_after(from, local->deadline);
        if (by_area < by_guidance) return {by_area, directory::words(local->grounds.sources)};
    }
    return {by_guidance, step.source.text()};
}

std::optional<record::Circumstances> circumstances(const Parts& parts, const NewIds& ids,
                                                   const directory::Arrangements* area,
                                                   std::string_view edition, Instant now)
{
    const auto* in_force = parts.packs.find(edition);
    if (in_force == nullptr) return std::nullopt;
    return record::Circumstances{
        now,
        parts.zone.local(now).wall.date,
        *in_force,
        parts.packs.newest(),
        [calendar = directory::WorkingTime{{}, parts.local.holidays, parts.zone}, area,
         now](const guidance::Step& step) { return due(calendar, area, now, step); },
        [&ids, count = std::size_t{0}]() mutable { return ids.id<record::TaskId>("task", count++); }};
}

}  // namespace safelead::app
