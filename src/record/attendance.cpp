#include "record/attendance.h"

#include "base/text.h"
#include "record/text_limits.h"

namespace safelead::record {

namespace {

std::optional<Attendee> attendee_in(std::string_view line)
{
    const auto comma = line.find(',');
    if (comma == std::string_view::npos || !fits_line(line)) return std::nullopt;
    Attendee attendee{std::string{trim(line.substr(0, comma))}, std::string{trim(line.substr(comma + 1))}};
    if (attendee.name.empty() || attendee.agency.empty()) return std::nullopt;
    return attendee;
}

}  // namespace

std::optional<std::vector<Attendee>> attendees_in(std::string_view attended)
{
    std::vector<Attendee> all;
    for (const auto line : split(attended, '\n')) {
        if (is_blank(line)) continue;
        auto attendee = attendee_in(line);
        if (!attendee) return std::nullopt;
        all.push_back(*std::move(attendee));
    }
    if (all.empty()) return std::nullopt;
    return all;
}

}  // namespace safelead::record
