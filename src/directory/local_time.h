#pragma once

// What a clock on a wall in England shows. The zone's rules are the shell's (app/london.h); this is only
// their result.

#include "base/time.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace safelead::directory {

/// A day and a time of day, no zone.
struct WallTime {
    Date date;
    std::chrono::minutes time{0};  ///< Since midnight: 0 to 1439.

    auto operator<=>(const WallTime&) const = default;
};

/// A wall time that is one instant.
struct LocalTime {
    WallTime wall;
    std::chrono::minutes offset{0};  ///< Ahead of UTC: 0 in winter, 60 in summer.
    bool ambiguous = false;          ///< The wall shows this time twice that night.

    bool operator==(const LocalTime&) const = default;
};

/// To and from wall time. The shell has one for Europe/London; tests may have a simpler one.
class Zone {
public:
    Zone() = default;
    Zone(const Zone&) = delete;
    Zone& operator=(const Zone&) = delete;
    virtual ~Zone() = default;

    [[nodiscard]] virtual LocalTime local(Instant instant) const = 0;

    /// The first instant at which the wall shows `wall`; where the clocks skip it, the instant they do so.
    [[nodiscard]] virtual Instant instant(WallTime wall) const = 0;
};

/// The instant it is (whole minutes).
[[nodiscard]] Instant instant_of(const LocalTime& time);

/// "23 November 2026".
[[nodiscard]] std::string long_date(Date date);

/// "Monday 23 November 2026".
[[nodiscard]] std::string long_date_with_day(Date date);

/// "6:40pm", "midday", "midnight".
[[nodiscard]] std::string clock_words(std::chrono::minutes since_midnight);

/// "23 November 2026, 6:40pm".
[[nodiscard]] std::string words(WallTime time);

/// The same, with "GMT" or "BST" where the wall shows the time twice: "25 October 2026, 1:30am BST".
[[nodiscard]] std::string words(const LocalTime& time);

/// Reads "2026-11-23T18:40". Nothing else.
[[nodiscard]] std::optional<WallTime> parse_wall_time(std::string_view text);

/// "2026-11-23T18:40".
[[nodiscard]] std::string to_text(WallTime time);

[[nodiscard]] Date next_day(Date date);

}  // namespace safelead::directory
