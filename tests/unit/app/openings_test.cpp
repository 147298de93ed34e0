// A case that is closed to somebody, and can't wait.

#include "app/openings.h"

#include "app/cases.h"
#include "app/escalate.h"
#include "app/notices.h"
#include "app/reads.h"
#include "app/tasks.h"
#include "support/mail_bag.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using directory::OpeningJudged;
using test::PracticePartnership;

class LockedCase : public ::testing::Test {
protected:
    LockedCase()
    {
        of = wait_for(open_case(at.safelead(), lead, at.command(), {at.report().reference}))->reference;
        keep(record::CaseLocked{lead.person, head.person, "Somebody close to it works here."});
    }

    void keep(record::Keepable record)
    {
        EXPECT_TRUE(wait_for(
            change_case(at.safelead(), lead, at.command(), of, record::KeepRecord{std::move(record)})));
    }

    bool reads(const Actor& actor) { return wait_for(view_case(at.safelead(), actor, of)).has_value(); }

    Outcome<record::Reference> open(const Actor& actor, std::string why = "A child is not home.")
    {
        return wait_for(open_by_force(at.safelead(), actor, at.command(), std::string{of.text()}, why));
    }

    static record::CaseRefused why(const Outcome<record::Reference>& refused)
    {
        return std::get<record::CaseRefusal>(refused.error()).why;
    }

    PracticePartnership at;
    Actor lead = at.actor("lead@fennimore.example");
    Actor deputy = at.actor("deputy@fennimore.example");
    Actor head = at.actor("head@fennimore.example");
    Actor coordinator = at.actor("coordinator@partnership.example");
    record::Reference of{""};
};

TEST_F(LockedCase, IsReadByThoseNamedAndNobodyElse)
{
    EXPECT_TRUE(reads(lead));
    EXPECT_TRUE(reads(head));
    EXPECT_FALSE(reads(deputy));
    keep(record::ReaderNamed{lead.person, deputy.person, "They stand in."});
    EXPECT_TRUE(reads(deputy));
    at.restart();
    EXPECT_TRUE(reads(deputy)) << "folded anew";
}

TEST_F(LockedCase, IsNotHandedOverToWhoeverHasItOpenForANight)
{
    keep(record::OwnTaskSet{record::TaskId{""}, lead.person, "Ring them.", {}, record::Clock::real, 1, {}});
    const auto before = wait_for(view_case(at.safelead(), lead, of)).value();
    const auto task = before.it->tasks.back().set.task;
    ASSERT_TRUE(open(deputy));
    EXPECT_FALSE(wait_for(view_case(at.safelead(), deputy, of))->readers.contains(deputy.person))
        << "nor are they offered";
    const auto refusal = [&](const Actor& by, record::Keepable record) {
        const auto kept =
            wait_for(change_case(at.safelead(), by, at.command(), of, record::KeepRecord{std::move(record)}));
        return std::get<record::CaseRefusal>(kept.error());
    };
    const record::CaseRefusal to{record::CaseRefused::not_a_reader, {"to"}};
    EXPECT_EQ(refusal(deputy, record::CaseHandedOver{deputy.person, deputy.person, "I see to it."}), to);
    EXPECT_EQ(refusal(lead, record::CaseHandedOver{lead.person, deputy.person, "They see to it."}), to);
    EXPECT_EQ(refusal(lead, record::TaskGiven{task, lead.person, deputy.person, ""}), to);
    EXPECT_EQ(refusal(deputy, record::CaseHandedOver{deputy.person, head.person, "It is yours."}).why,
              record::CaseRefused::opened_by_force);

    const auto all = wait_for(
        hand_over(at.safelead(), deputy, at.command(), lead.person, deputy.person, "They are away."));
    ASSERT_TRUE(all);
    EXPECT_EQ(all->left, 1U);
    EXPECT_EQ(wait_for(view_case(at.safelead(), lead, of))->it->lead, lead.person);
    at.clock().pass(13h);
    (void)wait_for(escalate_unread(at.safelead()));
    EXPECT_FALSE(reads(deputy));
}

TEST_F(LockedCase, IsOpenedForANightWithAReason)
{
    EXPECT_EQ(why(open(deputy, "  ")), record::CaseRefused::no_reason);
    EXPECT_FALSE(reads(deputy));
    ASSERT_EQ(open(deputy).value(), of);
    EXPECT_TRUE(reads(deputy));
    at.clock().pass(11h);
    (void)wait_for(escalate_unread(at.safelead()));
    EXPECT_TRUE(reads(deputy));
    at.clock().pass(2h);
    (void)wait_for(escalate_unread(at.safelead()));
    EXPECT_FALSE(reads(deputy)) << "the night is over";
    EXPECT_EQ(open(deputy).value(), of) << "and it can be opened again";
}

TEST_F(LockedCase, DoesNotOpenToWhoeverIsKeptOutNorTellsThemOfIt)
{
    keep(record::PersonKeptOut{lead.person, deputy.person, record::TooNear::own_child, "They said so."});
    EXPECT_EQ(why(open(deputy)), record::CaseRefused::nothing_to_open);
    const auto nothing =
        wait_for(open_by_force(at.safelead(), deputy, at.command(), "C-0000-0000", "A child is not home."));
    EXPECT_EQ(why(nothing), record::CaseRefused::nothing_to_open) << "the same answer";
    EXPECT_TRUE(openings(at.safelead(), head)->empty());
}

TEST_F(LockedCase, IsOpenedOnlyByWhoeverReadsCasesThere)
{
    for (const char* other : {"teacher@fennimore.example", "office@fennimore.example",
                              "coordinator@partnership.example", "socialworker@frontdoor.example"})
        EXPECT_TRUE(std::holds_alternative<NotAllowed>(open(at.actor(other)).error())) << other;
    EXPECT_EQ(why(open(at.actor("lead@littlewendle.example"))), record::CaseRefused::nothing_to_open);
    EXPECT_TRUE(open(lead)) << "whoever reads it anyway is shown the way";
    EXPECT_TRUE(openings(at.safelead(), head)->empty()) << "and opened nothing";
}

TEST_F(LockedCase, IsSeenAtOnceByTheHeadAndWithoutNamesByTheCoordinator)
{
    ASSERT_TRUE(open(deputy));
    const auto at_school = openings(at.safelead(), head).value();
    ASSERT_EQ(at_school.size(), 1U);
    EXPECT_EQ(at_school.front().who, deputy.name);
    EXPECT_EQ(at_school.front().of, of) << "the head is one of those who read it";
    EXPECT_EQ(openings_to_look_at(at.safelead(), head), 1U);
    const auto outside = openings(at.safelead(), coordinator).value();
    ASSERT_EQ(outside.size(), 1U);
    EXPECT_EQ(outside.front().who, "");
    EXPECT_EQ(outside.front().of, std::nullopt);
    EXPECT_FALSE(outside.front().may_review);
    const auto chair = openings(at.safelead(), at.actor("chair@fennimore.example")).value();
    ASSERT_EQ(chair.size(), 1U);
    EXPECT_EQ(chair.front().of, std::nullopt) << "the chair does not read it";
    EXPECT_FALSE(openings(at.safelead(), at.actor("teacher@fennimore.example")));
    EXPECT_TRUE(openings(at.safelead(), at.actor("head@littlewendle.example"))->empty());
}

TEST_F(LockedCase, ThatWasOpenedIsLookedAtBySomebodyElseOnce)
{
    ASSERT_TRUE(open(deputy));
    const auto opening = openings(at.safelead(), head)->front().id;
    const auto review = [&](const Actor& by, std::string words) {
        return wait_for(review_opening(at.safelead(), by, at.command(), opening,
                                       OpeningJudged::could_have_waited, std::move(words)));
    };
    EXPECT_FALSE(review(deputy, "It was right."));
    EXPECT_FALSE(review(coordinator, "I looked."));
    EXPECT_FALSE(review(head, " "));
    ASSERT_TRUE(review(head, "We talked it over."));
    EXPECT_FALSE(review(head, "Again."));
    EXPECT_EQ(openings_to_look_at(at.safelead(), head), 0U);
    EXPECT_EQ(openings(at.safelead(), head)->front().review->words, "We talked it over.");
    EXPECT_EQ(openings(at.safelead(), coordinator)->front().review->words, "") << "that they looked, no more";
}

TEST_F(LockedCase, OfWhichTheHeadIsKeptOutTellsTheHeadNothing)
{
    keep(record::PersonKeptOut{lead.person, head.person, record::TooNear::allegation, "It is about them."});
    ASSERT_TRUE(open(deputy));
    EXPECT_TRUE(openings(at.safelead(), head)->empty());
    EXPECT_EQ(openings_to_look_at(at.safelead(), at.actor("chair@fennimore.example")), 1U);
}

/// The lead is meant, and nobody is named: naming is optional.
class CaseAboutTheLead : public ::testing::Test {
protected:
    CaseAboutTheLead()
    {
        const auto reported = at.report([](Report& report) {
            report.staff_involved = record::StaffInvolved::lead;
            report.people_involved = {};
        });
        of = wait_for(open_case(at.safelead(), head, at.command(), {reported.reference}))->reference;
    }

    Outcome<record::Reference> open(const Actor& actor, const record::Reference& reference)
    {
        return wait_for(open_by_force(at.safelead(), actor, at.command(), std::string{reference.text()},
                                      "A child is not home."));
    }

    bool reads(const Actor& actor) { return wait_for(view_case(at.safelead(), actor, of)).has_value(); }

    PracticePartnership at;
    Actor lead = at.actor("lead@fennimore.example");
    Actor deputy = at.actor("deputy@fennimore.example");
    Actor head = at.actor("head@fennimore.example");
    Actor chair = at.actor("chair@fennimore.example");
    record::Reference of{""};
};

TEST_F(CaseAboutTheLead, OpensByForceToNobodyItWasRoutedPastAndTellsThemNothing)
{
    for (const auto& actor : {lead, deputy}) {
        const auto refused = open(actor, of);
        ASSERT_FALSE(refused) << actor.name;
        const auto nothing = open(actor, record::Reference{"C-0000-0000"});
        EXPECT_EQ(std::get<record::CaseRefusal>(refused.error()),
                  std::get<record::CaseRefusal>(nothing.error()))
            << "the same answer";
        EXPECT_FALSE(reads(actor));
    }
    EXPECT_TRUE(openings(at.safelead(), head)->empty()) << "nothing was written";
}

TEST_F(CaseAboutTheLead, OpensByForceToWhoeverStandsAboveIt)
{
    EXPECT_FALSE(reads(chair)) << "the head has it";
    ASSERT_TRUE(open(chair, of));
    EXPECT_TRUE(reads(chair));
    EXPECT_FALSE(reads(lead));
    ASSERT_EQ(openings(at.safelead(), head)->size(), 1U);
    EXPECT_EQ(openings(at.safelead(), head)->front().of, of);
}

TEST_F(LockedCase, TellsThoseAboveByMailThatSomethingWaits)
{
    test::MailBag bag;
    ASSERT_TRUE(open(deputy));
    (void)carry_mail(at.safelead(), bag);
    std::vector<std::string> to;
    for (const auto& mail : bag.taken) to.push_back(mail.to);
    std::ranges::sort(to);
    EXPECT_EQ(to, (std::vector<std::string>{"chair@fennimore.example", "coordinator@partnership.example",
                                            "head@fennimore.example"}));
}

}  // namespace
}  // namespace safelead::app
