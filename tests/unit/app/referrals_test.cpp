#include "app/referrals.h"

#include "app/cases.h"
#include "app/escalate.h"
#include "app/packs.h"
#include "record/closing.h"
#include "record/kept_in.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using record::StepKind;

/// A school with a case, a front door, a police team, and a second front door.
class RoundTrip : public testing::Test {
protected:
    Actor lead() { return at.actor("lead@fennimore.example"); }
    Actor worker() { return at.actor("socialworker@frontdoor.example"); }
    Actor officer() { return at.actor("officer@police.example"); }

    void SetUp() override
    {
        const auto cases = list_cases(at.safelead(), lead()).value();
        of = cases.cases.front().it->reference;
    }

    record::Reference begin(const Actor& receiver)
    {
        return wait_for(begin_referral(at.safelead(), lead(), at.command(), of,
                                       {receiver.organisation, {record::CaseRef{"A"}}, {}}))
            .value()
            .referral;
    }

    void write(const record::Reference& referral)
    {
        const auto view = sent_referral(at.safelead(), lead(), of, referral).value();
        ReferralText text{view.it->words, view.it->children};
        text.words.immediacy = "Today, please.";
        text.words.parents = "The mother knows and agrees.";
        text.words.asked = "Please say whether you assess.";
        text.children.front().now = "In lessons";
        ASSERT_TRUE(wait_for(write_referral(at.safelead(), lead(), at.command(), of, referral, text)));
    }

    Outcome<ReferralChanged> send(const record::Reference& referral,
                                  record::Answer confirmed = record::Answer::unknown)
    {
        return wait_for(send_referral(at.safelead(), lead(), at.command(), of, referral, confirmed));
    }

    record::Reference sent_to(const Actor& receiver)
    {
        const auto referral = begin(receiver);
        write(referral);
        EXPECT_TRUE(send(referral, record::Answer::yes));
        return referral;
    }

    static record::StepSaid said(StepKind kind, std::string words = "It was said.")
    {
        record::StepSaid said{};
        said.kind = kind;
        said.words = std::move(words);
        said.decided_as = record::DecidedAs::other_services;
        said.to = record::Agency{OrganisationId{""}, "Another authority", record::AgencyKind::social_care};
        return said;
    }

    Outcome<ReferralChanged> answer(const Actor& who, const record::Reference& referral, StepKind kind)
    {
        return wait_for(answer_referral(at.safelead(), who, at.command(), referral, said(kind)));
    }

    Outcome<ReferralChanged> follow(const record::Reference& referral, StepKind kind)
    {
        return wait_for(follow_referral(at.safelead(), lead(), at.command(), of, referral, said(kind)));
    }

    record::Referral at_sender(const record::Reference& referral)
    {
        return *sent_referral(at.safelead(), lead(), of, referral).value().it;
    }

    record::Referral at_receiver(const Actor& who, const record::Reference& referral)
    {
        return *wait_for(read_referral(at.safelead(), who, referral)).value().it;
    }

    test::PracticePartnership at;
    record::Reference of{""};
};

TEST_F(RoundTrip, BeginsWithWhatTheCaseKnowsAndReachesNobodyBeforeItIsSent)
{
    const auto referral = begin(worker());
    const auto draft = at_sender(referral);
    EXPECT_EQ(draft.state, record::ReferralState::draft);
    EXPECT_NE(draft.words.concern.find("Someone sent my picture on"), std::string::npos);
    EXPECT_NE(draft.words.caller.find("Priya Marlowe"), std::string::npos);
    ASSERT_EQ(draft.children.size(), 1U);
    EXPECT_NE(draft.children.front().who.find("born"), std::string::npos);
    EXPECT_TRUE(received_referrals(at.safelead(), worker()).value().empty());
    EXPECT_FALSE(wait_for(read_referral(at.safelead(), worker(), referral)));
}

TEST_F(RoundTrip, GoesThereAndBackAndBothSidesShowTheSame)
{
    const auto referral = sent_to(worker());
    EXPECT_EQ(received_referrals(at.safelead(), worker()).value().size(), 1U);
    EXPECT_TRUE(answer(worker(), referral, StepKind::received));
    EXPECT_TRUE(answer(worker(), referral, StepKind::more_asked));
    EXPECT_TRUE(follow(referral, StepKind::more_answered));
    EXPECT_TRUE(answer(worker(), referral, StepKind::decided));
    EXPECT_TRUE(answer(worker(), referral, StepKind::fed_back));
    EXPECT_TRUE(follow(referral, StepKind::closed));
    const auto sender = at_sender(referral);
    const auto receiver = at_receiver(worker(), referral);
    EXPECT_EQ(sender.state, record::ReferralState::closed);
    EXPECT_EQ(sender.steps, receiver.steps);
    EXPECT_EQ(sender.children, receiver.children);
    EXPECT_EQ(receiver.steps.front().by_name, "Imogen Vance");
    EXPECT_TRUE(receiver.of.text().empty()) << "the receiver learns of no case";
}

TEST_F(RoundTrip, IsALineOfTheCaseToo)
{
    const auto referral = sent_to(worker());
    const auto view = wait_for(view_case(at.safelead(), lead(), of)).value();
    ASSERT_EQ(view.it->referrals.size(), 1U);
    EXPECT_EQ(view.it->referrals.front().their_reference, referral.text());
}

TEST_F(RoundTrip, ItsDecisionIsAnAnswerInTheCaseThatItCanCloseOn)
{
    const auto is_answered = [&] {
        const auto view = wait_for(view_case(at.safelead(), lead(), of)).value();
        const auto criteria =
            record::closing_criteria(*view.it, at.safelead().packs().newest(), view.it->advice->advice);
        const auto one = std::ranges::find(criteria, record::ClosingNeed::agency_answered,
                                           &record::ClosingCriterion::need);
        return !one->not_met;
    };
    const auto referral = sent_to(worker());
    EXPECT_TRUE(answer(worker(), referral, StepKind::received));
    EXPECT_FALSE(is_answered()) << "that it was received is no answer";
    EXPECT_TRUE(answer(worker(), referral, StepKind::decided));
    EXPECT_TRUE(is_answered());
    const auto view = wait_for(view_case(at.safelead(), lead(), of)).value();
    const auto answers = record::kept_in<record::AgencyAnswered>(*view.it);
    ASSERT_EQ(answers.size(), 1U);
    EXPECT_EQ(answers.front().it->answer, record::AgencyAnswer::took_it_on);
    EXPECT_EQ(answers.front().it->person, "Imogen Vance");
    EXPECT_NE(answers.front().it->said.find(referral.text()), std::string::npos);
    EXPECT_NE(answers.front().it->said.find("It was said."), std::string::npos);
}

TEST_F(RoundTrip, IsThereForNobodyElse)
{
    const auto referral = sent_to(worker());
    const Actor others[] = {
        officer(), at.actor("socialworker@neighbour.example"), at.actor("coordinator@partnership.example"),
        lead(),    at.actor("lead@littlewendle.example"),      at.actor("teacher@fennimore.example")};
    for (const auto& other : others) {
        const auto read = wait_for(read_referral(at.safelead(), other, referral));
        ASSERT_FALSE(read) << other.name;
        EXPECT_TRUE(std::holds_alternative<NotThere>(read.error())) << other.name;
        const auto answered = answer(other, referral, StepKind::received);
        ASSERT_FALSE(answered) << other.name;
        EXPECT_TRUE(std::holds_alternative<NotThere>(answered.error())) << other.name;
    }
    for (const auto& other : {worker(), officer(), at.actor("lead@littlewendle.example"),
                              at.actor("teacher@fennimore.example"), at.actor("chair@fennimore.example")}) {
        const auto read = sent_referral(at.safelead(), other, of, referral);
        ASSERT_FALSE(read) << other.name;
        EXPECT_TRUE(std::holds_alternative<NotThere>(read.error())) << other.name;
        EXPECT_FALSE(wait_for(
            follow_referral(at.safelead(), other, at.command(), of, referral, said(StepKind::withdrawn))));
    }
    EXPECT_FALSE(wait_for(view_case(at.safelead(), worker(), of))) << "the case stays the school's";
    const auto head = at.actor("head@fennimore.example");
    EXPECT_TRUE(sent_referral(at.safelead(), head, of, referral)) << "reads, and does not act";
    EXPECT_FALSE(sent_referral(at.safelead(), head, of, referral).value().may_act);
}

TEST_F(RoundTrip, TellsAnOfficerOnlyAfterTheNotice)
{
    const auto referral = begin(officer());
    write(referral);
    EXPECT_EQ(sent_referral(at.safelead(), lead(), of, referral).value().notice, record::NoticeNeeded::yes);
    const auto refused = send(referral);
    ASSERT_FALSE(refused);
    EXPECT_EQ(std::get<record::ReferralRefusal>(refused.error()).why,
              record::ReferralRefused::police_notice_first);
    EXPECT_TRUE(received_referrals(at.safelead(), officer()).value().empty());
    EXPECT_TRUE(send(referral, record::Answer::yes));
    const auto received = at_receiver(officer(), referral);
    EXPECT_EQ(received.sent->police_notice, record::PoliceNotice::shown_and_confirmed);
    EXPECT_EQ(received.sent->features.size(), 6U);
}

TEST_F(RoundTrip, SentAgainIsSentOnce)
{
    const auto referral = begin(worker());
    write(referral);
    const auto command = at.command();
    for (int i = 0; i < 2; ++i)
        EXPECT_TRUE(
            wait_for(send_referral(at.safelead(), lead(), command, of, referral, record::Answer::unknown)));
    EXPECT_EQ(received_referrals(at.safelead(), worker()).value().size(), 1U);
    const auto step = at.command();
    for (int i = 0; i < 2; ++i)
        EXPECT_TRUE(
            wait_for(answer_referral(at.safelead(), worker(), step, referral, said(StepKind::received))));
    EXPECT_EQ(at_sender(referral).steps.size(), 1U);
}

TEST_F(RoundTrip, IsThereAfterAStart)
{
    const auto referral = sent_to(worker());
    ASSERT_TRUE(answer(worker(), referral, StepKind::received));
    at.restart();
    EXPECT_EQ(at_sender(referral).steps, at_receiver(worker(), referral).steps);
    EXPECT_EQ(at_sender(referral).state, record::ReferralState::received);
}

TEST_F(RoundTrip, SilenceIsNoticedOnBothSidesAfterAWorkingDayAndThenByTheManagers)
{
    const auto referral = sent_to(worker());
    (void)wait_for(escalate_unread(at.safelead()));
    EXPECT_TRUE(at_sender(referral).steps.empty());
    at.clock().pass(31h);  // Tuesday, 17:00: the next working day is over.
    (void)wait_for(escalate_unread(at.safelead()));
    ASSERT_EQ(at_sender(referral).steps.size(), 1U);
    EXPECT_EQ(at_sender(referral).steps.front().said.kind, StepKind::silence_noticed);
    EXPECT_EQ(at_receiver(worker(), referral).steps, at_sender(referral).steps);
    EXPECT_EQ(referrals_sent(at.safelead(), lead()).value().front().alarm, record::Alarm::sender);
    at.clock().pass(24h);
    (void)wait_for(escalate_unread(at.safelead()));
    (void)wait_for(escalate_unread(at.safelead()));
    ASSERT_EQ(at_sender(referral).steps.size(), 2U);
    EXPECT_EQ(at_sender(referral).steps.back().said.kind, StepKind::managers_told);
    const auto manager = at.actor("manager@frontdoor.example");
    EXPECT_EQ(received_referrals(at.safelead(), manager).value().front().alarm, record::Alarm::managers);
    const auto head = at.actor("head@fennimore.example");
    EXPECT_EQ(referrals_sent(at.safelead(), head).value().front().alarm, record::Alarm::managers);
}

TEST_F(RoundTrip, ARedirectedReferralGoesOnWithItsWords)
{
    const auto referral = sent_to(worker());
    ASSERT_TRUE(answer(worker(), referral, StepKind::redirected));
    const auto right = at.actor("socialworker@neighbour.example");
    const auto next = wait_for(begin_referral(at.safelead(), lead(), at.command(), of,
                                              {right.organisation, {record::CaseRef{"A"}}, referral}))
                          .value()
                          .referral;
    EXPECT_EQ(at_sender(next).words.asked, "Please say whether you assess.");
    ASSERT_TRUE(send(next));
    EXPECT_EQ(received_referrals(at.safelead(), right).value().size(), 1U);
}

TEST_F(RoundTrip, KeepsWordsAndNoData)
{
    const auto referral = begin(worker());
    const auto view = sent_referral(at.safelead(), lead(), of, referral).value();
    ReferralText text{view.it->words, view.it->children};
    text.words.spread = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk";
    const auto written =
        wait_for(write_referral(at.safelead(), lead(), at.command(), of, referral, text)).value();
    EXPECT_GT(written.taken_out, 0U);
    EXPECT_EQ(at_sender(referral).words.spread.find("iVBOR"), std::string::npos);
}

}  // namespace
}  // namespace safelead::app
