#include "app/sign_in.h"

#include "app/drafts.h"
#include "app/practice_people.h"
#include "app/workers.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using test::PracticePartnership;

constexpr std::string_view teacher = "teacher@fennimore.example";

SignIn right()
{
    return {std::string{teacher}, std::string{practice_password}, "192.0.2.1", "", "A browser", ""};
}

SignIn wrong()
{
    auto asked = right();
    asked.password = "another";
    return asked;
}

/// Of somebody from whom no second factor is asked.
Result<SignedIn, SignInRefusal> try_it(PracticePartnership& at, const SignIn& asked)
{
    auto answer = wait_for(sign_in(at.safelead(), asked));
    if (!answer) return fail(answer.error());
    return std::get<SignedIn>(*answer);
}

TEST(SignIn, KnowsThePersonByEMailAndPassword)
{
    PracticePartnership at;
    auto asked = right();
    asked.email = "  Teacher@Fennimore.example ";
    const auto signed_in = try_it(at, asked).value();
    EXPECT_EQ(signed_in.actor.person, at.actor(teacher).person);
    EXPECT_EQ(signed_in.actor.standing, directory::Standing::practice);
    ASSERT_TRUE(actor_of(at.safelead(), signed_in.session).has_value());
    EXPECT_EQ(actor_of(at.safelead(), signed_in.session)->organisation, at.actor(teacher).organisation);
    EXPECT_FALSE(actor_of(at.safelead(), "no such session").has_value());
}

TEST(SignIn, NeverSaysWhetherAnAccountIsThere)
{
    PracticePartnership at;
    auto nobody = wrong();
    nobody.email = "nobody@fennimore.example";
    EXPECT_EQ(try_it(at, wrong()).error(), SignInRefusal::wrong);
    EXPECT_EQ(try_it(at, nobody).error(), SignInRefusal::wrong);
}

TEST(SignIn, SlowsGuessingWithoutKeepingAKnownDeviceOut)
{
    PracticePartnership at;
    const auto known = try_it(at, right()).value().device;
    for (unsigned i = 0; i < at.safelead().options().account_tries; ++i)
        EXPECT_EQ(try_it(at, wrong()).error(), SignInRefusal::wrong);
    EXPECT_EQ(try_it(at, wrong()).error(), SignInRefusal::wait);
    EXPECT_EQ(try_it(at, right()).error(), SignInRefusal::wait);

    auto from_known = right();
    from_known.device = known;
    EXPECT_TRUE(try_it(at, from_known).has_value());
    auto forged = right();
    forged.device = "made up";
    EXPECT_EQ(try_it(at, forged).error(), SignInRefusal::wait);

    at.clock().pass(at.safelead().options().tries_window);
    EXPECT_TRUE(try_it(at, right()).has_value());
}

TEST(SignIn, HoldsOneAddressToItsCeiling)
{
    auto options = PracticePartnership::cheap_options();
    options.address_tries = 3;
    PracticePartnership at{options};
    for (int i = 0; i < 3; ++i) {
        auto asked = wrong();
        asked.email = "nobody" + std::to_string(i) + "@fennimore.example";
        EXPECT_EQ(try_it(at, asked).error(), SignInRefusal::wrong);
    }
    EXPECT_EQ(try_it(at, right()).error(), SignInRefusal::wait);
    auto elsewhere = right();
    elsewhere.address = "192.0.2.2";
    EXPECT_TRUE(try_it(at, elsewhere).has_value());
}

TEST(Session, EndsWhenIdleAndInAnyCaseAfterADay)
{
    PracticePartnership at;
    const auto idle = try_it(at, right()).value().session;
    at.clock().pass(29min);
    EXPECT_TRUE(actor_of(at.safelead(), idle).has_value());
    at.clock().pass(29min);
    EXPECT_TRUE(actor_of(at.safelead(), idle).has_value());
    at.clock().pass(30min);
    EXPECT_FALSE(actor_of(at.safelead(), idle).has_value());

    const auto used = try_it(at, right()).value().session;
    for (int i = 0; i < 35; ++i) {
        at.clock().pass(20min);
        EXPECT_TRUE(actor_of(at.safelead(), used).has_value());
    }
    at.clock().pass(20min);
    EXPECT_FALSE(actor_of(at.safelead(), used).has_value());
}

TEST(Session, EndsAtSignOutAndWithANewPasswordAndIsNewEachTime)
{
    PracticePartnership at;
    const auto first = try_it(at, right()).value();
    auto again = right();
    again.ends = first.session;
    const auto second = try_it(at, again).value();
    EXPECT_NE(second.session, first.session);
    EXPECT_FALSE(actor_of(at.safelead(), first.session).has_value());

    const auto third = try_it(at, right()).value();
    EXPECT_EQ(sessions_of(at.safelead(), third.actor).size(), 2U);
    end_session(at.safelead(), at.actor("teacher2@fennimore.example"), second.actor.session);
    EXPECT_TRUE(actor_of(at.safelead(), second.session).has_value());
    end_session(at.safelead(), third.actor, second.actor.session);
    EXPECT_FALSE(actor_of(at.safelead(), second.session).has_value());
    sign_out(at.safelead(), third.session);
    EXPECT_FALSE(actor_of(at.safelead(), third.session).has_value());

    const auto fourth = try_it(at, right()).value();
    ASSERT_TRUE(
        wait_for(set_password(at.safelead(), at.command(), fourth.actor.person, "another")).has_value());
    EXPECT_FALSE(actor_of(at.safelead(), fourth.session).has_value());
    EXPECT_TRUE(try_it(at, wrong()).has_value());
}

Draft typed()
{
    return {"concern",
            std::nullopt,
            {{"words", "She told me \xE2\x80\x94 at lunch\r\n that"}, {"where", ""}},
            {}};
}

TEST(Draft, SurvivesATimeOutARestartAndANewSignIn)
{
    PracticePartnership at;
    const auto session = try_it(at, right()).value();
    ASSERT_TRUE(save_draft(at.safelead(), session.actor, typed()).has_value());
    at.clock().pass(31min);
    ASSERT_FALSE(actor_of(at.safelead(), session.session).has_value());
    auto later = typed();
    later.fields[0].second += " she was followed";
    ASSERT_TRUE(save_draft_after_time_out(at.safelead(), session.session, later).has_value());
    at.restart();
    const auto back = try_it(at, right()).value();
    const auto kept = draft(at.safelead(), back.actor, "concern");
    ASSERT_TRUE(kept.has_value());
    EXPECT_EQ(kept->fields, later.fields);

    EXPECT_FALSE(draft(at.safelead(), at.actor("teacher2@fennimore.example"), "concern").has_value());
    forget_draft(at.safelead(), back.actor, "concern");
    EXPECT_FALSE(draft(at.safelead(), back.actor, "concern").has_value());
}

TEST(Draft, HasLimitsAndIsNoWayInForAFile)
{
    auto options = PracticePartnership::cheap_options();
    options.longest_draft = 1000;
    options.most_drafts = 2;
    PracticePartnership at{options};
    const auto actor = at.actor(teacher);
    auto long_one = typed();
    long_one.fields[0].second.assign(1000, 'a');
    EXPECT_EQ(save_draft(at.safelead(), actor, long_one).error(), NotDone{TooMuch{}});
    for (const auto* form : {"one", "two", "one"}) {
        auto draft = typed();
        draft.form = form;
        EXPECT_TRUE(save_draft(at.safelead(), actor, draft).has_value());
    }
    EXPECT_EQ(save_draft(at.safelead(), actor, typed()).error(), NotDone{TooMuch{}});

    auto file = typed();
    file.form = "one";
    file.fields[0].second =
        "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4";
    ASSERT_TRUE(save_draft(at.safelead(), actor, file).has_value());
    EXPECT_EQ(draft(at.safelead(), actor, "one")->fields[0].second.find("base64"), std::string::npos);
}

TEST(Workers, RefuseWhatIsMoreThanTheirQueueHolds)
{
    Signal hold;
    Workers workers{1, 1};
    Signal started;
    auto first = workers.run([&] {
        started.open();
        hold.wait();
        return 1;
    });
    started.wait();
    auto second = workers.run([] { return 2; });
    const auto third = workers.run([] { return 3; });
    EXPECT_FALSE(third.has_value());
    hold.open();
    EXPECT_EQ(wait_for(*std::move(first)), 1);
    EXPECT_EQ(wait_for(*std::move(second)), 2);
    auto thrown = workers.run([]() -> int { throw Bug{"on purpose"}; });
    EXPECT_THROW((void)wait_for(*std::move(thrown)), Bug);
}

}  // namespace
}  // namespace safelead::app
