#pragma once

// One entry for somebody's calendar (RFC 5545). Its title says nothing: calendars are seen by others.

#include "base/time.h"

#include <chrono>
#include <string>
#include <string_view>

namespace safelead::exchange {

enum class CalendarStatus : std::uint8_t { confirmed, cancelled };

struct CalendarEntry {
    std::string uid;
    std::string title;
    std::string where;
    Instant stamp{};  ///< When what it says was last changed.
    Instant starts{};
    std::chrono::minutes lasts{0};
    CalendarStatus status = CalendarStatus::confirmed;
};

/// The bytes of the file: lines end with CR LF, none is longer than 75 bytes, no character is cut in two.
[[nodiscard]] std::string calendar_file(const CalendarEntry& entry);

/// A text as a value: backslash, comma, semicolon and line ends written as the RFC says, other control
/// characters left out.
[[nodiscard]] std::string calendar_text(std::string_view text);

/// One line, folded.
[[nodiscard]] std::string calendar_line(std::string_view line);

}  // namespace safelead::exchange
