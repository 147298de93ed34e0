// Who has read what: each reading an entry, shown to whoever may see it, and taking the list away another.

#include "app/reads.h"

#include "app/carry_out.h"
#include "app/cases.h"
#include "app/children.h"
#include "app/concerns.h"
#include "app/conversations.h"
#include "app/erasures.h"
#include "app/parts.h"
#include "app/talk.h"
#include "app/talk_settings.h"
#include "exchange/view_events.h"
#include "support/practice_partnership.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using test::PracticePartnership;

class Reads : public ::testing::Test {
protected:
    Actor lead() { return at.actor("lead@fennimore.example"); }
    Actor head() { return at.actor("head@fennimore.example"); }
    Actor teacher() { return at.actor("teacher@fennimore.example"); }

    std::vector<Read> of(const ReadsOf& what)
    {
        return wait_for(reads_of(at.safelead(), head(), what)).value();
    }

    /// Somebody opens it twice, another once, the first again when five minutes are over.
    template <class Open>
    void expect_each_reading_once(const ReadsOf& what, Open open)
    {
        open(lead());
        at.clock().pass(4min);
        open(lead());
        EXPECT_EQ(of(what).size(), 1U);
        open(head());
        ASSERT_EQ(of(what).size(), 2U);
        EXPECT_EQ(of(what).front().person, lead().person);
        EXPECT_FALSE(of(what).front().name.empty());
        EXPECT_TRUE(of(what).back().roles.has(directory::Role::headteacher));
        at.clock().pass(2min);
        open(lead());
        EXPECT_EQ(of(what).size(), 3U);
        EXPECT_FALSE(wait_for(reads_of(at.safelead(), teacher(), what)));
        EXPECT_FALSE(wait_for(take_reads_away(at.safelead(), teacher(), what)));

        const auto csv = wait_for(take_reads_away(at.safelead(), head(), what)).value();
        EXPECT_THAT(
            csv, testing::StartsWith("\xEF\xBB\xBF\"time_utc\",\"person\",\"roles\",\"what\",\"why\"\r\n"));
        EXPECT_EQ(std::ranges::count(csv, '\n'), 1 + 3 + 1) << csv;
        EXPECT_THAT(csv, testing::HasSubstr("\"took this list away\""));
        at.restart();
        ASSERT_EQ(of(what).size(), 4U) << "taking it away is in the record, and in the list";
        EXPECT_EQ(of(what).back().kind, ReadKind::list_taken);
        EXPECT_EQ(of(what).back().person, head().person);
        (void)wait_for(take_reads_away(at.safelead(), head(), what)).value();
        EXPECT_EQ(of(what).size(), 5U) << "each time";
    }

    PracticePartnership at;
};

TEST_F(Reads, OfAConcernAreRecordedAndShown)
{
    const auto reference = at.report().reference;
    expect_each_reading_once(ReadsOfConcern{reference}, [&](const Actor& who) {
        (void)wait_for(read_concern(at.safelead(), who, reference)).value();
    });
}

TEST_F(Reads, OfACaseAreRecordedAndShown)
{
    const auto opened = wait_for(open_case(at.safelead(), lead(), at.command(), {at.report().reference}));
    expect_each_reading_once(ReadsOfCase{opened->reference}, [&](const Actor& who) {
        (void)wait_for(view_case(at.safelead(), who, opened->reference)).value();
    });
}

TEST_F(Reads, OfAChildsPageAreRecordedAndShown)
{
    record::Identity identity;
    identity.given_name = "Robin";
    const auto child =
        wait_for(add_children(at.safelead(), lead(), at.command(), {identity})).value().front();
    expect_each_reading_once(ReadsOfChild{child}, [&](const Actor& who) {
        (void)wait_for(view_child(at.safelead(), who, child)).value();
    });
}

TEST_F(Reads, OfAConversationAreRecordedAndShown)
{
    directory::TalkHours hours;
    hours.people = {lead().person};
    hours.week.at(0) = directory::Interval{8h, 16h};
    hours.terms = {{*parse_date("2026-11-02"), *parse_date("2026-12-18")}};
    ASSERT_TRUE(wait_for(set_talk_hours(at.safelead(), lead(), at.command(), hours)));
    ASSERT_TRUE(
        wait_for(start_talk(at.safelead(), at.command(),
                            {lead().organisation, "Something was shared.", "", {}, {}, "192.0.2.1"})));
    const auto reference = conversations(at.safelead(), lead())->all.front().reference;
    expect_each_reading_once(ReadsOfConversation{reference}, [&](const Actor& who) {
        (void)wait_for(read_conversation(at.safelead(), who, reference)).value();
    });
}

TEST_F(Reads, OfOneThingAreNotThoseOfAnother)
{
    const auto one = at.report().reference;
    const auto another = at.report().reference;
    (void)wait_for(read_concern(at.safelead(), lead(), one)).value();
    EXPECT_EQ(of(ReadsOfConcern{one}).size(), 1U);
    EXPECT_TRUE(of(ReadsOfConcern{another}).empty());
    EXPECT_FALSE(wait_for(reads_of(at.safelead(), head(), ReadsOfConcern{record::Reference{"R-NONE"}})));
}

TEST_F(Reads, AreShownAlsoOfWhatCameAfterTheClockWasWrong)
{
    const auto before = at.report().reference;
    at.clock().pass(std::chrono::days{40});
    (void)wait_for(read_concern(at.safelead(), lead(), before)).value();
    at.clock().pass(-std::chrono::days{40});
    at.restart();
    EXPECT_EQ(of(ReadsOfConcern{before}).size(), 1U) << "read while it was wrong";

    const auto after = at.report().reference;
    (void)wait_for(read_concern(at.safelead(), lead(), after)).value();
    ASSERT_EQ(of(ReadsOfConcern{after}).size(), 1U) << "its entry has the log's newest time";
    at.clock().pass(std::chrono::days{50});
    at.restart();
    EXPECT_EQ(of(ReadsOfConcern{after}).size(), 1U) << "when the clock has come there, too";
    EXPECT_EQ(of(ReadsOfConcern{before}).size(), 1U);
}

/// As an earlier version kept it: under the day that the clock showed.
TEST_F(Reads, AreShownOfTheDayThatTheClockShowedToo)
{
    at.clock().pass(std::chrono::days{40});
    (void)at.report();
    at.clock().pass(-std::chrono::days{40});
    at.restart();
    const auto reported = at.report();
    const auto today = std::chrono::floor<std::chrono::days>(at.clock().now());
    const auto decide = [&]() -> Outcome<Writing> {
        Writing writing;
        writing.add(stream_of_views(Date{today}), ledger::shared_part(),
                    exchange::ViewEvent{exchange::ConcernViewed{reported.concern, lead().person, {"dsl"}}});
        return writing;
    };
    auto& workspace = at.safelead().parts().workspace(lead().organisation);
    ASSERT_TRUE(wait_for(carry_out(workspace, {at.command(), {}, at.clock().now(), {}, decide})));
    const auto reads = of(ReadsOfConcern{reported.reference});
    ASSERT_EQ(reads.size(), 1U);
    EXPECT_EQ(reads.front().person, lead().person);
}

TEST_F(Reads, OfAConcernPastTheLeadAreNotShownToTheLead)
{
    const auto reference =
        at.report([](Report& report) { report.staff_involved = record::StaffInvolved::lead; }).reference;
    (void)wait_for(read_concern(at.safelead(), head(), reference)).value();
    EXPECT_EQ(of(ReadsOfConcern{reference}).size(), 1U);
    EXPECT_FALSE(wait_for(reads_of(at.safelead(), lead(), ReadsOfConcern{reference})));
}

}  // namespace
}  // namespace safelead::app
