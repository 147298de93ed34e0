#include "support/case_builders.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

using tests::Desk;
using tests::lead;

template <class Event>
std::vector<Event> of_kind(const std::vector<CaseEvent>& events)
{
    std::vector<Event> found;
    for (const CaseEvent& event : events) {
        if (const auto* one = std::get_if<Event>(&event)) found.push_back(*one);
    }
    return found;
}

std::vector<std::string> steps(const std::vector<CaseEvent>& events)
{
    std::vector<std::string> ids;
    for (const TaskSet& set : of_kind<TaskSet>(events)) ids.push_back(set.step);
    return ids;
}

using Steps = std::vector<std::string>;

TEST(CaseAdvice, IsThereFromTheStartWithEverythingUnknown)
{
    Desk desk;
    desk.open();
    EXPECT_EQ(desk.now().edition, "made-up-2016");
    EXPECT_EQ(desk.route(), "CONSULT");
    EXPECT_FALSE(desk.now().advice->advice.ask_next.empty());
    EXPECT_TRUE(desk.now().tasks.empty());
}

TEST(CaseAdvice, IsGivenAgainWithEveryAnswerAndBothAreKept)
{
    Desk desk;
    desk.open().with_two_children().answered();
    EXPECT_EQ(desk.route(), "SCHOOL_MANAGE");
    const auto events = desk.must(AnswerFacts{lead, {{"coercion", "yes"}}, "the child"});
    EXPECT_TRUE(std::holds_alternative<FactsAnswered>(events.front()));
    EXPECT_EQ(of_kind<AdviceGiven>(events).size(), 1U);
    EXPECT_EQ(desk.route(), "REFER_IMMEDIATE");
    EXPECT_EQ(desk.now().advice->pack_digest, "digest of made-up-2016");

    std::vector<std::string> routes;
    for (const auto& happened : desk.now().history) {
        if (const auto* given = std::get_if<AdviceGiven>(happened.event.get())) {
            routes.emplace_back(given->advice.route.text());
        }
    }
    EXPECT_EQ(routes, (std::vector<std::string>{"CONSULT", "CONSULT", "CONSULT", "SCHOOL_MANAGE",
                                                "REFER_IMMEDIATE"}));
}

TEST(CaseAdvice, OfTheNewestEditionStandsBesideThatInForce)
{
    Desk desk{tests::small_pack(), tests::newer_pack()};
    desk.open().with_two_children().answered({{"onward_sharing_without_consent", "yes"}});
    EXPECT_EQ(desk.route(), "SCHOOL_MANAGE");
    ASSERT_TRUE(desk.now().advice_newest);
    EXPECT_EQ(desk.now().advice_newest->advice.route, guidance::Code{"CONSULT"});
    EXPECT_EQ(desk.now().advice_newest->advice.edition, guidance::EditionId{"made-up-2024"});
}

TEST(CaseAdvice, IsGivenOnceWhereTheNewestEditionIsTheOneInForce)
{
    Desk desk;
    desk.open().answered();
    EXPECT_FALSE(desk.now().advice_newest);
}

TEST(CaseAdvice, ChangesWhenSomebodyIsTakenOut)
{
    Desk desk;
    desk.open().with_two_children().answered();
    desk.must(AddPerson{lead, std::nullopt, "an adult, not named"});
    desk.must(DescribePerson{lead, CaseRef{"C"}, {"sharer"}, {}, {}, 30, 30, "known", "staff"});
    EXPECT_EQ(desk.route(), "POLICE_URGENT");
    desk.must(TakePersonOut{lead, CaseRef{"C"}, "It was somebody else."});
    EXPECT_EQ(desk.route(), "SCHOOL_MANAGE");
}

TEST(CaseTasks, FollowFromTheAdviceWithADeadlineAndASource)
{
    Desk desk;
    desk.open();
    const auto now = desk.circumstances().now;
    desk.answer("coercion", "no");
    ASSERT_EQ(desk.now().tasks.size(), 1U);
    const TaskSet& set = desk.now().tasks.front().set;
    EXPECT_EQ(set.step, "consult");
    EXPECT_EQ(set.words, "Do this: consult");
    EXPECT_EQ(set.owner, "dsl");
    EXPECT_EQ(set.due, now + std::chrono::hours{4});
    EXPECT_EQ(set.source, "a made-up guide, first, 1");
    EXPECT_EQ(set.standing, guidance::Standing::project_rule);
}

TEST(CaseTasks, AreSetOnceWhileTheyWait)
{
    Desk desk;
    desk.open().answer("coercion", "no").answer("medium", "image").answer("medium", "unknown");
    EXPECT_EQ(desk.now().tasks.size(), 1U);
}

TEST(CaseTasks, ThatAreSettledStaySettledWhileTheyAreStillCalledFor)
{
    Desk desk;
    desk.open().answer("coercion", "no");
    desk.settle_tasks();
    desk.answer("medium", "image");
    EXPECT_EQ(desk.now().tasks.size(), 1U);
}

TEST(CaseTasks, ComeBackIfTheyStoppedBeingCalledForInBetween)
{
    Desk desk;
    desk.open().with_two_children().answered({{"known_vulnerability", "yes"}});
    desk.settle_tasks();
    desk.answer("known_vulnerability", "no");
    const auto events = desk.must(AnswerFacts{lead, {{"known_vulnerability", "yes"}}, ""});
    EXPECT_EQ(steps(events), (Steps{"consult", "support"}));
}

TEST(CaseTasks, NoLongerCalledForWaitUntilAPersonDropsThem)
{
    Desk desk;
    desk.open().with_two_children().answered();
    EXPECT_EQ(desk.route(), "SCHOOL_MANAGE");
    ASSERT_EQ(desk.now().tasks.size(), 1U);
    const TaskId consult = desk.now().tasks.front().set.task;
    EXPECT_EQ(desk.now().tasks.front().state, TaskState::to_do);
    EXPECT_EQ(desk.refused(DropTask{consult, lead, " "}), (CaseRefusal{CaseRefused::no_reason, {"why"}}));
    desk.must(DropTask{consult, lead, "Everything is known now."});
    EXPECT_EQ(desk.now().tasks.front().state, TaskState::dropped);
    EXPECT_EQ(desk.refused(FinishTask{consult, lead, ""}).why, CaseRefused::settled_already);
    EXPECT_EQ(desk.refused(FinishTask{TaskId{"none"}, lead, ""}).why, CaseRefused::nobody_such);
}

TEST(CaseTasks, FollowFromWhatWasDecidedAtOnce)
{
    Desk desk;
    desk.open().with_two_children().answered();
    const auto events = desk.must(tests::referring("EMERGENCY_999"));
    EXPECT_EQ(steps(events), (Steps{"ring-999"}));
}

TEST(CaseTasks, FollowFromTheAdviceAgainWhenItOutgrowsTheDecision)
{
    Desk desk;
    desk.open().with_two_children().answered();
    desk.must(tests::not_referring("SCHOOL_MANAGE"));
    EXPECT_EQ(steps(desk.must(AnswerFacts{lead, {{"coercion", "yes"}}, ""})), (Steps{"refer"}));
}

}  // namespace
}  // namespace safelead::record
