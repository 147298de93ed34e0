// A strategy meeting of a school's case, told to the agency that the child is referred to, and answered
// there.

#include "app/cases.h"
#include "app/referrals.h"
#include "base/bytes.h"
#include "exchange/referral_events.h"
#include "record/kept_in.h"
#include "support/practice_partnership.h"
#include "support/referring.h"

#include <gtest/gtest.h>

namespace safelead::app {
namespace {

using record::ReferralRefused;
using record::StepKind;

class MeetingTold : public testing::Test {
protected:
    MeetingTold()
    {
        of = list_cases(at.safelead(), lead)->cases.front().it->reference;
        referral = test::Referring{at, lead, of}.refer(test::first_child_to(worker), record::Answer::unknown);
        keep(record::StrategyMeetingHeld{0, lead.person, today, "a manager",
                                         "Imogen Vance, social care\nR. Lane, police", "",
                                         "What each of them knows.", "A visit."});
        keep(record::ActionAgreed{0, lead.person, "Social care", "", "Visit the family.", {}});
        keep(record::ActionAgreed{0, lead.person, "Police", "", "Ring the other school.", {}});
    }

    void keep(record::Keepable record)
    {
        EXPECT_TRUE(wait_for(
            change_case(at.safelead(), lead, at.command(), of, record::KeepRecord{std::move(record)})));
    }

    /// With numbers alone: the case says the rest.
    Outcome<ReferralChanged> tell(int meeting, int action)
    {
        record::StepSaid said{};
        said.kind = StepKind::meeting_told;
        said.meeting = record::MeetingTold{meeting, {}, {}, {{action, {}, {}}}};
        return wait_for(follow_referral(at.safelead(), lead, at.command(), of, referral, said));
    }

    Outcome<ReferralChanged> answer(int action, record::ActionCame came)
    {
        record::StepSaid said{};
        said.kind = StepKind::action_answered;
        said.words = "Nobody was at home.";
        said.action = record::ActionReply{action, came};
        return wait_for(answer_referral(at.safelead(), worker, at.command(), referral, said));
    }

    record::Referral there() { return *wait_for(read_referral(at.safelead(), worker, referral))->it; }
    record::Referral here() { return *sent_referral(at.safelead(), lead, of, referral)->it; }

    static ReferralRefused why(const Outcome<ReferralChanged>& refused)
    {
        return std::get<record::ReferralRefusal>(refused.error()).why;
    }

    test::PracticePartnership at;
    Actor lead = at.actor("lead@fennimore.example");
    Actor worker = at.actor("socialworker@frontdoor.example");
    record::EventTime today{"today", std::nullopt, std::nullopt};
    record::Reference of{""};
    record::Reference referral{""};
};

TEST_F(MeetingTold, ShowsTheAgencyWhoWasThereAndItsOwnActionsAndNothingElse)
{
    EXPECT_TRUE(there().steps.empty()) << "nothing goes there by itself";
    EXPECT_EQ(why(tell(2, 1)), ReferralRefused::not_said) << "there is no such meeting";
    ASSERT_TRUE(tell(1, 1));
    const auto told = there().steps.back().said.meeting;
    ASSERT_TRUE(told);
    EXPECT_EQ(told->when, today);
    EXPECT_EQ(told->attended, "Imogen Vance, social care\nR. Lane, police");
    ASSERT_EQ(told->actions.size(), 1U);
    EXPECT_EQ(told->actions.front().what, "Visit the family.");
    std::string all_there;
    for (const auto& happened : there().history)
        all_there += text_of(exchange::encode(exchange::to_event_bytes(*happened.event)));
    EXPECT_NE(all_there.find("Visit the family."), std::string::npos);
    EXPECT_EQ(all_there.find("What each of them knows."), std::string::npos)
        << "what was shared at the meeting stays in the sender's case";
}

TEST_F(MeetingTold, IsAnsweredThereAndTheAnswerStandsInBothRecords)
{
    ASSERT_TRUE(tell(1, 1));
    EXPECT_EQ(why(answer(2, record::ActionCame::done)), ReferralRefused::no_such_action)
        << "that one is another agency's";
    ASSERT_TRUE(answer(1, record::ActionCame::not_done));
    EXPECT_EQ(here().steps, there().steps);
    const auto view = wait_for(view_case(at.safelead(), lead, of)).value();
    const auto answers = record::kept_in<record::ActionAnswered>(*view.it);
    ASSERT_EQ(answers.size(), 1U);
    EXPECT_EQ(answers.front().it->number, 1);
    EXPECT_EQ(answers.front().it->came, record::ActionCame::not_done);
    EXPECT_NE(answers.front().it->said.find("Imogen Vance"), std::string::npos);
    EXPECT_NE(answers.front().it->said.find("Nobody was at home."), std::string::npos);
}

}  // namespace
}  // namespace safelead::app
