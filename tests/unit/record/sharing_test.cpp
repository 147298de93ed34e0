// Information shared or not, advice without names, and what agencies took on together.

#include "record/attendance.h"
#include "record/case_commands.h"
#include "record/kept_in.h"
#include "record/text_limits.h"
#include "record/what_is_open.h"
#include "support/case_builders.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

using tests::Desk;
using tests::lead;
using tests::on;

const EventTime today{"today", std::nullopt, std::nullopt};

InformationShared shared()
{
    return {lead,
            Sharing::shared,
            "Another school",
            "their lead",
            today,
            "That they are safe.",
            LawfulBasis::public_task,
            "Their sibling goes there.",
            Answer::yes,
            ""};
}

ActionAgreed action()
{
    return {0, lead, "Social care", "a social worker", "Visit the family.", on("2026-11-27")};
}

TEST(InformationShared, SaysWhyTheFamilyWasNotTold)
{
    Desk desk;
    desk.open();
    auto untold = shared();
    untold.told = Answer::no;
    EXPECT_EQ(desk.refused(KeepRecord{untold}).about, std::vector<std::string>{"why_not_told"});
    untold.why_not_told = "The police asked us to wait.";
    desk.must(KeepRecord{untold});
    desk.must(KeepRecord{shared()});
    auto kept_back = untold;
    kept_back.sharing = Sharing::not_shared;
    kept_back.why_not_told = "";
    desk.must(KeepRecord{kept_back});
    EXPECT_EQ(kept_in<InformationShared>(desk.now()).size(), 3U);
}

TEST(InformationShared, NeedsWhomWhatAndWhy)
{
    Desk desk;
    desk.open();
    auto empty = shared();
    empty.with = empty.what = empty.why = "";
    EXPECT_EQ(desk.refused(KeepRecord{empty}).about, (std::vector<std::string>{"with", "what", "why"}));
}

TEST(StrategyMeeting, IsNumberedAndItsActionsAreAskedAfter)
{
    Desk desk;
    desk.open();
    desk.must(KeepRecord{StrategyMeetingHeld{0, lead, today, "a team manager",
                                             "R. Lane, police\nS. Moss, health", "", "", "A visit."}});
    const auto events = desk.must(KeepRecord{action()});
    EXPECT_EQ(kept_in<StrategyMeetingHeld>(desk.now()).front().it->number, 1);
    ASSERT_EQ(events.size(), 2U);
    const auto& task = std::get<TaskSet>(events.back());
    EXPECT_EQ(task.due, tests::at("2026-11-27T17:00:00Z")) << "on the day that was agreed";

    EXPECT_EQ(desk.refused(KeepRecord{ActionAnswered{2, lead, today, ActionCame::done, "Done."}}).why,
              CaseRefused::nobody_such);
    desk.must(KeepRecord{ActionAnswered{1, lead, today, ActionCame::not_done, "Nobody was at home."}});
    const auto again = tasks_to_do(desk.now());
    ASSERT_EQ(again.size(), 1U) << "the first is settled, and another asks again";
    EXPECT_EQ(again.front()->set.words, "Ask Social care again about action 1.");
    desk.must(KeepRecord{ActionAnswered{1, lead, today, ActionCame::done, "They went today."}});
    EXPECT_TRUE(tasks_to_do(desk.now()).empty());
}

TEST(StrategyMeeting, NamesEachWhoWasThereWithTheirAgency)
{
    Desk desk;
    desk.open();
    const auto held = [](std::string attended) {
        return KeepRecord{
            StrategyMeetingHeld{0, lead, today, "a manager", std::move(attended), "", "", "A visit."}};
    };
    for (const auto* wrong : {"Police and health", "R. Lane, police\nSomebody", ", police", "R. Lane, "})
        EXPECT_EQ(desk.refused(held(wrong)), (CaseRefusal{CaseRefused::name_and_agency, {"attended"}}))
            << wrong;
    desk.must(held("R. Lane, police\n\n  S. Moss, health, the trust \n"));
}

TEST(Attendance, IsReadLineByLine)
{
    EXPECT_EQ(attendees_in("R. Lane, police\n\n  S. Moss, health, the trust \n"),
              (std::vector<Attendee>{{"R. Lane", "police"}, {"S. Moss", "health, the trust"}}));
    EXPECT_EQ(attendees_in(" \n"), std::nullopt);
    EXPECT_EQ(attendees_in(std::string(longest_line, 'a') + ", police"), std::nullopt);
}

TEST(StrategyMeeting, NeedsWhoWasThereAndWhatWasDecided)
{
    Desk desk;
    desk.open();
    EXPECT_EQ(desk.refused(KeepRecord{StrategyMeetingHeld{0, lead, today, "", "", "", "", ""}}).about,
              (std::vector<std::string>{"chaired_by", "attended", "decided"}));
}

}  // namespace
}  // namespace safelead::record
