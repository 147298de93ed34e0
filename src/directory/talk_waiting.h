#pragma once

// By when a young person who wrote to their school should have an answer, and who sees it when they have
// none.

#include "directory/talk_hours.h"

namespace safelead::directory {

/// By when somebody who has waited since `since` should have an answer: the end of that reading day. Nothing
/// if no such day is set. Somebody being away does not put it off: the school said so, whoever is there.
/// Project rule (docs/adr/0170).
[[nodiscard]] std::optional<WallTime> answer_due(const TalkHours& hours, const BankHolidays& holidays,
                                                 WallTime since);

enum class Waiting {
    in_time,
    late,    ///< Past what the school said: for those who answer.
    gone_up  ///< A day past it, or nobody is set to answer at all: also for the next person up.
};

/// How long somebody has waited, beside what the school said. `hours` is null while nobody answers there.
[[nodiscard]] Waiting waiting_at(const TalkHours* hours, const BankHolidays& holidays, WallTime since,
                                 WallTime at);

}  // namespace safelead::directory
