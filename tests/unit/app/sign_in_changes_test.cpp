#include "app/sign_in_changes.h"

#include "app/accounts.h"
#include "app/invitations.h"
#include "app/notices.h"
#include "app/own_password.h"
#include "app/parts.h"
#include "app/people_here.h"
#include "app/practice_people.h"
#include "base/unavailable.h"
#include "support/mail_bag.h"
#include "support/passing_in_front.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using test::PracticePartnership;

class ChangedSignIn : public ::testing::Test {
protected:
    void change_own(std::string old_one, std::string new_one)
    {
        ASSERT_TRUE(wait_for(change_own_password(at.safelead(), teacher,
                                                 {std::move(old_one), std::move(new_one), "A browser", ""}))
                        .has_value());
    }
    std::vector<SignInChange> changes() { return sign_in_changes(at.safelead(), teacher.person); }

    PracticePartnership at;
    Actor teacher = at.actor("teacher@fennimore.example");
};

TEST_F(ChangedSignIn, IsNewsUntilTheyLookAndStandsThereAfterwards)
{
    EXPECT_TRUE(changes().empty());
    change_own(std::string{practice_password}, "a long one of my own");
    ASSERT_EQ(changes().size(), 1U);
    EXPECT_EQ(changes()[0].what, SignInChanged::password);
    EXPECT_TRUE(changes()[0].is_news);

    see_sign_in_changes(at.safelead(), teacher.person, changes());
    at.restart();
    ASSERT_EQ(changes().size(), 1U);
    EXPECT_FALSE(changes()[0].is_news);

    at.clock().pass(std::chrono::days{91});
    EXPECT_TRUE(changes().empty());
}

TEST_F(ChangedSignIn, IsToldOfWhatTheOperatorDidToo)
{
    ASSERT_TRUE(wait_for(set_password(at.safelead(), at.command(), teacher.person, "another")).has_value());
    ASSERT_EQ(changes().size(), 1U);
    EXPECT_EQ(changes()[0].what, SignInChanged::password);
    EXPECT_TRUE(changes()[0].is_news);
}

TEST_F(ChangedSignIn, IsToldOfAnAddressThatWasChangedForThem)
{
    test::MailBag bag;
    ASSERT_TRUE(wait_for(change_email_here(at.safelead(), at.actor("office@fennimore.example"), at.command(),
                                           teacher.person, "grace@fennimore.example")));
    ASSERT_EQ(changes().size(), 1U);
    EXPECT_EQ(changes()[0].what, SignInChanged::email);
    EXPECT_EQ(carry_mail(at.safelead(), bag).sent, 1U) << "to the new one: the old one may be nobody's now";
}

TEST_F(ChangedSignIn, IsToldOnceOfWhatWasSentTwice)
{
    test::MailBag bag;
    const auto command = at.command();
    for (int turn = 0; turn < 2; ++turn) {
        ASSERT_TRUE(wait_for(set_password(at.safelead(), command, teacher.person, "another")).has_value());
        EXPECT_EQ(changes().size(), 1U);
        EXPECT_EQ(carry_mail(at.safelead(), bag).sent, turn == 0 ? 1U : 0U);
        at.clock().pass(1min);
    }
    see_sign_in_changes(at.safelead(), teacher.person, changes());
    ASSERT_TRUE(wait_for(set_password(at.safelead(), command, teacher.person, "another")).has_value());
    EXPECT_FALSE(changes().at(0).is_news) << "nor once they have looked";
}

TEST_F(ChangedSignIn, IsToldOfAResetWhenItIsAskedForAndWhenItIsDone)
{
    test::MailBag bag;
    const auto lead = at.actor("lead@fennimore.example").person;
    const auto newest = [&] { return sign_in_changes(at.safelead(), lead).at(0).what; };
    ASSERT_TRUE(
        wait_for(ask_sign_in_reset(at.safelead(), at.actor("head@fennimore.example"), at.command(), lead)));
    EXPECT_EQ(newest(), SignInChanged::reset_asked);
    EXPECT_EQ(carry_mail(at.safelead(), bag).sent, 1U);
    at.clock().pass(1min);
    ASSERT_TRUE(wait_for(
        agree_sign_in_reset(at.safelead(), at.actor("deputy@fennimore.example"), at.command(), lead)));
    EXPECT_EQ(newest(), SignInChanged::was_reset);
    EXPECT_EQ(carry_mail(at.safelead(), bag).sent, 1U);
    for (const auto& mail : bag.taken) EXPECT_EQ(mail.to, "lead@fennimore.example");
}

TEST_F(ChangedSignIn, IsToldOfAnInvitationWhereItTookAwayHowTheySignIn)
{
    const auto head = at.actor("head@fennimore.example");
    const auto command = at.command();
    for (int turn = 0; turn < 2; ++turn) {
        ASSERT_TRUE(wait_for(invite(at.safelead(), head, command, teacher.person)));
        ASSERT_EQ(changes().size(), 1U);
        EXPECT_EQ(changes()[0].what, SignInChanged::was_reset);
    }
    ASSERT_TRUE(wait_for(invite(at.safelead(), head, at.command(), teacher.person)));
    EXPECT_EQ(changes().size(), 1U) << "they had no way in any more";
}

/// Nothing can be noted of what was changed while it is broken, as where the program ends.
class BrokenStore final : public test::PassingInFront {
public:
    using PassingInFront::PassingInFront;

    void put(const ledger::PassingRow& row) override
    {
        if (is_broken && row.kind != "sign-in-changing") throw Unavailable{"The database is out of reach."};
        PassingInFront::put(row);
    }

    bool is_broken = false;
};

TEST_F(ChangedSignIn, IsToldByTheSecondSendingWhereTheFirstCouldNotBeNoted)
{
    BrokenStore store{at.passing()};
    at.safelead().parts().passing.emplace(store, crypto::SecretKey::random());
    const auto command = at.command();
    store.is_broken = true;
    EXPECT_THROW((void)wait_for(set_password(at.safelead(), command, teacher.person, "another")),
                 Unavailable);
    store.is_broken = false;
    EXPECT_TRUE(changes().empty());
    ASSERT_TRUE(wait_for(set_password(at.safelead(), command, teacher.person, "another")).has_value());
    ASSERT_EQ(changes().size(), 1U);
    EXPECT_TRUE(changes()[0].is_news);
    test::MailBag bag;
    EXPECT_EQ(carry_mail(at.safelead(), bag).sent, 1U);
}

TEST_F(ChangedSignIn, IsToldByTheTimerWhereItCouldNotBeNoted)
{
    BrokenStore store{at.passing()};
    at.safelead().parts().passing.emplace(store, crypto::SecretKey::random());
    store.is_broken = true;
    EXPECT_THROW((void)wait_for(set_password(at.safelead(), at.command(), teacher.person, "another")),
                 Unavailable);
    store.is_broken = false;
    at.clock().pass(1h);
    test::MailBag bag;
    for (int turn = 0; turn < 2; ++turn) {
        finish_sign_in_changes(at.safelead());
        ASSERT_EQ(changes().size(), 1U);
        EXPECT_EQ(changes()[0].what, SignInChanged::password);
        EXPECT_EQ(changes()[0].at, at.clock().now() - 1h);
        EXPECT_EQ(carry_mail(at.safelead(), bag).sent, turn == 0 ? 1U : 0U);
    }
}

TEST_F(ChangedSignIn, IsNotToldByTheTimerOfWhatWasNeverKept)
{
    begin_sign_in_change(at.safelead().parts(), at.command(),
                         directory::SetPassword{teacher.person, "a hash", directory::by_operator()});
    for (const auto later : {0min, 11min}) {
        at.clock().pass(later);
        finish_sign_in_changes(at.safelead());
        EXPECT_TRUE(changes().empty());
    }
    EXPECT_TRUE(at.passing().list("sign-in-changing", at.clock().now()).empty());
}

TEST_F(ChangedSignIn, StaysNewsWhereItCameAfterTheyLooked)
{
    change_own(std::string{practice_password}, "a long one of my own");
    const auto shown = changes();
    at.clock().pass(1min);
    change_own("a long one of my own", "another long one of mine");
    see_sign_in_changes(at.safelead(), teacher.person, shown);
    ASSERT_EQ(changes().size(), 2U);
    EXPECT_TRUE(changes()[0].is_news);
    EXPECT_FALSE(changes()[1].is_news);
    see_sign_in_changes(at.safelead(), at.actor("lead@fennimore.example").person, changes());
    EXPECT_TRUE(changes()[0].is_news) << "nobody else looks for them";
}

TEST_F(ChangedSignIn, IsNotToldOfOneThatWasRefused)
{
    EXPECT_FALSE(wait_for(change_own_password(at.safelead(), teacher,
                                              {"wrong", "a long one of my own", "A browser", ""}))
                     .has_value());
    EXPECT_TRUE(changes().empty());
}

TEST_F(ChangedSignIn, KeepsTheTenNewest)
{
    std::string old_one{practice_password};
    for (int i = 0; i < 12; ++i) {
        at.clock().pass(1h);
        auto new_one = "a long one of my own " + std::to_string(i);
        change_own(std::move(old_one), new_one);
        old_one = std::move(new_one);
    }
    ASSERT_EQ(changes().size(), 10U);
    EXPECT_GT(changes().front().at, changes().back().at);
    EXPECT_EQ(changes().front().at - changes().back().at, 9h);
}

TEST_F(ChangedSignIn, GoesToThemByMailWhetherTheyWantAnyOrNot)
{
    test::MailBag bag;
    change_own(std::string{practice_password}, "a long one of my own");
    EXPECT_EQ(carry_mail(at.safelead(), bag).sent, 1U);
    ASSERT_TRUE(wait_for(set_notices(at.safelead(), teacher, at.command(), directory::Notices::by_mail)));
    change_own("a long one of my own", "another long one of mine");
    EXPECT_EQ(carry_mail(at.safelead(), bag).sent, 1U);
    ASSERT_EQ(bag.taken.size(), 2U);
    for (const auto& mail : bag.taken) EXPECT_EQ(mail.to, "teacher@fennimore.example");
}

}  // namespace
}  // namespace safelead::app
