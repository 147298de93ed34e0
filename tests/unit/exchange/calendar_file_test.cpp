#include "exchange/calendar_file.h"

#include "base/text.h"

#include <gmock/gmock.h>

namespace safelead::exchange {
namespace {

TEST(CalendarFile, EscapesWhatTheRfcSaysAndLeavesOutControls)
{
    EXPECT_EQ(calendar_text("Hall; room 1, by the \\ gate\r\nUpstairs\nDoor\x07"),
              "Hall\\; room 1\\, by the \\\\ gate\\nUpstairs\\nDoor");
}

TEST(CalendarFile, FoldsAtSeventyFiveBytesAndCutsNoCharacter)
{
    std::string long_line = "LOCATION:";
    for (int i = 0; i < 60; ++i) long_line += "ź€😀";
    const auto folded = calendar_line(long_line);
    std::string unfolded;
    for (std::size_t from = 0; from < folded.size();) {
        const auto end = folded.find("\r\n", from);
        ASSERT_NE(end, std::string::npos);
        const auto line = folded.substr(from, end - from);
        EXPECT_LE(line.size(), 75U);
        EXPECT_TRUE(is_utf8(line)) << line;
        if (from > 0) {
            EXPECT_EQ(line.front(), ' ');
        }
        unfolded += from > 0 ? line.substr(1) : line;
        from = end + 2;
    }
    EXPECT_EQ(unfolded, long_line);
    EXPECT_EQ(calendar_line(std::string(75, 'a')), std::string(75, 'a') + "\r\n");
    EXPECT_EQ(calendar_line(std::string(76, 'a')), std::string(75, 'a') + "\r\n a\r\n");
}

TEST(CalendarFile, SaysWhenInUtcAndNothingOfWhatItIsAbout)
{
    const auto file = calendar_file({.uid = "S-7K3M-9QXD@safelead",
                                     .title = "Training S-7K3M-9QXD",
                                     .where = "The hall",
                                     .stamp = *parse_instant("2026-11-23T10:00:00Z"),
                                     .starts = *parse_instant("2026-12-31T23:30:00Z"),
                                     .lasts = std::chrono::minutes{60}});
    EXPECT_EQ(file,
              "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Safelead//Training//EN\r\nMETHOD:PUBLISH\r\n"
              "BEGIN:VEVENT\r\nUID:S-7K3M-9QXD@safelead\r\nDTSTAMP:20261123T100000Z\r\nSEQUENCE:0\r\n"
              "DTSTART:20261231T233000Z\r\nDTEND:20270101T003000Z\r\nSUMMARY:Training S-7K3M-9QXD\r\n"
              "LOCATION:The hall\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n");
}

}  // namespace
}  // namespace safelead::exchange
