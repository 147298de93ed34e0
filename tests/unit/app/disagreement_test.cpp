// Two agencies that do not agree, and the ladder on which they settle it.

#include "app/cases.h"
#include "app/referrals.h"
#include "support/practice_partnership.h"
#include "support/referring.h"

#include <gtest/gtest.h>

namespace safelead::app {
namespace {

using record::ReferralRefused;
using record::StepKind;

class Disagreement : public testing::Test {
protected:
    Disagreement()
    {
        of = list_cases(at.safelead(), lead)->cases.front().it->reference;
        referral = test::Referring{at, lead, of}.refer(test::first_child_to(worker), record::Answer::unknown);
        for (const auto& rung : step_offers(at.safelead(), lead, std::nullopt).ladder)
            rungs.push_back(rung.id);
    }

    static record::StepSaid said(StepKind kind)
    {
        record::StepSaid said{};
        said.kind = kind;
        said.words = "It was said.";
        said.decided_as = record::DecidedAs::no_further_action;
        said.agreed = record::Answer::yes;
        return said;
    }

    Outcome<ReferralChanged> by_sender(record::StepSaid said)
    {
        return wait_for(follow_referral(at.safelead(), lead, at.command(), of, referral, std::move(said)));
    }

    Outcome<ReferralChanged> by_receiver(record::StepSaid said)
    {
        return wait_for(answer_referral(at.safelead(), worker, at.command(), referral, std::move(said)));
    }

    static record::StepSaid raised(std::string rung, std::string out_of_order = {})
    {
        auto step = said(StepKind::disagreement_raised);
        step.rung = std::move(rung);
        step.out_of_order = std::move(out_of_order);
        return step;
    }

    static ReferralRefused why(const Outcome<ReferralChanged>& refused)
    {
        return std::get<record::ReferralRefusal>(refused.error()).why;
    }

    record::Referral there() { return *wait_for(read_referral(at.safelead(), worker, referral))->it; }
    record::Referral here() { return *sent_referral(at.safelead(), lead, of, referral)->it; }

    test::PracticePartnership at;
    Actor lead = at.actor("lead@fennimore.example");
    Actor worker = at.actor("socialworker@frontdoor.example");
    record::Reference of{""};
    record::Reference referral{""};
    std::vector<std::string> rungs;
};

TEST_F(Disagreement, IsRecordedByBothSidesStepByStepAlsoWhereNobodyHasAnsweredYet)
{
    ASSERT_GE(rungs.size(), 3U);
    EXPECT_EQ(why(by_sender(raised("no such step"))), ReferralRefused::not_on_the_ladder);
    EXPECT_EQ(why(by_sender(raised(rungs.at(1)))), ReferralRefused::not_said);
    ASSERT_TRUE(by_sender(raised(rungs.at(0)))) << "silence is a reason";
    EXPECT_EQ(here().steps, there().steps);
    EXPECT_TRUE(here().disagreement);
    ASSERT_TRUE(by_sender(raised(rungs.at(2), "It can't wait for the managers.")));
    EXPECT_EQ(there().steps.back().said.out_of_order, "It can't wait for the managers.");
    ASSERT_TRUE(by_receiver(said(StepKind::disagreement_answered)));
    EXPECT_EQ(here().steps, there().steps);
    EXPECT_FALSE(here().disagreement) << "it stops when it is agreed";
    ASSERT_TRUE(by_receiver(raised(rungs.at(0)))) << "and a new one may begin, on either side";
    EXPECT_FALSE(here().disagreement->is_answered);
}

TEST_F(Disagreement, CanBeginAfterTheEndAndKeepsTheReferralOnTheList)
{
    ASSERT_TRUE(by_receiver(said(StepKind::received)));
    ASSERT_TRUE(by_receiver(said(StepKind::decided)));
    ASSERT_TRUE(by_sender(said(StepKind::closed)));
    const auto listed = [&] { return referrals_sent(at.safelead(), lead)->size(); };
    const auto before = listed();
    ASSERT_TRUE(by_sender(raised(rungs.at(0))));
    EXPECT_EQ(listed(), before + 1);
    EXPECT_EQ(here().state, record::ReferralState::closed);
    ASSERT_TRUE(by_receiver(said(StepKind::disagreement_answered)));
    EXPECT_EQ(listed(), before);
}

TEST_F(Disagreement, IsOverInBothRecordsAndInTheCaseWhereTheAnswerIsAccepted)
{
    ASSERT_TRUE(by_receiver(said(StepKind::received)));
    ASSERT_TRUE(by_receiver(said(StepKind::decided)));
    ASSERT_TRUE(by_sender(raised(rungs.at(0))));
    auto no = said(StepKind::disagreement_answered);
    no.agreed = record::Answer::no;
    ASSERT_TRUE(by_receiver(no));
    EXPECT_EQ(why(by_sender(said(StepKind::closed))), ReferralRefused::disagreement_open);
    ASSERT_TRUE(by_sender(said(StepKind::disagreement_answered)));
    EXPECT_EQ(here().steps, there().steps);
    EXPECT_FALSE(here().disagreement);
    EXPECT_FALSE(there().disagreement);
    ASSERT_TRUE(by_sender(said(StepKind::closed)));
    EXPECT_EQ(there().state, record::ReferralState::closed);
}

TEST_F(Disagreement, OfTheReceiverIsSettledAtTheLastStepOfTheAreasLadder)
{
    auto no = said(StepKind::disagreement_answered);
    no.agreed = record::Answer::no;
    for (const auto& rung : rungs) {
        ASSERT_TRUE(by_receiver(raised(rung))) << rung;
        ASSERT_TRUE(by_sender(no)) << rung;
        if (rung == rungs.back()) break;
        EXPECT_EQ(why(by_receiver(no)), ReferralRefused::higher_step) << rung;
    }
    ASSERT_TRUE(by_receiver(no));
    EXPECT_FALSE(here().disagreement);
    EXPECT_TRUE(record::ends_own(here(), here().steps.back()));
}

TEST_F(Disagreement, HasAPlainLadderWhereTheAreaHasNone)
{
    const auto plain = step_offers(at.safelead(), lead, OrganisationId{"somebody elsewhere"}).ladder;
    ASSERT_EQ(plain.size(), 2U);
    for (const auto& rung : plain) {
        EXPECT_TRUE(directory::is_plain(rung));
        EXPECT_FALSE(rung.grounds.verified_on);
        EXPECT_FALSE(rung.deadline);
        EXPECT_EQ(rung.grounds.sources.front().tag, "project");
    }
    EXPECT_FALSE(directory::is_plain(step_offers(at.safelead(), lead, std::nullopt).ladder.front()));
}

}  // namespace
}  // namespace safelead::app
