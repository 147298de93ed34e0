#include "exchange/calendar_file.h"

#include <fmt/format.h>

namespace safelead::exchange {
namespace {

constexpr std::size_t longest = 75;  // Bytes, the line's end not counted.

bool goes_on(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// "20261123T184000Z".
std::string utc(Instant at)
{
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const Date date{day};
    const std::chrono::hh_mm_ss time{std::chrono::floor<std::chrono::seconds>(at - day)};
    return fmt::format("{:04}{:02}{:02}T{:02}{:02}{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       time.hours().count(), time.minutes().count(), time.seconds().count());
}

}  // namespace

std::string calendar_text(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\\' || c == ',' || c == ';') {
            out += '\\';
            out += c;
        } else if (c == '\r' || c == '\n') {
            if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') ++i;
            out += "\\n";
        } else if (static_cast<unsigned char>(c) >= 0x20U && c != 0x7F) {
            out += c;
        }
    }
    return out;
}

std::string calendar_line(std::string_view line)
{
    std::string out;
    std::size_t room = longest;
    while (line.size() > room) {
        std::size_t cut = room;
        while (cut > 0 && goes_on(line[cut])) --cut;
        if (cut == 0) cut = room;  // No UTF-8 at all: cut anywhere.
        out += fmt::format("{}\r\n ", line.substr(0, cut));
        line.remove_prefix(cut);
        room = longest - 1;  // A line that goes on begins with a space.
    }
    return out += fmt::format("{}\r\n", line);
}

std::string calendar_file(const CalendarEntry& entry)
{
    std::string out;
    const auto add = [&out](std::string_view name, std::string_view value) {
        out += calendar_line(fmt::format("{}:{}", name, value));
    };
    add("BEGIN", "VCALENDAR");
    add("VERSION", "2.0");
    add("PRODID", "-//Safelead//Training//EN");
    add("METHOD", "PUBLISH");
    add("BEGIN", "VEVENT");
    add("UID", calendar_text(entry.uid));
    add("DTSTAMP", utc(entry.stamp));
    add("SEQUENCE", entry.status == CalendarStatus::cancelled ? "1" : "0");
    add("DTSTART", utc(entry.starts));
    add("DTEND", utc(entry.starts + entry.lasts));
    add("SUMMARY", calendar_text(entry.title));
    if (!entry.where.empty()) add("LOCATION", calendar_text(entry.where));
    add("STATUS", entry.status == CalendarStatus::cancelled ? "CANCELLED" : "CONFIRMED");
    add("END", "VEVENT");
    add("END", "VCALENDAR");
    return out;
}

}  // namespace safelead::exchange
