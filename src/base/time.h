#pragma once

// Instants are UTC and count milliseconds; dates are civil dates with no zone. What a clock on a wall in
// England shows is worked out by the shell (app/london.h), never here.

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace safelead {

using Instant = std::chrono::sys_time<std::chrono::milliseconds>;
using Date = std::chrono::year_month_day;

/// "2026-11-23T18:40:00.000Z".
[[nodiscard]] std::string to_text(Instant instant);

/// "2026-11-23".
[[nodiscard]] std::string to_text(Date date);

/// Reads exactly what `to_text` writes (seconds and milliseconds may be left out of an instant). Nothing
/// else, and no date that does not exist.
[[nodiscard]] std::optional<Instant> parse_instant(std::string_view text);
[[nodiscard]] std::optional<Date> parse_date(std::string_view text);

/// Whole years lived on `day`, by birthday: the day before the thirteenth birthday is 12. Someone born on 29
/// February has their birthday on 1 March in a common year. Nothing if `day` is before `born`.
[[nodiscard]] std::optional<int> age_on(Date born, Date day);

}  // namespace safelead
