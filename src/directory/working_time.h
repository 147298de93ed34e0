#pragma once

// When something is due. Safety deadlines count real hours and never pause: not for a night, a weekend or a
// bank holiday. The others count a school's working hours.

#include "directory/bank_holidays.h"
#include "directory/contact.h"
#include "directory/local_time.h"

#include <cstdint>

namespace safelead::directory {

/// One span of hours on each of Monday to Friday, bank holidays left out. Term dates are not known here.
struct WorkingHours {
    Interval day{std::chrono::minutes{8 * 60 + 30}, std::chrono::minutes{16 * 60 + 30}};

    bool operator==(const WorkingHours&) const = default;
};

struct Deadline {
    enum class Kind : std::uint8_t {
        real_time,          ///< So many minutes, whatever the clock says.
        working_time,       ///< So many minutes of working hours.
        end_of_school_day,  ///< When this working day ends; of the next one if it has ended, or is none.
        working_days,       ///< The end of the working day that many working days after this one.
    };
    Kind kind = Kind::real_time;
    int amount = 0;  ///< Minutes or days; never negative.

    bool operator==(const Deadline&) const = default;
};

class WorkingTime {
public:
    WorkingTime(WorkingHours hours, BankHolidays holidays, const Zone& zone);

    [[nodiscard]] bool is_working_day(Date date) const;
    [[nodiscard]] bool is_working_moment(Instant at) const;

    /// Never before `from`, and never earlier for a later `from`.
    [[nodiscard]] Instant deadline_after(Instant from, const Deadline& deadline) const;

private:
    [[nodiscard]] Date working_day_from(Date date) const;
    [[nodiscard]] Instant ends(Date date) const;
    [[nodiscard]] Instant begins(Date date) const;
    [[nodiscard]] Instant add_working(Instant from, std::chrono::minutes amount) const;
    [[nodiscard]] Date school_day_of(Instant from) const;

    WorkingHours hours_;
    BankHolidays holidays_;
    const Zone& zone_;
};

}  // namespace safelead::directory
