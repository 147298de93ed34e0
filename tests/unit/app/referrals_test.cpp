#include "app/referrals.h"

#include "app/cases.h"
#include "app/escalate.h"
#include "app/packs.h"
#include "record/closing.h"
#include "record/kept_in.h"
#include "record/police_recorded.h"
#include "support/failing_store.h"
#include "support/practice_partnership.h"
#include "support/referring.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using record::StepKind;

const std::string data = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk";

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

    test::Referring referring() { return {at, lead(), of}; }

    record::Reference begin(const Actor& receiver)
    {
        return referring().begin(test::first_child_to(receiver));
    }

    Outcome<ReferralChanged> send(const record::Reference& referral,
                                  record::Answer confirmed = record::Answer::unknown)
    {
        return referring().send(referral, confirmed);
    }

    record::Reference sent_to(const Actor& receiver)
    {
        return referring().refer(test::first_child_to(receiver));
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
    EXPECT_NE(draft.children.front().now.find("In lessons; a member of staff knows."), std::string::npos);
    EXPECT_TRUE(draft.children.front().now.starts_with("As reported, ")) << draft.children.front().now;
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
            record::closing_criteria(*view.it, at.safelead().packs().newest(), view.it->advice->advice, {});
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

TEST_F(RoundTrip, WhatAnOfficerRecordedIsARecordOfTheCaseAndNoLongerOwed)
{
    const auto the_case = [&] { return *wait_for(view_case(at.safelead(), lead(), of)).value().it; };
    const auto referral = sent_to(officer());
    EXPECT_TRUE(record::is_police_record_owed(the_case()));
    ASSERT_TRUE(answer(officer(), referral, StepKind::received));
    auto step = said(StepKind::police_recorded, "We visit.");
    step.police = record::PoliceRecorded{};
    step.police->crime_recorded = record::Answer::yes;
    step.police->reference = "13/100";
    step.police->outcome = "21";
    step.police->recorded_as = {{record::CaseRef{"A"}, record::RecordedAs::person_involved}};
    ASSERT_TRUE(wait_for(answer_referral(at.safelead(), officer(), at.command(), referral, step)));
    const auto state = the_case();
    EXPECT_FALSE(record::is_police_record_owed(state));
    const auto kept = record::kept_in<record::PoliceSaid>(state);
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept.front().it->by, officer().person);
    EXPECT_EQ(kept.front().it->about, record::CaseRef{"A"});
    EXPECT_EQ(kept.front().it->reference, "13/100");
    EXPECT_EQ(kept.front().it->outcome, "21");
    EXPECT_EQ(kept.front().it->recorded_as, record::RecordedAs::person_involved);
    EXPECT_NE(kept.front().it->said.find(referral.text()), std::string::npos);
    EXPECT_NE(kept.front().it->said.find("the police themselves"), std::string::npos);
    ASSERT_TRUE(answer(officer(), referral, StepKind::decided));
    EXPECT_EQ(record::kept_in<record::PoliceSaid>(the_case()).size(), 1U) << "it is copied once";
}

TEST_F(RoundTrip, OneThatIsWithdrawnIsNotWaitedForAndOneThatIsOnlySentIs)
{
    const auto waits_for = [&] {
        const auto view = wait_for(view_case(at.safelead(), lead(), of)).value();
        const auto criteria = record::closing_criteria(*view.it, at.safelead().packs().newest(),
                                                       view.it->advice->advice, view.referrals);
        return std::ranges::find(criteria, record::ClosingNeed::agency_answered,
                                 &record::ClosingCriterion::need)
            ->about;
    };
    const auto to_worker = sent_to(worker());
    const auto to_officer = sent_to(officer());
    EXPECT_EQ(waits_for().size(), 2U);
    ASSERT_TRUE(answer(worker(), to_worker, StepKind::received));
    ASSERT_TRUE(answer(worker(), to_worker, StepKind::decided));
    EXPECT_EQ(waits_for(), std::vector{at_sender(to_officer).to.name}) << "the police have not answered";
    ASSERT_TRUE(follow(to_officer, StepKind::withdrawn));
    EXPECT_TRUE(waits_for().empty());
}

TEST_F(RoundTrip, AnAgencyHasItUntilItIsWithdrawnOrTheySayThatItIsAnothers)
{
    const auto about = [&] { return wait_for(view_case(at.safelead(), lead(), of)).value().referrals; };
    const std::vector<std::string> none;
    const auto taken_back = sent_to(worker());
    EXPECT_EQ(about().with_nobody, none);
    ASSERT_TRUE(follow(taken_back, StepKind::withdrawn));
    EXPECT_EQ(about().with_nobody, std::vector{std::string{taken_back.text()}});
    EXPECT_EQ(about().to_send_on, none);

    const auto referral = sent_to(worker());
    const std::string other{referral.text()};
    const auto has = [&other](const std::vector<std::string>& references) {
        return std::ranges::find(references, other) != references.end();
    };
    EXPECT_FALSE(has(about().with_nobody));
    ASSERT_TRUE(answer(worker(), referral, StepKind::redirected));
    EXPECT_TRUE(has(about().to_send_on));
    EXPECT_TRUE(has(about().with_nobody));
    ASSERT_TRUE(answer(worker(), referral, StepKind::received));
    EXPECT_FALSE(has(about().to_send_on)) << "it is theirs after all";
    EXPECT_FALSE(has(about().with_nobody));
    ASSERT_TRUE(answer(worker(), referral, StepKind::redirected));
    const auto right = at.actor("socialworker@neighbour.example");
    const auto next = referring().begin(test::first_child_to(right, referral));
    ASSERT_TRUE(send(next));
    EXPECT_FALSE(has(about().to_send_on));
    EXPECT_TRUE(has(about().with_nobody)) << "the other one is with an agency";
    EXPECT_EQ(std::ranges::count(about().with_nobody, next.text()), 0);
    ASSERT_TRUE(follow(referral, StepKind::closed));
    EXPECT_TRUE(has(about().with_nobody)) << "closing it gives it to nobody";
}

TEST_F(RoundTrip, ACaseThatIsReferredIsNotClosedWhileNoAgencyHasIt)
{
    const auto first = sent_to(worker());
    ASSERT_TRUE(follow(first, StepKind::withdrawn));
    const auto view = wait_for(view_case(at.safelead(), lead(), of)).value();
    auto in = *view.it;
    in.decisions.push_back({.made = {.number = 1,
                                     .by = lead().person,
                                     .recommended = "REFER_IMMEDIATE",
                                     .route = "REFER_IMMEDIATE",
                                     .reason = "A criterion is met.",
                                     .enough_known = record::Answer::yes,
                                     .manageable = record::Answer::no,
                                     .still_unknown = {},
                                     .needs_sign_off = false},
                            .at = view.now,
                            .signed_by = {},
                            .called = {},
                            .refused_because = {}});
    const auto criteria =
        record::closing_criteria(in, *view.in_force, view.it->advice->advice, view.referrals);
    const auto one =
        std::ranges::find(criteria, record::ClosingNeed::agency_has_it, &record::ClosingCriterion::need);
    EXPECT_EQ(one->not_met, record::CaseRefused::nobody_has_it);
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
    referring().fill(referral);
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

TEST_F(RoundTrip, TellsWhoeverMayBeAnOfficerOnlyAfterTheNotice)
{
    using record::AgencyKind;
    const std::vector<record::Agency> agencies{
        {OrganisationId{""}, "Somebody at the centre", AgencyKind::not_known},
        {OrganisationId{""}, "PC Vane at the centre", AgencyKind::social_care}};
    for (const auto& agency : agencies) {
        const auto referral = referring().draft(test::first_child_to(agency));
        EXPECT_EQ(sent_referral(at.safelead(), lead(), of, referral).value().notice,
                  record::NoticeNeeded::yes)
            << agency.name;
        const auto refused = send(referral);
        ASSERT_FALSE(refused) << agency.name;
        EXPECT_EQ(std::get<record::ReferralRefusal>(refused.error()).why,
                  record::ReferralRefused::police_notice_first);
        ASSERT_TRUE(send(referral, record::Answer::yes)) << agency.name;
        const auto sent = sent_referral(at.safelead(), lead(), of, referral).value();
        EXPECT_EQ(sent.it->sent->police_notice, record::PoliceNotice::shown_and_confirmed);
        EXPECT_EQ(sent.it->to.kind, agency.kind);
        const auto in_case = *wait_for(view_case(at.safelead(), lead(), of)).value().it;
        EXPECT_EQ(in_case.referrals.back().police_notice, record::PoliceNotice::shown_and_confirmed);
    }
}

TEST_F(RoundTrip, SentAgainIsSentOnce)
{
    const auto referral = begin(worker());
    referring().fill(referral);
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
    const auto next = referring().begin(test::first_child_to(right, referral));
    EXPECT_EQ(at_sender(next).words.asked, "Please say whether you assess.");
    EXPECT_TRUE(at_sender(referral).answer_by) << "it waits for its sender";
    const auto command = at.command();
    for (int i = 0; i < 2; ++i)
        ASSERT_TRUE(
            wait_for(send_referral(at.safelead(), lead(), command, of, next, record::Answer::unknown)));
    EXPECT_EQ(received_referrals(at.safelead(), right).value().size(), 1U);
    const auto before = at_sender(referral);
    ASSERT_EQ(before.steps.size(), 2U) << "sent twice, it is said once";
    EXPECT_EQ(before.steps.back().said.kind, StepKind::sent_on);
    EXPECT_EQ(before.steps.back().said.to->name, right.organisation_name);
    EXPECT_NE(before.steps.back().said.words.find(next.text()), std::string::npos);
    EXPECT_FALSE(before.answer_by);
    EXPECT_EQ(at_receiver(worker(), referral).steps, before.steps);
    EXPECT_FALSE(answer(worker(), referral, StepKind::received)) << "somebody else has it";
}

TEST_F(RoundTrip, ARedirectedReferralIsToldThatItWasSentOnWhenThatIsSentAgainAfterOthersWereAtIt)
{
    const auto referral = sent_to(worker());
    ASSERT_TRUE(answer(worker(), referral, StepKind::redirected));
    const auto right = at.actor("socialworker@neighbour.example");
    const auto next = referring().begin(test::first_child_to(right, referral));
    test::CrowdedStore crowded{at.entries(), worker().organisation};
    at.restart_on(crowded);
    const auto command = at.command();
    const auto send_it = [&] {
        return wait_for(send_referral(at.safelead(), lead(), command, of, next, record::Answer::unknown));
    };
    crowded.is_crowded = true;
    const auto half = send_it();
    crowded.is_crowded = false;
    EXPECT_FALSE(half);
    EXPECT_TRUE(!half && half.error() == NotDone{Crowded{}});
    EXPECT_EQ(at_sender(next).state, record::ReferralState::sent);
    EXPECT_FALSE(record::is_sent_on(at_sender(referral)));
    EXPECT_TRUE(send_it());
    EXPECT_TRUE(record::is_sent_on(at_sender(referral)));
    EXPECT_EQ(received_referrals(at.safelead(), right).value().size(), 1U) << "it was sent once";
    at.restart();
}

TEST_F(RoundTrip, ARedirectedReferralThatNobodySendsOnIsShownToTheSenderAndThenToTheManagers)
{
    const auto referral = sent_to(worker());
    ASSERT_TRUE(answer(worker(), referral, StepKind::redirected));
    (void)wait_for(escalate_unread(at.safelead()));
    EXPECT_EQ(at_sender(referral).steps.size(), 1U);
    at.clock().pass(31h);  // Tuesday, 17:00: the next working day is over.
    (void)wait_for(escalate_unread(at.safelead()));
    EXPECT_EQ(at_sender(referral).steps.back().said.kind, StepKind::silence_noticed);
    EXPECT_EQ(referrals_sent(at.safelead(), lead()).value().front().alarm, record::Alarm::sender);
    at.clock().pass(24h);
    (void)wait_for(escalate_unread(at.safelead()));
    EXPECT_EQ(at_sender(referral).steps.back().said.kind, StepKind::managers_told);
    const auto head = at.actor("head@fennimore.example");
    EXPECT_EQ(referrals_sent(at.safelead(), head).value().front().alarm, record::Alarm::managers);
    ASSERT_TRUE(follow(referral, StepKind::closed));
    EXPECT_EQ(at_receiver(worker(), referral).state, record::ReferralState::closed);
}

TEST_F(RoundTrip, WhatWasRedirectedByMistakeIsTakenBackAndSentOnAllTheSameWhereItsSenderWantsThat)
{
    const auto referral = sent_to(worker());
    ASSERT_TRUE(answer(worker(), referral, StepKind::redirected));
    const auto right = at.actor("socialworker@neighbour.example");
    const auto next = referring().begin(test::first_child_to(right, referral));
    ASSERT_TRUE(answer(worker(), referral, StepKind::received));
    EXPECT_EQ(at_sender(referral).state, record::ReferralState::received);
    EXPECT_TRUE(at_sender(referral).answer_by) << "and they are to answer it";
    ASSERT_TRUE(send(next));
    EXPECT_EQ(received_referrals(at.safelead(), right).value().size(), 1U);
    EXPECT_EQ(at_sender(referral).steps.back().said.kind, StepKind::received) << "it is not sent on";
    ASSERT_TRUE(answer(worker(), referral, StepKind::decided));
}

TEST_F(RoundTrip, ADraftIsDiscardedAndWaitsForNobody)
{
    const auto referral = begin(worker());
    referring().fill(referral);
    const auto discard = [&](const Actor& who, std::string why) {
        return wait_for(discard_referral(at.safelead(), who, at.command(), of, referral, std::move(why)));
    };
    EXPECT_FALSE(discard(worker(), "no"));
    EXPECT_FALSE(discard(at.actor("head@fennimore.example"), "no")) << "reads, and does not act";
    EXPECT_EQ(referrals_sent(at.safelead(), lead()).value().size(), 1U);
    const auto discarded = discard(lead(), "It was begun twice. " + data);
    ASSERT_TRUE(discarded);
    EXPECT_GT(discarded->taken_out, 0U);
    EXPECT_TRUE(referrals_sent(at.safelead(), lead()).value().empty());
    EXPECT_FALSE(send(referral));
    EXPECT_FALSE(follow(referral, StepKind::disagreement_raised));
    at.clock().pass(100h);
    (void)wait_for(escalate_unread(at.safelead()));
    at.restart();
    const auto now = at_sender(referral);
    EXPECT_TRUE(record::is_discarded(now));
    EXPECT_EQ(now.words.asked, "Please say whether you assess.");
    ASSERT_EQ(now.steps.size(), 1U);
    EXPECT_EQ(now.steps.front().by_name, "Priya Marlowe");
    EXPECT_EQ(now.steps.front().said.words.find("iVBOR"), std::string::npos);
    EXPECT_TRUE(received_referrals(at.safelead(), worker()).value().empty());
    EXPECT_TRUE(wait_for(view_case(at.safelead(), lead(), of)).value().it->referrals.empty());
}

TEST_F(RoundTrip, OneThatWasSentIsNotDiscarded)
{
    const auto referral = sent_to(worker());
    EXPECT_FALSE(
        wait_for(discard_referral(at.safelead(), lead(), at.command(), of, referral, "It was begun twice.")));
    EXPECT_EQ(at_sender(referral).state, record::ReferralState::sent);
}

TEST_F(RoundTrip, WhoeverIsLeftOutOfADraftCanBeTakenInAgain)
{
    const auto referral = begin(worker());
    const auto draft = [&] { return sent_referral(at.safelead(), lead(), of, referral).value(); };
    const auto left_out = draft().left_out;
    ASSERT_EQ(left_out.size(), 1U);
    EXPECT_EQ(left_out.front().ref, record::CaseRef{"B"});
    ReferralText text{draft().it->words, left_out};
    ASSERT_TRUE(wait_for(write_referral(at.safelead(), lead(), at.command(), of, referral, text)));
    ASSERT_EQ(draft().left_out.size(), 1U);
    EXPECT_NE(draft().left_out.front().who.find("born"), std::string::npos) << "as the case has them";
    text.children.push_back(draft().left_out.front());
    ASSERT_TRUE(wait_for(write_referral(at.safelead(), lead(), at.command(), of, referral, text)));
    EXPECT_EQ(at_sender(referral).children.size(), 2U);
    EXPECT_TRUE(draft().left_out.empty());
}

TEST_F(RoundTrip, KeepsWordsAndNoData)
{
    const auto referral = begin(worker());
    const auto view = sent_referral(at.safelead(), lead(), of, referral).value();
    ReferralText text{view.it->words, view.it->children};
    text.words.spread = data;
    const auto written =
        wait_for(write_referral(at.safelead(), lead(), at.command(), of, referral, text)).value();
    EXPECT_GT(written.taken_out, 0U);
    EXPECT_EQ(at_sender(referral).words.spread.find("iVBOR"), std::string::npos);
}

}  // namespace
}  // namespace safelead::app
