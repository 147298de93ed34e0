// Whom a referral waits for, whom silence reaches, and that mail tells of it: both ends, with a clock.

#include "app/referral_waits.h"

#include "app/escalate.h"
#include "app/notices.h"
#include "app/parts.h"
#include "app/referral_readers.h"
#include "support/two_ends.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using record::StepKind;

class ReferralWaits : public test::TwoEnds {
protected:
    /// What that person is to be told of now, of referrals alone.
    std::vector<std::string> told(const Actor& who)
    {
        auto& workspace = at.safelead().parts().workspace(who.organisation);
        return referral_waits(at.safelead(), workspace, who, at.clock().now());
    }

    bool is_told(const Actor& who, std::string_view what)
    {
        return std::ranges::any_of(told(who), [&](const std::string& name) {
            return name.find('/' + std::string{what} + '/') != std::string::npos;
        });
    }

    void want(const Actor& who)
    {
        ASSERT_TRUE(wait_for(set_notices(at.safelead(), who, at.command(), directory::Notices::by_mail)));
    }

    std::size_t queue() { return queue_notices(at.safelead()); }

    /// Until nobody is told of anything more.
    void settle()
    {
        while (queue() > 0) at.clock().pass(16min);
        at.clock().pass(16min);
        while (queue() > 0) at.clock().pass(16min);
    }

    /// What an officer records, whenever it is.
    void record_crime(const Actor& officer, const record::Reference& referral, std::string number)
    {
        auto step = said(StepKind::police_recorded);
        step.police = record::PoliceRecorded{};
        step.police->crime_recorded = record::Answer::yes;
        step.police->reference = std::move(number);
        EXPECT_TRUE(wait_for(answer_referral(at.safelead(), officer, at.command(), referral, step)));
    }

    void open_as_sender(const Actor& who, const record::Reference& referral)
    {
        EXPECT_TRUE(
            wait_for(sent_referral_read(at.safelead(), who, of, referral, at_sender(referral).number())));
    }

    void look() { (void)wait_for(escalate_unread(at.safelead())); }
};

TEST_F(ReferralWaits, ForThoseItWasSentToUntilTheyHaveToldTheSender)
{
    EXPECT_TRUE(referrals_to_answer(at.safelead(), worker()).empty());
    const auto referral = sent_to(worker());
    for (const auto& who : {worker(), manager()}) {
        const auto lines = referrals_to_answer(at.safelead(), who);
        ASSERT_EQ(lines.size(), 1U);
        EXPECT_EQ(lines.front().summary.reference, referral);
        EXPECT_TRUE(lines.front().summary.answer_by);
        EXPECT_TRUE(lines.front().summary.managers_at);
    }
    EXPECT_TRUE(referrals_to_answer(at.safelead(), at.actor("officer@police.example")).empty());
    EXPECT_TRUE(referrals_to_answer(at.safelead(), lead()).empty()) << "who sent it";
    answer(worker(), referral, StepKind::received);
    EXPECT_EQ(referrals_to_answer(at.safelead(), worker()).size(), 1U);
    answer(worker(), referral, StepKind::more_asked);
    EXPECT_TRUE(referrals_to_answer(at.safelead(), worker()).empty()) << "it waits for the sender";
    follow(referral, StepKind::more_answered);
    answer(worker(), referral, StepKind::decided);
    EXPECT_EQ(referrals_to_answer(at.safelead(), worker()).size(), 1U) << "the sender is to be told";
    answer(worker(), referral, StepKind::fed_back);
    EXPECT_TRUE(referrals_to_answer(at.safelead(), worker()).empty());
}

TEST_F(ReferralWaits, ReceiversAreToldByMailOfANewOneAndOfAnAnswerAndOnceOfEach)
{
    want(worker());
    settle();
    const auto referral = sent_to(worker());
    EXPECT_EQ(queue(), 1U);
    at.clock().pass(16min);
    answer(worker(), referral, StepKind::received);
    EXPECT_EQ(queue(), 0U) << "they did it themselves";
    at.restart();
    EXPECT_EQ(queue(), 0U) << "nor again after a start";
    answer(worker(), referral, StepKind::more_asked);
    EXPECT_EQ(queue(), 0U);
    at.clock().pass(1min);
    follow(referral, StepKind::more_answered);
    EXPECT_EQ(queue(), 1U);
}

TEST_F(ReferralWaits, TheSenderIsToldByMailOfAQuestionADecisionAndWhatHappensNext)
{
    want(lead());
    const auto referral = sent_to(worker());
    answer(worker(), referral, StepKind::received);
    settle();
    for (const auto kind : {StepKind::more_asked, StepKind::decided, StepKind::fed_back}) {
        answer(worker(), referral, kind);
        EXPECT_EQ(queue(), 1U) << static_cast<int>(kind);
        settle();
    }
    follow(referral, StepKind::closed);
    EXPECT_TRUE(told(lead()).empty());
}

TEST_F(ReferralWaits, WhoeverHasTheCaseIsToldAndTheOthersWhereTheyAreNotReached)
{
    want(lead());
    want(deputy());
    const auto referral = sent_to(worker());
    answer(worker(), referral, StepKind::more_asked);
    EXPECT_TRUE(is_told(lead(), "question"));
    EXPECT_FALSE(is_told(deputy(), "question"));
    EXPECT_FALSE(is_told(head(), "question")) << "reads, and does not act";
    EXPECT_FALSE(is_told(at.actor("teacher@fennimore.example"), "question"));
    EXPECT_FALSE(is_told(at.actor("lead@littlewendle.example"), "question"));
    ASSERT_TRUE(wait_for(set_notices(at.safelead(), lead(), at.command(), directory::Notices::none)));
    EXPECT_TRUE(is_told(deputy(), "question"));
}

TEST_F(ReferralWaits, SilenceReachesTheSenderFirstAndThenBothManagers)
{
    want(manager());
    const auto referral = sent_to(worker());
    const auto sent = at_sender(referral);
    settle();
    EXPECT_FALSE(is_told(lead(), "silent"));
    at.clock().set(*sent.answer_by);
    look();
    EXPECT_TRUE(is_told(lead(), "silent"));
    EXPECT_FALSE(is_told(head(), "managers"));
    EXPECT_FALSE(is_told(manager(), "managers"));
    EXPECT_TRUE(silent_referrals(at.safelead(), head()).empty());
    EXPECT_EQ(queue(), 0U) << "of the front door nobody is told yet";

    at.clock().set(*sent.managers_at);
    look();
    look();
    EXPECT_TRUE(is_told(head(), "managers"));
    EXPECT_FALSE(is_told(lead(), "managers"));
    EXPECT_FALSE(is_told(worker(), "managers")) << "who manages nobody";
    EXPECT_EQ(queue(), 1U) << "the manager at the front door";
    at.clock().pass(1h);
    at.restart();
    look();
    EXPECT_EQ(queue(), 0U) << "once, whatever happens";
    ASSERT_EQ(at_sender(referral).steps.size(), 2U) << "and each silence is one step";

    const auto lines = silent_referrals(at.safelead(), head());
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines.front().reference, referral);
    EXPECT_EQ(lines.front().since, *sent.answer_by);
    EXPECT_EQ(lines.front().in, of);
    EXPECT_EQ(referrals_to_answer(at.safelead(), manager()).front().alarm, record::Alarm::managers);
    answer(worker(), referral, StepKind::received);
    EXPECT_TRUE(is_told(head(), "managers")) << "that it was received is no answer";
    answer(worker(), referral, StepKind::decided);
    EXPECT_TRUE(silent_referrals(at.safelead(), head()).empty());
    EXPECT_FALSE(is_told(manager(), "managers"));
}

TEST_F(ReferralWaits, AManagerWhoMayNotReadTheCaseIsToldWhichAndSinceWhenAndNoMore)
{
    const auto referral = sent_to(worker());
    keep_in_case(record::CaseLocked{lead().person, deputy().person, "Somebody close to it works here."});
    at.clock().set(*at_sender(referral).managers_at);
    const auto lines = silent_referrals(at.safelead(), head());
    ASSERT_EQ(lines.size(), 1U);
    EXPECT_EQ(lines.front().reference, referral);
    EXPECT_FALSE(lines.front().in);
    EXPECT_TRUE(referrals_sent(at.safelead(), head()).value().empty());
    EXPECT_FALSE(sent_referral(at.safelead(), head(), of, referral));
}

TEST_F(ReferralWaits, AManagerWhoIsKeptOutLearnsNothingAndTheNextOneIsTold)
{
    const auto referral = sent_to(worker());
    keep_in_case(
        record::PersonKeptOut{lead().person, head().person, record::TooNear::own_child, "They said so."});
    at.clock().set(*at_sender(referral).managers_at);
    EXPECT_TRUE(silent_referrals(at.safelead(), head()).empty());
    EXPECT_TRUE(told(head()).empty());
    const auto chair = at.actor("chair@fennimore.example");
    ASSERT_EQ(silent_referrals(at.safelead(), chair).size(), 1U);
    EXPECT_FALSE(silent_referrals(at.safelead(), chair).front().in);
    EXPECT_TRUE(is_told(chair, "managers"));
}

TEST_F(ReferralWaits, AQuestionThatTheSenderDoesNotAnswerReachesBothManagersToo)
{
    const auto referral = sent_to(worker());
    answer(worker(), referral, StepKind::more_asked);
    at.clock().set(*at_sender(referral).managers_at);
    look();
    EXPECT_TRUE(is_told(head(), "managers"));
    EXPECT_TRUE(is_told(manager(), "managers"));
    EXPECT_EQ(referrals_to_answer(at.safelead(), worker()).size(), 1U) << "ring the school";
    EXPECT_EQ(at_sender(referral).steps.back().said.kind, StepKind::managers_told);
}

TEST_F(ReferralWaits, WhereNobodyManagesAtTheReceiverEverybodyThereIsTold)
{
    const auto officer = at.actor("officer@police.example");
    const auto referral = sent_to(officer);
    at.clock().set(*at_sender(referral).managers_at);
    EXPECT_TRUE(is_told(officer, "managers"));
}

TEST_F(ReferralWaits, WhereTheManagerIsKeptOutWhoeverMayReadItIsTold)
{
    const auto referral = sent_to(worker());
    ASSERT_TRUE(wait_for(
        settle_readers(at.safelead(), worker(), at.command(), referral,
                       record::PersonKeptOut{worker().person, manager().person,
                                             record::TooNear::family_or_friend, "It is their family."})));
    at.clock().set(*at_sender(referral).managers_at);
    EXPECT_FALSE(is_told(manager(), "managers"));
    EXPECT_TRUE(is_told(worker(), "managers")) << "or silence would reach nobody there";
}

TEST_F(ReferralWaits, AFormThatIsOverdueAfterACallIsSeenByTheSender)
{
    const auto called = at.clock().now() - 1h;
    const auto referral = drafted_to(worker(), [called](ReferralText& text) {
        text.words.called = {"By telephone", std::nullopt, called};
    });
    const auto line = [&] { return referrals_sent(at.safelead(), lead()).value().front(); };
    EXPECT_FALSE(line().is_form_late);
    EXPECT_FALSE(is_told(lead(), "form"));
    auto& workspace = at.safelead().parts().workspace(lead().organisation);
    EXPECT_EQ(next_referral_wait(workspace, at.clock().now()), called + 24h);
    at.clock().set(called + 24h);
    EXPECT_EQ(line().summary.reference, referral);
    EXPECT_TRUE(line().is_form_late);
    EXPECT_TRUE(is_told(lead(), "form"));
    EXPECT_FALSE(is_told(worker(), "form"));
    ASSERT_TRUE(
        wait_for(send_referral(at.safelead(), lead(), at.command(), of, referral, record::Answer::unknown)));
    EXPECT_FALSE(is_told(lead(), "form"));
    EXPECT_FALSE(line().is_form_late);
}

TEST_F(ReferralWaits, WhatThePoliceRecordedAfterTheEndReachesTheSenderUntilSomebodyWhoActsInItOpensIt)
{
    const auto officer = at.actor("officer@police.example");
    const auto stands_today = [&](const record::Reference& referral) {
        const auto lines = referrals_sent(at.safelead(), lead()).value();
        return std::ranges::any_of(
            lines, [&](const ReferralLine& line) { return line.summary.reference == referral; });
    };
    want(lead());
    const auto referral = sent_to(officer);
    for (const auto kind : {StepKind::received, StepKind::decided, StepKind::fed_back})
        answer(officer, referral, kind);
    follow(referral, StepKind::closed);
    settle();
    EXPECT_FALSE(stands_today(referral));
    at.clock().pass(24h * 60);
    record_crime(officer, referral, "13/100");
    EXPECT_TRUE(stands_today(referral));
    EXPECT_TRUE(is_told(lead(), "after-end"));
    EXPECT_FALSE(is_told(head(), "after-end")) << "reads, and does not act";
    EXPECT_FALSE(is_told(officer, "after-end"));
    EXPECT_EQ(queue(), 1U);
    settle();
    open_as_sender(head(), referral);
    EXPECT_TRUE(stands_today(referral)) << "who does not act in it leaves it to those who do";
    open_as_sender(deputy(), referral);
    EXPECT_FALSE(stands_today(referral));
    EXPECT_FALSE(is_told(lead(), "after-end"));
    at.restart();
    EXPECT_FALSE(stands_today(referral)) << "after a start too";
    record_crime(officer, referral, "13/101");
    EXPECT_TRUE(stands_today(referral)) << "more is news again";
    EXPECT_EQ(queue(), 1U);
}

TEST_F(ReferralWaits, ThatItWasWithdrawnReachesTheReceiverUntilSomebodyThereOpensIt)
{
    want(worker());
    const auto referral = sent_to(worker());
    answer(worker(), referral, StepKind::received);
    settle();
    follow(referral, StepKind::withdrawn);
    ASSERT_EQ(referrals_to_answer(at.safelead(), worker()).size(), 1U);
    EXPECT_TRUE(is_told(worker(), "withdrawn"));
    EXPECT_FALSE(is_told(lead(), "withdrawn"));
    EXPECT_EQ(queue(), 1U);
    EXPECT_TRUE(wait_for(read_referral(at.safelead(), worker(), referral)));
    EXPECT_TRUE(referrals_to_answer(at.safelead(), worker()).empty());
    EXPECT_FALSE(is_told(worker(), "withdrawn"));
    EXPECT_TRUE(referrals_to_answer(at.safelead(), manager()).empty());
}

TEST_F(ReferralWaits, AnActionThatIsToldAfterTheyFedBackWaitsForThemUntilTheyAnswerIt)
{
    const auto referral = sent_to(worker());
    for (const auto kind : {StepKind::received, StepKind::decided, StepKind::fed_back})
        answer(worker(), referral, kind);
    keep_in_case(record::StrategyMeetingHeld{0,
                                             lead().person,
                                             {"today", std::nullopt, std::nullopt},
                                             "a manager",
                                             "Imogen Vance, social care",
                                             "",
                                             "What each of them knows.",
                                             "A visit."});
    keep_in_case(record::ActionAgreed{0, lead().person, "Social care", "", "Visit the family.", {}});
    EXPECT_TRUE(referrals_to_answer(at.safelead(), worker()).empty());
    auto told_of = said(StepKind::meeting_told);
    told_of.meeting = record::MeetingTold{1, {}, {}, {{1, {}, {}}}};
    ASSERT_TRUE(wait_for(follow_referral(at.safelead(), lead(), at.command(), of, referral, told_of)));
    ASSERT_EQ(referrals_to_answer(at.safelead(), worker()).size(), 1U);
    EXPECT_TRUE(is_told(worker(), "action"));
    EXPECT_TRUE(wait_for(read_referral(at.safelead(), worker(), referral)));
    EXPECT_TRUE(is_told(worker(), "action")) << "reading it is no answer";
    auto came = said(StepKind::action_answered);
    came.action = record::ActionReply{1, record::ActionCame::done};
    ASSERT_TRUE(wait_for(answer_referral(at.safelead(), worker(), at.command(), referral, came)));
    EXPECT_TRUE(referrals_to_answer(at.safelead(), worker()).empty());
    EXPECT_FALSE(is_told(worker(), "action"));
}

TEST_F(ReferralWaits, AreLookedAtAgainWhenTheNextClockEnds)
{
    const auto sent = at_sender(sent_to(worker()));
    for (const auto& who : {lead(), worker()}) {
        auto& workspace = at.safelead().parts().workspace(who.organisation);
        EXPECT_EQ(next_referral_wait(workspace, at.clock().now()), sent.answer_by);
        EXPECT_EQ(next_referral_wait(workspace, *sent.answer_by), sent.managers_at);
        EXPECT_FALSE(next_referral_wait(workspace, *sent.managers_at));
    }
}

}  // namespace
}  // namespace safelead::app
