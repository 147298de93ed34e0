#include "exchange/deadline.h"

#include "base/bug.h"

#include <algorithm>
#include <array>
#include <utility>

namespace safelead::exchange {

Result<guidance::Deadline, FieldFault> read_deadline(MemberReader& members)
{
    using guidance::Deadline;
    using Unit = Deadline::Unit;
    static constexpr std::array<std::pair<std::string_view, Unit>, 4> counted = {
        {{"hours ", Unit::hours},
         {"working_hours ", Unit::working_hours},
         {"working_days ", Unit::working_days},
         {"days ", Unit::days}}};
    const std::string text = SL_TRY(members.text("deadline"));
    if (text == "immediately") return Deadline{Unit::immediately, 0};
    if (text == "same_school_day") return Deadline{Unit::same_school_day, 0};
    for (const auto& [word, unit] : counted) {
        if (!text.starts_with(word)) continue;
        const std::string digits = text.substr(word.size());
        const bool is_number = !digits.empty() && digits.size() <= 3 &&
                               std::ranges::all_of(digits, [](char c) { return c >= '0' && c <= '9'; });
        if (is_number && std::stoi(digits) > 0) return Deadline{unit, std::stoi(digits)};
    }
    return members.fault("deadline",
                         "is not immediately, same_school_day, or hours, working_hours, working_days or "
                         "days with a number");
}

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

}  // namespace safelead::exchange
