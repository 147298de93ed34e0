#include "directory/working_time.h"

#include "app/london.h"

#include <gtest/gtest.h>

namespace safelead::directory {
namespace {

using namespace std::chrono;
using Kind = Deadline::Kind;

const BankHolidays christmas{{{year{2026} / 12 / 25, "Christmas Day"}, {year{2026} / 12 / 28, "Boxing Day"}}};

class WorkingTimeInEngland : public testing::Test {
protected:
    /// When it is due, as the wall shows it.
    std::string due(const char* from, Deadline deadline) const
    {
        const auto start = london_.instant(parse_wall_time(from).value());
        return to_text(london_.local(time_.deadline_after(start, deadline)).wall);
    }

    app::London london_;
    WorkingTime time_{{}, christmas, london_};
};

TEST_F(WorkingTimeInEngland, CountsRealHoursOfASafetyDeadlineThroughNightsAndHolidays)
{
    EXPECT_EQ(due("2026-12-24T23:50", {Kind::real_time, 15}), "2026-12-25T00:05");
    EXPECT_EQ(due("2026-10-24T23:00", {Kind::real_time, 24 * 60}), "2026-10-25T22:00")
        << "the clocks go back";
    EXPECT_EQ(due("2026-03-28T23:00", {Kind::real_time, 24 * 60}), "2026-03-30T00:00")
        << "the clocks go forward";
}

TEST_F(WorkingTimeInEngland, CountsWorkingHoursOnlyWhileSomebodyIsThere)
{
    EXPECT_EQ(due("2026-11-23T10:00", {Kind::working_time, 120}), "2026-11-23T12:00");
    EXPECT_EQ(due("2026-11-23T15:30", {Kind::working_time, 120}), "2026-11-24T09:30");
    EXPECT_EQ(due("2026-11-27T16:00", {Kind::working_time, 60}), "2026-11-30T09:00");
    EXPECT_EQ(due("2026-12-24T16:00", {Kind::working_time, 60}), "2026-12-29T09:00");
    EXPECT_EQ(due("2026-11-23T03:00", {Kind::working_time, 0}), "2026-11-23T08:30");
}

TEST_F(WorkingTimeInEngland, EndsTheSchoolDayTodayOrOnTheNextWorkingDay)
{
    EXPECT_EQ(due("2026-11-23T16:29", {Kind::end_of_school_day, 0}), "2026-11-23T16:30");
    EXPECT_EQ(due("2026-11-23T16:30", {Kind::end_of_school_day, 0}), "2026-11-24T16:30");
    EXPECT_EQ(due("2026-12-24T20:00", {Kind::end_of_school_day, 0}), "2026-12-29T16:30");
}

TEST_F(WorkingTimeInEngland, CountsWorkingDaysAfterThisOne)
{
    EXPECT_EQ(due("2026-11-23T10:00", {Kind::working_days, 1}), "2026-11-24T16:30");
    EXPECT_EQ(due("2026-11-28T10:00", {Kind::working_days, 1}), "2026-11-30T16:30");
    EXPECT_EQ(due("2026-12-24T10:00", {Kind::working_days, 1}), "2026-12-29T16:30");
    EXPECT_EQ(due("2026-11-23T10:00", {Kind::working_days, 5}), "2026-11-30T16:30");
}

TEST_F(WorkingTimeInEngland, KnowsAWorkingMoment)
{
    const auto at = [this](const char* text) {
        return time_.is_working_moment(london_.instant(*parse_wall_time(text)));
    };
    EXPECT_TRUE(at("2026-11-23T08:30"));
    EXPECT_FALSE(at("2026-11-23T16:30"));
    EXPECT_FALSE(at("2026-12-25T10:00"));
    EXPECT_TRUE(at("2026-07-01T08:45")) << "in summer time";
}

}  // namespace
}  // namespace safelead::directory
