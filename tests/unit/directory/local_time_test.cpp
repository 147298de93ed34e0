#include "directory/local_time.h"

#include <gtest/gtest.h>

namespace safelead::directory {
namespace {

using std::chrono::minutes;
const Date day{std::chrono::year{2026} / 11 / 23};

TEST(LocalTime, IsSaidAsAPersonWould)
{
    EXPECT_EQ(words(WallTime{day, minutes{18 * 60 + 40}}), "23 November 2026, 6:40pm");
    EXPECT_EQ(clock_words(minutes{0}), "midnight");
    EXPECT_EQ(clock_words(minutes{24 * 60}), "midnight");
    EXPECT_EQ(clock_words(minutes{12 * 60}), "midday");
    EXPECT_EQ(clock_words(minutes{5}), "12:05am");
    EXPECT_EQ(clock_words(minutes{12 * 60 + 30}), "12:30pm");
    EXPECT_EQ(clock_words(minutes{17 * 60}), "5pm");
    EXPECT_EQ(long_date_with_day(day), "Monday 23 November 2026");
}

TEST(LocalTime, SaysWhichOfTwoOnlyWhereThereAreTwo)
{
    const WallTime wall{std::chrono::year{2026} / 10 / 25, minutes{90}};
    EXPECT_EQ(words(LocalTime{wall, minutes{60}, true}), "25 October 2026, 1:30am BST");
    EXPECT_EQ(words(LocalTime{wall, minutes{0}, true}), "25 October 2026, 1:30am GMT");
    EXPECT_EQ(words(LocalTime{wall, minutes{0}, false}), "25 October 2026, 1:30am");
}

TEST(ParseWallTime, ReadsWhatIsWrittenAndNothingElse)
{
    const WallTime wall{day, minutes{18 * 60 + 40}};
    EXPECT_EQ(parse_wall_time(to_text(wall)), wall);
    for (const auto* bad : {"", "2026-11-23", "2026-11-23 18:40", "2026-11-23T24:00", "2026-11-23T18:60",
                            "2026-02-30T10:00", "2026-11-23T18:40Z", "2026-11-23T1a:40"}) {
        EXPECT_EQ(parse_wall_time(bad), std::nullopt) << bad;
    }
}

}  // namespace
}  // namespace safelead::directory
