#include "app/notices.h"

#include "app/mail_queue.h"
#include "app/parts.h"
#include "support/mail_bag.h"
#include "support/passing_in_front.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

#include <functional>
#include <utility>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using directory::Notices;
using test::PracticePartnership;

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
    test::MailBag bag;
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

TEST_F(TellingPeople, WhatGoesToAnybodyTakesThePlaceOfWhatWaitsAndWasNotWantedAnyMore)
{
    want(lead);
    (void)at.report();
    EXPECT_EQ(queue(), 1U);
    bag.answer = post::Sent::later;
    EXPECT_EQ(carry().tried_later, 1U);
    want(lead, Notices::none);
    put_in_queue(at.safelead().parts(), lead.person, MailFor::anybody);
    bag.answer = post::Sent::sent;
    at.clock().pass(1h);
    EXPECT_EQ(carry().sent, 1U);
}

/// Carries, and while it does another thing happens that somebody has to be told of.
class SlowBag final : public post::Carrier {
public:
    explicit SlowBag(std::function<void()> a_while) : meanwhile{std::move(a_while)} {}

    std::vector<post::Sent> carry(std::span<const post::Mail> mail, const std::stop_token&) override
    {
        for (const auto& one : mail) ids.push_back(one.id);
        meanwhile();
        return std::vector<post::Sent>(mail.size(), answer);
    }
    std::vector<std::string> ids;
    std::function<void()> meanwhile;
    post::Sent answer = post::Sent::sent;
};

TEST_F(TellingPeople, WhatNobodyMayMissIsSentBesidesWhatIsLeavingAlready)
{
    for (const auto answer : {post::Sent::sent, post::Sent::later, post::Sent::never}) {
        const auto put_in = [&] { put_in_queue(at.safelead().parts(), lead.person, MailFor::anybody); };
        SlowBag slow{put_in};
        slow.answer = answer;
        put_in();
        (void)carry_mail(at.safelead(), slow);
        ASSERT_EQ(slow.ids.size(), 1U);
        slow.meanwhile = [] {};
        slow.answer = post::Sent::sent;
        EXPECT_EQ(carry_mail(at.safelead(), slow).sent, 1U) << "at once, and once";
        ASSERT_EQ(slow.ids.size(), 2U);
        EXPECT_NE(slow.ids[0], slow.ids[1]);
        at.clock().pass(1h);
        EXPECT_EQ(carry_mail(at.safelead(), slow).sent, 0U);
    }
}

TEST_F(TellingPeople, WhatNobodyMayMissIsSentAlsoWhereItCameAtTheLastMoment)
{
    auto& parts = at.safelead().parts();
    test::OvertakenPassing store{at.passing(), mail_kind};
    parts.passing.emplace(store, crypto::SecretKey::random());
    const auto put_in = [&] { put_in_queue(parts, lead.person, MailFor::anybody); };
    for (const auto answer : {post::Sent::sent, post::Sent::later, post::Sent::never}) {
        SlowBag slow{[&] { store.then = put_in; }};
        slow.answer = answer;
        put_in();
        (void)carry_mail(at.safelead(), slow);
        slow.meanwhile = [] {};
        slow.answer = post::Sent::sent;
        EXPECT_EQ(carry_mail(at.safelead(), slow).sent, 1U);
        ASSERT_EQ(slow.ids.size(), 2U);
        EXPECT_NE(slow.ids[0], slow.ids[1]);
        at.clock().pass(1h);
        EXPECT_EQ(carry_mail(at.safelead(), slow).sent, 0U);
    }
}

TEST_F(TellingPeople, WhatTheTimeDidNotSufficeForLeavesNext)
{
    class Hurried final : public post::Carrier {
    public:
        std::vector<post::Sent> carry(std::span<const post::Mail> mail, const std::stop_token&) override
        {
            to.push_back(mail.front().to);
            return {post::Sent::sent};
        }
        std::vector<std::string> to;
    };
    Hurried hurried;
    const auto head = at.actor("head@fennimore.example");
    for (const auto& one : {lead, head}) put_in_queue(at.safelead().parts(), one.person, MailFor::anybody);
    EXPECT_EQ(carry_mail(at.safelead(), hurried).sent, 1U);
    EXPECT_EQ(carry_mail(at.safelead(), hurried).sent, 1U);
    EXPECT_EQ(carry_mail(at.safelead(), hurried).sent, 0U);
    ASSERT_EQ(hurried.to.size(), 2U);
    EXPECT_NE(hurried.to[0], hurried.to[1]);
}

}  // namespace
}  // namespace safelead::app
