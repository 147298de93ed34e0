#include "directory/talk_waiting.h"

#include <gtest/gtest.h>

namespace safelead::directory {
namespace {

using std::chrono::minutes;

Date on(std::string_view text)
{
    return *parse_date(text);
}

/// Monday to Friday 8:30 to 16:00, one term to 18 December and one from 4 January.
TalkHours school()
{
    TalkHours hours;
    hours.people.emplace_back("lead");
    for (std::size_t day = 0; day < 5; ++day) hours.week.at(day) = Interval{minutes{510}, minutes{960}};
    hours.terms = {{on("2026-11-02"), on("2026-12-18")}, {on("2027-01-04"), on("2027-02-12")}};
    return hours;
}

const auto always = [](Date) { return true; };

TalkReading at(std::string_view when, const std::function<bool(Date)>& is_covered = always)
{
    const BankHolidays holidays{{{on("2026-11-30"), "A made-up holiday"}}};
    return reading_at(school(), holidays, *parse_wall_time(when), is_covered);
}

TEST(TalkHours, SayUntilWhenAndFromWhenMessagesAreRead)
{
    EXPECT_EQ(at("2026-11-23T08:30").until, (WallTime{on("2026-11-23"), minutes{960}}));
    EXPECT_EQ(at("2026-11-23T08:29").next, (WallTime{on("2026-11-23"), minutes{510}}));
    EXPECT_EQ(at("2026-11-23T16:00").next, (WallTime{on("2026-11-24"), minutes{510}}));
    EXPECT_EQ(at("2026-11-21T12:00").next, (WallTime{on("2026-11-23"), minutes{510}})) << "Saturday";
}

TEST(TalkHours, LeaveOutHolidaysBankHolidaysAndDaysWithNobodyThere)
{
    EXPECT_EQ(at("2026-12-18T17:00").next, (WallTime{on("2027-01-04"), minutes{510}}));
    EXPECT_EQ(at("2026-11-27T17:00").next, (WallTime{on("2026-12-01"), minutes{510}}));
    const auto away = [](Date day) { return day != on("2026-11-23"); };
    EXPECT_EQ(at("2026-11-23T10:00", away).next, (WallTime{on("2026-11-24"), minutes{510}}));
}

TEST(TalkHours, SayNothingOfWhatIsNotKnown)
{
    EXPECT_EQ(at("2027-02-12T17:00"), TalkReading{});
    EXPECT_EQ(at("2026-11-23T10:00", [](Date) { return false; }), TalkReading{});
}

std::optional<WallTime> due(AnswerWithin expect, std::string_view since)
{
    const BankHolidays holidays{{{on("2026-11-30"), "A made-up holiday"}}};
    auto hours = school();
    hours.expect = expect;
    return answer_due(hours, holidays, *parse_wall_time(since));
}

WallTime end_of(std::string_view day)
{
    return {on(day), minutes{960}};
}

TEST(TalkHours, SayByWhenSomebodyWhoWaitsShouldHaveAnAnswer)
{
    EXPECT_EQ(due(AnswerWithin::same_day, "2026-11-23T10:00"), end_of("2026-11-23"));
    EXPECT_EQ(due(AnswerWithin::same_day, "2026-11-23T07:00"), end_of("2026-11-23"));
    EXPECT_EQ(due(AnswerWithin::same_day, "2026-11-23T16:00"), end_of("2026-11-24")) << "read the next day";
    EXPECT_EQ(due(AnswerWithin::next_day, "2026-11-23T10:00"), end_of("2026-11-24"));
    EXPECT_EQ(due(AnswerWithin::two_days, "2026-11-23T10:00"), end_of("2026-11-25"));
    EXPECT_EQ(due(AnswerWithin::next_day, "2026-11-21T12:00"), end_of("2026-11-23"))
        << "written on a Saturday";
    EXPECT_EQ(due(AnswerWithin::next_day, "2026-11-27T12:00"), end_of("2026-12-01"))
        << "a bank holiday between";
    EXPECT_EQ(due(AnswerWithin::next_day, "2026-12-18T12:00"), end_of("2027-01-04")) << "a holiday between";
    EXPECT_EQ(due(AnswerWithin::next_day, "2027-02-12T12:00"), std::nullopt) << "no term is known after it";
}

TEST(TalkHours, WaitingTooLongGoesUpADayLater)
{
    const BankHolidays none{{}};
    auto hours = school();
    hours.expect = AnswerWithin::same_day;
    const auto since = *parse_wall_time("2026-11-23T10:00");
    const auto waiting = [&](std::string_view now) {
        return waiting_at(&hours, none, since, *parse_wall_time(now));
    };
    EXPECT_EQ(waiting("2026-11-23T15:59"), Waiting::in_time);
    EXPECT_EQ(waiting("2026-11-23T16:00"), Waiting::late);
    EXPECT_EQ(waiting("2026-11-24T15:59"), Waiting::late);
    EXPECT_EQ(waiting("2026-11-24T16:00"), Waiting::gone_up);
    EXPECT_EQ(waiting_at(nullptr, none, since, since), Waiting::gone_up) << "nobody is set to answer";
}

}  // namespace
}  // namespace safelead::directory
