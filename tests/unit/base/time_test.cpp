#include "base/time.h"

#include <gtest/gtest.h>

namespace safelead {
namespace {

using namespace std::chrono_literals;
using std::chrono::day;
using std::chrono::month;
using std::chrono::year;

Date date(int y, unsigned m, unsigned d)
{
    return {year{y}, month{m}, day{d}};
}

TEST(Age, ChangesOnTheBirthdayAndNotBefore)
{
    EXPECT_EQ(age_on(date(2013, 5, 2), date(2026, 5, 1)), 12);
    EXPECT_EQ(age_on(date(2013, 5, 2), date(2026, 5, 2)), 13);
}

TEST(Age, OfSomeoneBornOnTheTwentyNinthOfFebruaryChangesOnTheFirstOfMarch)
{
    EXPECT_EQ(age_on(date(2008, 2, 29), date(2026, 2, 28)), 17);
    EXPECT_EQ(age_on(date(2008, 2, 29), date(2026, 3, 1)), 18);
}

TEST(Age, IsNothingBeforeBirth)
{
    EXPECT_FALSE(age_on(date(2026, 1, 2), date(2026, 1, 1)));
}

TEST(Instant, IsReadBackAsItWasWritten)
{
    const Instant instant = std::chrono::sys_days{date(2026, 11, 23)} + 18h + 40min + 5s + 7ms;
    EXPECT_EQ(to_text(instant), "2026-11-23T18:40:05.007Z");
    EXPECT_EQ(parse_instant(to_text(instant)), instant);
}

TEST(Instant, IsNotReadFromAnythingElse)
{
    for (const auto* text : {"", "2026-11-23", "2026-11-23T24:00Z", "2026-11-23T10:60Z", "2026-11-23T10:00",
                             "2026-11-23T10:00:00.1Z"})
        EXPECT_FALSE(parse_instant(text)) << text;
}

TEST(Date, DoesNotAcceptADayThatDoesNotExist)
{
    EXPECT_FALSE(parse_date("2026-02-29"));
    EXPECT_EQ(parse_date("2028-02-29"), date(2028, 2, 29));
    EXPECT_FALSE(parse_date("2028-02-29 "));
}

}  // namespace
}  // namespace safelead
