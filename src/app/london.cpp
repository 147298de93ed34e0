#include "app/london.h"

#include "base/unavailable.h"

#include <date/tz.h>

#include <stdexcept>

namespace safelead::app {
namespace {

using std::chrono::minutes;

const date::time_zone* locate()
{
    try {
        return date::locate_zone("Europe/London");
    } catch (const std::runtime_error&) {
        throw Unavailable{"The time zone Europe/London is not on this machine: install the package tzdata."};
    }
}

/// The same moment as date's own local time; both count from the first of January 1970.
date::local_time<minutes> as_local(directory::WallTime wall)
{
    const std::chrono::sys_days day{wall.date};
    return date::local_time<minutes>{day.time_since_epoch() + wall.time};
}

}  // namespace

London::London() : zone_{locate()} {}

directory::LocalTime London::local(Instant instant) const
{
    const auto offset = date::floor<minutes>(zone_->get_info(instant).offset);
    const auto wall = std::chrono::floor<minutes>(instant) + offset;
    const auto day = std::chrono::floor<std::chrono::days>(wall);
    directory::LocalTime local{{Date{day}, wall - day}, offset, false};
    local.ambiguous = zone_->get_info(as_local(local.wall)).result == date::local_info::ambiguous;
    return local;
}

Instant London::instant(directory::WallTime wall) const
{
    const auto local = as_local(wall);
    const auto found = zone_->get_info(local);
    // `first` is the earlier of two, the summer one; before a gap it ends where the clocks go forward.
    if (found.result == date::local_info::nonexistent) return Instant{found.first.end};
    return Instant{local.time_since_epoch() - found.first.offset};
}

}  // namespace safelead::app
