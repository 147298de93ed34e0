// What is told outside, as somebody asks for it: the notice, what the police recorded, and what was shared.

#include "app/cases.h"
#include "app/referrals.h"
#include "app/shared_in_case.h"
#include "record/kept_in.h"
#include "record/sharing_log.h"
#include "support/practice_partnership.h"
#include "support/referring.h"

#include <gtest/gtest.h>

namespace safelead::app {
namespace {

using record::AgencyKind;
using record::CaseRefused;

class PoliceTold : public ::testing::Test {
protected:
    PoliceTold()
    {
        of = wait_for(open_case(at.safelead(), lead, at.command(), {at.report().reference}))->reference;
    }

    Outcome<CaseChanged> change(record::CaseCommand command)
    {
        return wait_for(change_case(at.safelead(), lead, at.command(), of, std::move(command)));
    }

    static record::RecordReferral told(AgencyKind kind,
                                       std::optional<record::PoliceNotice> notice = std::nullopt)
    {
        return {{PersonId{""},
                 "Somebody",
                 "telephone",
                 {"at noon", {}, {}},
                 "What we know.",
                 "",
                 "",
                 kind,
                 notice}};
    }

    record::Case now() { return *wait_for(view_case(at.safelead(), lead, of)).value().it; }

    test::PracticePartnership at;
    Actor lead = at.actor("lead@fennimore.example");
    record::Reference of{""};
};

TEST_F(PoliceTold, IsRefusedWithoutTheNoticeAndLeavesNothingBehind)
{
    for (const auto kind : {AgencyKind::police, AgencyKind::not_known}) {
        const auto refused = change(told(kind));
        ASSERT_FALSE(refused);
        EXPECT_EQ(std::get<record::CaseRefusal>(refused.error()).why, CaseRefused::police_notice_first);
    }
    EXPECT_TRUE(now().referrals.empty());
    EXPECT_TRUE(change(told(AgencyKind::police, record::PoliceNotice::shown_and_confirmed)));
    EXPECT_EQ(now().referrals.front().kind, AgencyKind::police);
}

TEST_F(PoliceTold, TakesDataOutOfWhatTheOfficerSaid)
{
    const std::string data =
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk";
    record::PoliceSaid said{PersonId{""},
                            std::nullopt,
                            {"today", {}, {}},
                            "PC Vane",
                            record::Answer::yes,
                            "",
                            "13/100",
                            record::RecordedAs::not_said,
                            "",
                            std::nullopt,
                            "",
                            "",
                            "They wrote " + data};
    const auto kept = change(record::KeepRecord{said});
    ASSERT_TRUE(kept);
    EXPECT_GT(kept->taken_out, 0U);
    const auto state = now();
    const auto all = record::kept_in<record::PoliceSaid>(state);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().it->by, lead.person) << "whoever asks is who said it";
    EXPECT_EQ(all.front().it->said.find("base64"), std::string::npos);
}

TEST_F(PoliceTold, AReferralThatWasSentHereStatesItsBasisInWhatWasShared)
{
    const auto cases = list_cases(at.safelead(), lead).value();
    const auto other = cases.cases.front().it->reference;
    EXPECT_TRUE(referrals_sent_from(at.safelead(), lead, other).value().empty());
    const auto officer = at.actor("officer@police.example");
    const test::Referring referring{at, lead, other};
    const auto referral = referring.draft(test::first_child_to(officer));
    EXPECT_TRUE(referrals_sent_from(at.safelead(), lead, other).value().empty()) << "a draft shares nothing";
    ASSERT_TRUE(referring.send(referral, record::Answer::yes));

    const auto state = *wait_for(view_case(at.safelead(), lead, other)).value().it;
    EXPECT_EQ(state.referrals.back().kind, AgencyKind::police);
    EXPECT_EQ(state.referrals.back().police_notice, record::PoliceNotice::shown_and_confirmed);
    const auto lines = record::sharing_log(state, referrals_sent_from(at.safelead(), lead, other).value());
    ASSERT_FALSE(lines.empty());
    EXPECT_EQ(lines.back().by, record::SharedBy::referral_here);
    EXPECT_TRUE(lines.back().has_basis());
}

TEST_F(PoliceTold, WhatWasSharedIsSeenByNobodyWhoMayNotReadTheCase)
{
    EXPECT_FALSE(referrals_sent_from(at.safelead(), at.actor("teacher@fennimore.example"), of));
    EXPECT_FALSE(referrals_sent_from(at.safelead(), at.actor("lead@littlewendle.example"), of));
}

}  // namespace
}  // namespace safelead::app
