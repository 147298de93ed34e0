// The computer's clock is set back: while the program runs, and while it does not.

#include "app/clock.h"
#include "app/drafts.h"
#include "app/escalate.h"
#include "app/practice_people.h"
#include "app/upkeep.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using test::PracticePartnership;

constexpr std::string_view teacher = "teacher@fennimore.example";

/// A computer whose clock anybody may set.
struct Computer {
    void run(std::chrono::nanoseconds time)
    {
        shown += time;
        since_start += time;
    }
    TimeSources sources()
    {
        return {[this] { return shown; }, [this] { return since_start; }};
    }

    std::chrono::sys_time<std::chrono::nanoseconds> shown{*parse_instant("2026-11-23T10:00:00Z")};
    std::chrono::nanoseconds since_start{0};
};

TEST(ForwardClock, ShowsWhatTheComputersShows)
{
    Computer computer;
    const ForwardClock clock{computer.sources()};
    EXPECT_EQ(to_text(clock.now()), "2026-11-23T10:00:00.000Z");
    computer.run(90min);
    EXPECT_EQ(to_text(clock.now()), "2026-11-23T11:30:00.000Z");
    computer.shown += 24h;
    EXPECT_EQ(to_text(clock.now()), "2026-11-24T11:30:00.000Z");
}

TEST(ForwardClock, GoesOnMoreSlowlyWhileTheComputersIsBehind)
{
    Computer computer;
    const ForwardClock clock{computer.sources()};
    computer.shown -= 1h;
    EXPECT_EQ(to_text(clock.now()), "2026-11-23T10:00:00.000Z");
    computer.run(20min);
    EXPECT_EQ(to_text(clock.now()), "2026-11-23T10:18:00.000Z");
    computer.run(9h + 41min);
    EXPECT_EQ(clock.now(), std::chrono::floor<std::chrono::milliseconds>(computer.shown));
}

TEST(ForwardClock, NeverGoesBackHoweverOftenItIsAsked)
{
    Computer computer;
    const ForwardClock clock{computer.sources()};
    auto before = clock.now();
    const auto begin = before;
    for (int turn = 0; turn < 20'000; ++turn) {
        computer.run(300us);
        if (turn % 5'000 == 17) computer.shown -= 45s;
        const auto now = clock.now();
        ASSERT_GE(now, before);
        before = now;
    }
    // Six seconds have passed; no part of them is lost in rounding.
    EXPECT_GE(before - begin, 5400ms);
    EXPECT_LE(before - begin, 6000ms);
}

SignedIn sign_in_as(PracticePartnership& at, std::string_view who)
{
    return std::get<SignedIn>(
        wait_for(sign_in(at.safelead(), {std::string{who}, std::string{practice_password}, "192.0.2.1", "",
                                         "A browser", ""}))
            .value());
}

TEST(ClockSetBack, LeavesEveryEntryNoEarlierThanTheOneBefore)
{
    PracticePartnership at;
    const auto first = at.report();
    at.clock().pass(-3h);
    at.restart();
    const auto second = at.report();
    EXPECT_NE(first.reference, second.reference);
    at.clock().pass(4h);
    (void)at.report();
    std::size_t read = 0;
    for (const auto& organisation : at.entries().organisations()) {
        Instant newest{};
        for (const auto& entry : at.entries().read(organisation, ledger::LogPosition::start, 10'000)) {
            EXPECT_GE(entry.time, newest);
            newest = entry.time;
            ++read;
        }
    }
    EXPECT_GT(read, 10U);
}

TEST(ClockSetBack, EndsSessionsOfWhichNobodyKnowsHowOldTheyAreAndKeepsWhatWasTyped)
{
    PracticePartnership at;
    const auto before = sign_in_as(at, teacher);
    const Draft typed{"concern", std::nullopt, {{"words", "She told me at lunch."}}, {}};
    ASSERT_TRUE(save_draft(at.safelead(), before.actor, typed).has_value());
    at.clock().pass(-1min);
    EXPECT_TRUE(actor_of(at.safelead(), before.session).has_value());
    at.clock().pass(-3h);
    EXPECT_FALSE(actor_of(at.safelead(), before.session).has_value());
    at.restart();
    EXPECT_FALSE(actor_of(at.safelead(), before.session).has_value());
    auto more = typed;
    more.fields[0].second += " And again after school.";
    ASSERT_TRUE(save_draft_after_time_out(at.safelead(), before.session, more).has_value());

    const auto after = sign_in_as(at, teacher);
    EXPECT_TRUE(actor_of(at.safelead(), after.session).has_value());
    EXPECT_EQ(draft(at.safelead(), after.actor, "concern").value().fields, more.fields);
    at.clock().pass(31min);
    EXPECT_FALSE(actor_of(at.safelead(), after.session).has_value());
}

TEST(ClockSetBack, PassesAnUnreadReportOfDangerUpByOneAtOnce)
{
    PracticePartnership at;
    (void)at.report([](Report& report) { report.danger_now = record::Answer::yes; });
    (void)at.report([](Report& report) { report.danger_now = record::Answer::no; });
    at.clock().pass(1min);
    EXPECT_EQ(wait_for(escalate_unread(at.safelead())).reports, 0U);
    at.clock().pass(-3h);
    at.restart();
    EXPECT_EQ(wait_for(escalate_unread(at.safelead())).reports, 1U);
    EXPECT_EQ(wait_for(escalate_unread(at.safelead())).reports, 0U);
    at.clock().pass(3h + 15min);
    EXPECT_EQ(wait_for(escalate_unread(at.safelead())).reports, 1U);
}

TEST(ClockSetBack, IsSaidToWhoeverStartsTheProgram)
{
    PracticePartnership at;
    (void)at.report();
    EXPECT_FALSE(clock_behind(at.safelead()).has_value());
    at.clock().pass(-1h);
    at.restart();
    const auto said = clock_behind(at.safelead()).value();
    EXPECT_NE(said.find("2026-11-23T09:00"), std::string::npos) << said;
    EXPECT_NE(said.find("set the clock right"), std::string::npos);
    EXPECT_EQ(said.find('\n'), std::string::npos);
}

}  // namespace
}  // namespace safelead::app
