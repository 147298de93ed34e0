#include "directory/referral_clock.h"

#include "app/london.h"

#include <gtest/gtest.h>

namespace safelead::directory {
namespace {

using Kind = Deadline::Kind;

class ReferralClock : public testing::Test {
protected:
    Timescale time(std::string clock, Deadline deadline) const
    {
        const auto id = clock;
        return {id, "Answered.", "Somebody", deadline, "the referral", "", {}, std::move(clock)};
    }

    AnswerClock begin(const std::vector<Timescale>& times, std::string_view whose) const
    {
        area_ = {"hill", {}, times};
        return answer_clock(calendar_, &area_, whose, at("2026-11-23T10:00"));
    }

    Instant at(const char* wall) const { return london_.instant(parse_wall_time(wall).value()); }

    app::London london_;
    WorkingTime calendar_{{}, {}, london_};
    mutable Arrangements area_;  // What is given points into it.
};

TEST_F(ReferralClock, IsOneWorkingDayAndAnotherWhereNoAreaSaysOtherwise)
{
    for (const auto& clock : {answer_clock(calendar_, nullptr, "answered", at("2026-11-23T10:00")),
                              begin({}, "answered-by-social-care")}) {
        EXPECT_EQ(clock.answer_by, at("2026-11-24T16:30"));
        EXPECT_EQ(clock.managers_at, at("2026-11-25T16:30"));
        EXPECT_TRUE(clock.of_area.empty());
    }
}

TEST_F(ReferralClock, IsTheAreasWhereThatIsSoonerAndNamesIt)
{
    const auto clock = begin({time("answered-by-police", {Kind::real_time, 4 * 60}),
                              time("managers-told", {Kind::working_days, 1})},
                             "answered-by-police");
    EXPECT_EQ(clock.answer_by, at("2026-11-23T14:00"));
    EXPECT_EQ(clock.managers_at, at("2026-11-24T16:30"));
    ASSERT_EQ(clock.of_area.size(), 2U);
    EXPECT_EQ(clock.of_area.front()->id, "answered-by-police");
}

TEST_F(ReferralClock, IsNeverLongerByWhatAnAreaSays)
{
    const auto clock =
        begin({time("answered", {Kind::working_days, 5}), time("managers-told", {Kind::working_days, 9})},
              "answered-by-police");
    EXPECT_EQ(clock.answer_by, at("2026-11-24T16:30"));
    EXPECT_EQ(clock.managers_at, at("2026-11-25T16:30"));
    EXPECT_TRUE(clock.of_area.empty());
}

TEST_F(ReferralClock, IsTheOwnOfAnAgencyBeforeThatOfAll)
{
    const std::vector times{time("answered", {Kind::real_time, 60}),
                            time("answered-by-social-care", {Kind::working_days, 1})};
    EXPECT_EQ(begin(times, "answered-by-social-care").answer_by, at("2026-11-24T16:30"));
    EXPECT_EQ(begin(times, "answered-by-social-care").of_area.front()->id, "answered-by-social-care")
        << "the same time, and whose it is";
    EXPECT_EQ(begin(times, "answered-by-police").answer_by, at("2026-11-23T11:00"));
}

TEST_F(ReferralClock, NeverTellsManagersBeforeAnAnswerIsDue)
{
    const auto clock = begin({time("managers-told", {Kind::real_time, 30})}, "answered");
    EXPECT_EQ(clock.answer_by, at("2026-11-24T16:30"));
    EXPECT_EQ(clock.managers_at, clock.answer_by);
}

}  // namespace
}  // namespace safelead::directory
