#include "app/london.h"

#include <gtest/gtest.h>

namespace safelead::app {
namespace {

using directory::parse_wall_time;

std::string shown(const London& london, const char* instant)
{
    return directory::words(london.local(parse_instant(instant).value()));
}

std::string instant(const London& london, const char* wall)
{
    return to_text(london.instant(parse_wall_time(wall).value()));
}

TEST(London, ShowsWinterAndSummerTime)
{
    const London london;
    EXPECT_EQ(shown(london, "2026-11-23T18:40:00Z"), "23 November 2026, 6:40pm");
    EXPECT_EQ(shown(london, "2026-07-01T22:59:59.999Z"), "1 July 2026, 11:59pm");
    EXPECT_EQ(shown(london, "2026-07-01T23:00:00Z"), "2 July 2026, midnight");
}

TEST(London, TellsTheHourThatComesTwiceApart)
{
    const London london;
    EXPECT_EQ(shown(london, "2026-10-25T00:30:00Z"), "25 October 2026, 1:30am BST");
    EXPECT_EQ(shown(london, "2026-10-25T01:30:00Z"), "25 October 2026, 1:30am GMT");
    EXPECT_EQ(shown(london, "2026-10-25T02:00:00Z"), "25 October 2026, 2am");
    EXPECT_EQ(shown(london, "2026-10-24T23:59:00Z"), "25 October 2026, 12:59am");
}

TEST(London, TakesTheFirstOfTheHourThatComesTwice)
{
    const London london;
    EXPECT_EQ(instant(london, "2026-10-25T01:30"), "2026-10-25T00:30:00.000Z");
}

TEST(London, TakesAnHourThatNeverComesForTheMomentTheClocksGoForward)
{
    const London london;
    EXPECT_EQ(instant(london, "2026-03-29T01:00"), "2026-03-29T01:00:00.000Z");
    EXPECT_EQ(instant(london, "2026-03-29T01:30"), "2026-03-29T01:00:00.000Z");
    EXPECT_EQ(instant(london, "2026-03-29T02:00"), "2026-03-29T01:00:00.000Z");
    EXPECT_EQ(instant(london, "2026-03-29T00:59"), "2026-03-29T00:59:00.000Z");
}

TEST(London, GivesBackTheInstantItWasGiven)
{
    const London london;
    for (const auto* text :
         {"2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z", "2026-07-01T11:05:00.000Z",
          "2026-12-31T23:59:00.000Z", "1995-01-01T00:00:00.000Z"}) {
        EXPECT_EQ(to_text(directory::instant_of(london.local(parse_instant(text).value()))), text);
    }
}

}  // namespace
}  // namespace safelead::app
