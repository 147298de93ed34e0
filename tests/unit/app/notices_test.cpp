#include "app/notices.h"

#include "support/practice_partnership.h"

#include <gtest/gtest.h>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using directory::Notices;
using test::PracticePartnership;

/// Keeps what it is given, and answers as it is told to.
class Bag final : public post::Carrier {
public:
    std::vector<post::Sent> carry(std::span<const post::Mail> mail) override
    {
        for (const auto& one : mail) taken.push_back(one);
        return std::vector<post::Sent>(mail.size(), answer);
    }
    std::vector<post::Mail> taken;
    post::Sent answer = post::Sent::sent;
};

class TellingPeople : public ::testing::Test {
protected:
    void want(const Actor& actor, Notices notices = Notices::by_mail)
    {
        ASSERT_TRUE(wait_for(set_notices(at.safelead(), actor, at.command(), notices)));
    }
    std::size_t queue() { return queue_notices(at.safelead()); }
    MailCarried carry() { return carry_mail(at.safelead(), bag); }

    PracticePartnership at;
    Actor lead = at.actor("lead@fennimore.example");
    Bag bag;
};

TEST_F(TellingPeople, BeginsOnlyWhenSomebodyAsksForIt)
{
    (void)at.report();
    EXPECT_EQ(queue(), 0U);
    EXPECT_EQ(notices_of(at.safelead(), lead), Notices::none);
    want(lead);
    EXPECT_EQ(notices_of(at.safelead(), lead), Notices::by_mail);
    EXPECT_EQ(queue(), 1U);
    EXPECT_EQ(carry().sent, 1U);
    ASSERT_EQ(bag.taken.size(), 1U);
    EXPECT_EQ(bag.taken[0].to, "lead@fennimore.example");
    EXPECT_EQ(carry().sent, 0U);
}

TEST_F(TellingPeople, IsOnceForTheSameThing)
{
    want(lead);
    (void)at.report();
    EXPECT_EQ(queue(), 1U);
    at.clock().pass(1h);
    EXPECT_EQ(queue(), 0U);
    at.restart();
    EXPECT_EQ(queue(), 0U);
}

TEST_F(TellingPeople, IsAtMostOnceInAQuarterOfAnHourAndForgetsNothing)
{
    want(lead);
    (void)at.report();
    EXPECT_EQ(queue(), 1U);
    (void)at.report();
    EXPECT_EQ(queue(), 0U);
    at.clock().pass(16min);
    EXPECT_EQ(queue(), 1U);
    at.clock().pass(1h);
    EXPECT_EQ(queue(), 0U);
}

TEST_F(TellingPeople, TellsNobodyOfWhatTheyMayNotRead)
{
    want(lead);
    want(at.actor("teacher@fennimore.example"));
    EXPECT_EQ(queue(), 1U) << "of what waits from the beginning";
    at.clock().pass(16min);
    (void)at.report([](Report& report) { report.staff_involved = record::StaffInvolved::lead; });
    EXPECT_EQ(queue(), 0U);
    (void)at.report();
    EXPECT_EQ(queue(), 1U);
}

TEST_F(TellingPeople, TriesAgainUntilItIsTakenAndSurvivesAStop)
{
    want(lead);
    (void)at.report();
    EXPECT_EQ(queue(), 1U);
    bag.answer = post::Sent::later;
    EXPECT_EQ(carry().tried_later, 1U);
    EXPECT_EQ(carry().tried_later, 0U);  // Not yet.
    at.restart();
    at.clock().pass(2min);
    bag.answer = post::Sent::sent;
    EXPECT_EQ(carry().sent, 1U);
    ASSERT_EQ(bag.taken.size(), 2U);
    EXPECT_EQ(bag.taken[0].id, bag.taken[1].id);
}

TEST_F(TellingPeople, GivesUpInTheEnd)
{
    want(lead);
    (void)at.report();
    EXPECT_EQ(queue(), 1U);
    bag.answer = post::Sent::later;
    std::size_t given_up = 0;
    for (int i = 0; i < 20; ++i) {
        given_up += carry().given_up;
        at.clock().pass(3h);
    }
    EXPECT_EQ(given_up, 1U);
    EXPECT_EQ(bag.taken.size(), 10U);
}

TEST_F(TellingPeople, EndsWhenSomebodyWantsNoneAnyMore)
{
    want(lead);
    (void)at.report();
    EXPECT_EQ(queue(), 1U);
    want(lead, Notices::none);
    EXPECT_EQ(carry().sent, 0U);
    EXPECT_TRUE(bag.taken.empty());
}

}  // namespace
}  // namespace safelead::app
