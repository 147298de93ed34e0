// A strategy meeting of the case, told to an agency, and what it answers, back in the case.

#include "record/meeting_in_referral.h"

#include "record/kept_in.h"
#include "record/text_limits.h"
#include "record/what_is_open.h"
#include "support/case_builders.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

using tests::Desk;
using tests::lead;

const EventTime today{"today", std::nullopt, std::nullopt};

Desk with_a_meeting()
{
    Desk desk;
    desk.open();
    desk.must(KeepRecord{
        StrategyMeetingHeld{0, lead, today, "a manager", "R. Lane, police", "", "Told.", "A visit."}});
    desk.must(KeepRecord{ActionAgreed{0, lead, "Social care", "", "Visit the family.", {}}});
    desk.must(KeepRecord{ActionAgreed{0, lead, "Police", "", "Ring the other school.", {}}});
    return desk;
}

TEST(MeetingToTell, IsAsTheCaseHasItWithTheActionsThatAreChosenAndNothingElse)
{
    const auto desk = with_a_meeting();
    const auto told = meeting_to_tell(desk.now(), 1, {2});
    ASSERT_TRUE(told);
    EXPECT_EQ(told->attended, "R. Lane, police");
    ASSERT_EQ(told->actions.size(), 1U);
    EXPECT_EQ(told->actions.front().what, "Ring the other school.");
    EXPECT_EQ(meeting_to_tell(desk.now(), 2, {}), std::nullopt);
    EXPECT_EQ(meeting_to_tell(desk.now(), 1, {3}), std::nullopt);
    EXPECT_EQ(meetings_to_tell(desk.now()).size(), 1U);
    EXPECT_EQ(actions_agreed(desk.now()).size(), 2U);
}

TEST(ActionsAnsweredInCase, AreTheLastOfEachAndSettleTheTask)
{
    auto desk = with_a_meeting();
    Referral referral;
    referral.reference = Reference{"R-1"};
    referral.to.name = "The front door";
    const auto answer = [&](int number, int action, ActionCame came, std::string words) {
        StepSaid said{};
        said.kind = StepKind::action_answered;
        said.words = std::move(words);
        said.action = ActionReply{action, came};
        referral.steps.push_back(
            {number, Instant{}, PersonId{"worker"}, "Sam Vane", Side::receiver, std::move(said), {}, {}});
    };
    answer(2, 1, ActionCame::not_done, "Nobody was at home.");
    answer(3, 1, ActionCame::done, "They went today.");
    EXPECT_TRUE(actions_answered_in_case(referral, 3).empty()) << "it is said once";
    const auto answers = actions_answered_in_case(referral, 1);
    ASSERT_EQ(answers.size(), 1U);
    EXPECT_EQ(answers.front().came, ActionCame::done);
    EXPECT_EQ(answers.front().said, "Sam Vane, The front door (referral R-1): They went today.");
    const auto before = tasks_to_do(desk.now()).size();
    desk.must(KeepRecord{answers.front()});
    EXPECT_EQ(tasks_to_do(desk.now()).size(), before - 1);

    answer(4, 2, ActionCame::partly, std::string(longest_account, 'a'));
    EXPECT_TRUE(fits_account(actions_answered_in_case(referral, 3).front().said))
        << "the case would refuse it";
}

}  // namespace
}  // namespace safelead::record
