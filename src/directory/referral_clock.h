#pragma once

// How long a referral may wait. The guidance gives one time, an area may give less (docs/adr/0206).

#include "directory/arrangements.h"
#include "directory/working_time.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::directory {

/// An answer is due within one working day (Keeping children safe in education, of social care; for the
/// others a project rule); silence for another reaches the managers (project rule).
inline constexpr int days_to_answer = 1;
inline constexpr int days_to_managers = 2;

/// What a timescale of an area may be the clock of: an answer by anybody, by one kind of agency, and telling
/// the managers.
inline constexpr std::array<std::string_view, 6> referral_clocks{
    "answered",           "answered-by-social-care",     "answered-by-police",
    "answered-by-school", "answered-by-local-authority", "managers-told"};

/// When an answer is due, and when silence reaches the managers: never before that.
struct AnswerClock {
    Instant answer_by;
    Instant managers_at;
    std::vector<const Timescale*> of_area;  ///< Those of the area that it goes by.
};

/// The clock that begins at `from`, for somebody whose own clock is called `whose`. An area that gives less
/// time, or says the same, is gone by; one that gives more is not. `area` may be null.
[[nodiscard]] AnswerClock answer_clock(const WorkingTime& calendar, const Arrangements* area,
                                       std::string_view whose, Instant from);

}  // namespace safelead::directory
