#pragma once

// When a school answers young people who write to it, and who does. Off until a school has named both.

#include "base/ids.h"
#include "directory/bank_holidays.h"
#include "directory/contact.h"
#include "directory/local_time.h"

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace safelead::directory {

/// By when somebody who writes has an answer, on days on which messages are read.
enum class AnswerWithin : std::uint8_t { same_day, next_day, two_days };
[[nodiscard]] std::string_view answer_within_name(AnswerWithin within);
[[nodiscard]] std::optional<AnswerWithin> answer_within_from_name(std::string_view name);

struct SchoolTerm {
    Date from;
    Date until;  ///< The last day.
    bool operator==(const SchoolTerm&) const = default;
};

struct TalkHours {
    std::vector<PersonId> people;                 ///< Who answers.
    std::array<std::optional<Interval>, 7> week;  ///< Monday first.
    std::vector<SchoolTerm> terms;                ///< Nobody reads outside them, nor on bank holidays.
    AnswerWithin expect = AnswerWithin::next_day;
    bool operator==(const TalkHours&) const = default;
};

/// Whether messages are read at this moment, and when next.
struct TalkReading {
    std::optional<WallTime> until;  ///< They are being read now, until then.
    std::optional<WallTime> next;   ///< Otherwise: when they are read next; nothing if that is not known.
    bool operator==(const TalkReading&) const = default;
};

/// `is_covered` says whether any of those who answer is there on a day.
[[nodiscard]] TalkReading reading_at(const TalkHours& hours, const BankHolidays& holidays, WallTime at,
                                     const std::function<bool(Date)>& is_covered);

}  // namespace safelead::directory
