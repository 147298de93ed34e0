#pragma once

// A school that refers and the front door that answers, in a practice partnership: what tests of both ends
// need.

#include "app/cases.h"
#include "app/referrals.h"
#include "support/practice_partnership.h"
#include "support/referring.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace safelead::test {

class TwoEnds : public testing::Test {
protected:
    void SetUp() override
    {
        const auto cases = app::list_cases(at.safelead(), lead()).value();
        of = cases.cases.front().it->reference;
    }

    app::Actor lead() { return at.actor("lead@fennimore.example"); }
    app::Actor deputy() { return at.actor("deputy@fennimore.example"); }
    app::Actor head() { return at.actor("head@fennimore.example"); }
    app::Actor worker() { return at.actor("socialworker@frontdoor.example"); }
    app::Actor manager() { return at.actor("manager@frontdoor.example"); }

    /// Begun and written by the lead, not sent. `change` may change what it says.
    record::Reference drafted_to(const app::Actor& receiver, const Referring::Change& change = {})
    {
        return Referring{at, lead(), of}.draft(first_child_to(receiver), change);
    }

    record::Reference sent_to(const app::Actor& receiver)
    {
        return Referring{at, lead(), of}.refer(first_child_to(receiver));
    }

    static record::StepSaid said(record::StepKind kind)
    {
        record::StepSaid said{};
        said.kind = kind;
        said.words = "It was said.";
        said.decided_as = record::DecidedAs::other_services;
        return said;
    }

    void answer(const app::Actor& who, const record::Reference& referral, record::StepKind kind)
    {
        EXPECT_TRUE(wait_for(app::answer_referral(at.safelead(), who, at.command(), referral, said(kind))));
    }

    void follow(const record::Reference& referral, record::StepKind kind)
    {
        EXPECT_TRUE(
            wait_for(app::follow_referral(at.safelead(), lead(), at.command(), of, referral, said(kind))));
    }

    record::Referral at_sender(const record::Reference& referral)
    {
        return *app::sent_referral(at.safelead(), lead(), of, referral).value().it;
    }

    void keep_in_case(record::Keepable record)
    {
        ASSERT_TRUE(wait_for(app::change_case(at.safelead(), lead(), at.command(), of,
                                              record::KeepRecord{std::move(record)})));
    }

    PracticePartnership at;
    record::Reference of{""};
};

}  // namespace safelead::test
