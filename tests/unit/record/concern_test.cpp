#include "record/concern.h"

#include "support/case_builders.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

using namespace std::chrono_literals;
using tests::at;
using tests::concern_after;
using tests::head;
using tests::lead;
using tests::report;
using tests::teacher;

const Instant reported_at = at("2026-11-23T09:00:00Z");

ReportConcern danger(Answer answer)
{
    auto told = report();
    told.danger_now = answer;
    return told;
}

RoutedTo routed(StaffInvolved involved, LeadAndHead posts = LeadAndHead::apart)
{
    auto told = report();
    told.staff_involved = involved;
    told.lead_and_head = posts;
    return concern_after({told}).reported.routed_to;
}

TEST(Concern, GoesToTheLeadUnlessTheLeadIsPartOfIt)
{
    EXPECT_EQ(routed(StaffInvolved::nobody), RoutedTo::lead);
    EXPECT_EQ(routed(StaffInvolved::unknown), RoutedTo::lead);
    EXPECT_EQ(routed(StaffInvolved::someone), RoutedTo::lead);
    EXPECT_EQ(routed(StaffInvolved::lead), RoutedTo::head);
}

TEST(Concern, GoesToTheChairOfGovernorsIfTheHeadIsPartOfIt)
{
    EXPECT_EQ(routed(StaffInvolved::head), RoutedTo::chair);
    EXPECT_EQ(routed(StaffInvolved::lead_and_head), RoutedTo::chair);
}

TEST(Concern, AboutALeadWhoIsTheHeadTooGoesToTheChairOfGovernors)
{
    const auto in_one = LeadAndHead::in_one;
    for (const auto about : {StaffInvolved::lead, StaffInvolved::head, StaffInvolved::lead_and_head})
        EXPECT_EQ(routed(about, in_one), RoutedTo::chair);
    for (const auto about : {StaffInvolved::nobody, StaffInvolved::unknown, StaffInvolved::someone})
        EXPECT_EQ(routed(about, in_one), RoutedTo::lead);
}

TEST(Concern, KeepsTheWordsUsedAsTheyWereUsed)
{
    auto told = report();
    told.words = "  \"He said: don't tell.\"\n\n";
    EXPECT_EQ(concern_after({told}).reported.words, "  \"He said: don't tell.\"\n\n");
}

TEST(Concern, SaysByWayOfWhichSystemItCame)
{
    EXPECT_TRUE(concern_after({report()}).by_way_of.empty());
    auto told = report();
    told.staff_involved = StaffInvolved::lead;
    told.sent_by = SentBySystem{"Register", "token-1"};
    const auto events = decide(Concern{}, told).value();
    ASSERT_EQ(events.size(), 2U);
    EXPECT_EQ(std::get<ConcernReported>(events.at(0)).by, told.by) << "on whose word it is stays";
    EXPECT_EQ(events.at(1), (ConcernEvent{ConcernSentBySystem{told.by, "Register", "token-1"}}));
    const auto concern = concern_after({told});
    EXPECT_EQ(concern.by_way_of, "Register");
    EXPECT_EQ(concern.reported.routed_to, RoutedTo::head) << "past whoever is involved, whoever sent it";
    EXPECT_TRUE(concern.is_unread());
}

TEST(Concern, NeedsWordsAndAChild)
{
    auto told = report();
    told.words = " \n";
    EXPECT_EQ(decide(Concern{}, told).error(), ConcernRefusal::no_words);
    told = report();
    told.children.clear();
    EXPECT_EQ(decide(Concern{}, told).error(), ConcernRefusal::no_child);
    EXPECT_EQ(decide(concern_after({report()}), report()).error(), ConcernRefusal::already_reported);
}

TEST(Concern, HasRoomForALongAccountInAnyScript)
{
    auto told = report();
    told.words.clear();
    for (int i = 0; i < 20'000; ++i) told.words += "ż";
    EXPECT_TRUE(decide(Concern{}, told).has_value());
    told.words += "ż";
    EXPECT_EQ(decide(Concern{}, told).error(), ConcernRefusal::text_too_long);
}

TEST(Concern, NamesEachChildOnce)
{
    auto told = report();
    told.children = {ChildId{"a"}, ChildId{"b"}, ChildId{"a"}};
    EXPECT_EQ(concern_after({told}).reported.children, (std::vector{ChildId{"a"}, ChildId{"b"}}));
}

TEST(Concern, IsReadOnceByEachPerson)
{
    const Concern concern = concern_after({report(), ReadConcern{lead}});
    EXPECT_EQ(concern.state, ConcernState::read);
    EXPECT_EQ(concern.read_at, reported_at + 1min);
    EXPECT_TRUE(decide(concern, ReadConcern{lead})->empty());
    EXPECT_EQ(decide(concern, ReadConcern{head})->size(), 1U);
}

TEST(Concern, IsUnreadAgainWhenTheReporterIsStillWorried)
{
    const Concern concern = concern_after({report(), ReadConcern{lead}, SayStillWorried{teacher, ""}});
    EXPECT_TRUE(concern.is_unread());
    EXPECT_EQ(concern.state, ConcernState::waiting);
    const auto events = decide(concern, ReadConcern{lead});
    ASSERT_EQ(events->size(), 1U);
    EXPECT_FALSE(tests::after(concern, *events, reported_at).is_unread());
}

TEST(Concern, InACaseIsUnreadAgainAndStaysInItsCase)
{
    const Concern concern = concern_after(
        {report(), TakeIntoCase{lead, CaseId{"case-1"}}, SayStillWorried{teacher, "It went on."}});
    EXPECT_TRUE(concern.is_unread());
    EXPECT_EQ(concern.state, ConcernState::in_case);
    EXPECT_EQ(concern.in, CaseId{"case-1"});
}

TEST(Concern, IsTheReportersToWorryAbout)
{
    EXPECT_EQ(decide(concern_after({report()}), SayStillWorried{lead, ""}).error(),
              ConcernRefusal::not_the_reporter);
}

TEST(Concern, OfDangerGoesUpAfterAQuarterOfAnHourAtAnyHour)
{
    const Concern unread = concern_after({danger(Answer::yes)});
    EXPECT_EQ(escalates_at(unread), reported_at + 15min);
    const Concern gone_up =
        concern_after({danger(Answer::yes), EscalateConcern{head, "Nobody had read it."}});
    EXPECT_EQ(gone_up.escalated_to, std::vector{head});
    EXPECT_EQ(escalates_at(gone_up), reported_at + 1min + 15min);
}

TEST(Concern, OfWhichDangerIsNotKnownGoesUpLater)
{
    EXPECT_EQ(escalates_at(concern_after({danger(Answer::unknown)})), reported_at + 60min);
    EXPECT_EQ(escalates_at(concern_after({danger(Answer::no)})), std::nullopt);
}

TEST(Concern, ThatWasReadGoesNoFurtherUp)
{
    const Concern read = concern_after({danger(Answer::yes), ReadConcern{lead}});
    EXPECT_EQ(escalates_at(read), std::nullopt);
    EXPECT_TRUE(decide(read, EscalateConcern{head, "Nobody had read it."})->empty());
    EXPECT_EQ(escalates_at(concern_after({danger(Answer::yes), TakeIntoCase{lead, CaseId{"case-1"}}})),
              std::nullopt);
    EXPECT_EQ(
        escalates_at(concern_after({danger(Answer::yes), ReadConcern{lead}, SayStillWorried{teacher, ""}})),
        reported_at + 2min + 15min);
}

TEST(Concern, IsKeptWithoutACaseForAReasonAndMayStillBecomeOne)
{
    EXPECT_EQ(decide(concern_after({report()}), KeepWithoutCase{lead, " "}).error(),
              ConcernRefusal::no_reason);
    const Concern kept = concern_after({report(), KeepWithoutCase{lead, "It was a holiday picture."}});
    EXPECT_EQ(kept.state, ConcernState::kept_without_case);
    EXPECT_TRUE(kept.read_at.has_value());
    EXPECT_TRUE(decide(kept, TakeIntoCase{lead, CaseId{"case-1"}}).has_value());
}

TEST(Concern, IsInOneCaseOnly)
{
    const Concern concern = concern_after({report(), TakeIntoCase{lead, CaseId{"case-1"}}});
    EXPECT_EQ(decide(concern, TakeIntoCase{lead, CaseId{"case-2"}}).error(),
              ConcernRefusal::in_a_case_already);
    EXPECT_EQ(decide(concern, KeepWithoutCase{lead, "No."}).error(), ConcernRefusal::in_a_case_already);
}

TEST(Concern, IsReportedBeforeAnythingElseHappensToIt)
{
    for (const ConcernCommand& command :
         {ConcernCommand{ReadConcern{lead}}, ConcernCommand{EscalateConcern{head, "x"}},
          ConcernCommand{TakeIntoCase{lead, CaseId{"c"}}}, ConcernCommand{KeepWithoutCase{lead, "x"}},
          ConcernCommand{SayStillWorried{teacher, ""}}}) {
        EXPECT_EQ(decide(Concern{}, command).error(), ConcernRefusal::not_reported);
    }
}

TEST(Concern, WantsReadingSoonerTheGreaterTheDanger)
{
    const std::vector<std::vector<ConcernCommand>> soonest_first{
        {danger(Answer::yes)},
        {danger(Answer::yes), ReadConcern{lead}},
        {danger(Answer::no), ReadConcern{lead}, SayStillWorried{teacher, ""}},
        {danger(Answer::unknown)},
        {danger(Answer::no)},
        {danger(Answer::no), ReadConcern{lead}},
        {danger(Answer::yes), TakeIntoCase{lead, CaseId{"case-1"}}},
    };
    for (std::size_t i = 1; i < soonest_first.size(); ++i) {
        EXPECT_GT(concern_after(soonest_first[i - 1]).urgency(), concern_after(soonest_first[i]).urgency())
            << i;
    }
}

}  // namespace
}  // namespace safelead::record
