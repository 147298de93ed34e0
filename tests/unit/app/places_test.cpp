#include "app/places.h"

#include "app/concerns.h"
#include "app/drafts.h"
#include "app/passkeys.h"
#include "app/people_here.h"
#include "app/practice_people.h"
#include "app/proof_again.h"
#include "app/second_factor.h"
#include "base/bug.h"
#include "crypto/base32.h"
#include "crypto/timed_code.h"
#include "support/issuer_partnership.h"
#include "support/made_up_passkey.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using directory::Role;
using test::PracticePartnership;

constexpr std::string_view ruth = "lead@littlewendle.example";

/// The lead of the primary school teaches at the secondary school too.
void give_second_place(PracticePartnership& at)
{
    const auto added = wait_for(add_here(at.safelead(), at.actor("office@fennimore.example"), at.command(),
                                         {"Ruth Pennefather", std::string{ruth}, {Role::staff}}));
    if (!added) throw_bug("a second place was refused");
}

SignInAnswer with_password(PracticePartnership& at, std::string_view who)
{
    return wait_for(sign_in(at.safelead(), {std::string{who}, std::string{practice_password}, "192.0.2.1", "",
                                            "A browser", ""}))
        .value();
}

class Places : public testing::Test {
protected:
    Places() { give_second_place(at); }

    StepWanted place_wanted() { return std::get<StepWanted>(with_password(at, ruth)); }
    SignedIn at_place(const OrganisationId& where)
    {
        return std::get<SignedIn>(choose_place(at.safelead(), place_wanted().token, where).value());
    }
    Result<SignInAnswer, PlaceRefusal> change(const SignedIn& in, const OrganisationId& where)
    {
        return change_place(at.safelead(), in.actor, {where, in.session, in.device, "A browser"});
    }

    PracticePartnership at;
    OrganisationId primary = at.actor("head@littlewendle.example").organisation;
    OrganisationId secondary = at.actor("head@fennimore.example").organisation;
    OrganisationId police = at.actor("officer@police.example").organisation;
};

TEST_F(Places, AreAskedForOfWhoeverHasRolesInTwoAndOfNobodyElse)
{
    const auto wanted = place_wanted();
    EXPECT_EQ(wanted.what, Step::place);
    const auto shown = places_at_step(at.safelead(), wanted.token);
    ASSERT_EQ(shown.size(), 2U);
    EXPECT_EQ(shown[0].organisation, secondary) << "by name";
    EXPECT_EQ(shown[0].roles, directory::Roles{Role::staff});
    EXPECT_EQ(shown[1].organisation, primary);
    EXPECT_TRUE(std::holds_alternative<SignedIn>(with_password(at, "head@littlewendle.example")));
    EXPECT_TRUE(places_at_step(at.safelead(), "made up").empty());
}

TEST_F(Places, AreChosenOnceAndOnlyWhereTheyHaveARole)
{
    const auto wanted = place_wanted();
    EXPECT_EQ(choose_place(at.safelead(), wanted.token, police).error(), PlaceRefusal::no_such);
    EXPECT_EQ(choose_place(at.safelead(), wanted.token, OrganisationId{"made up"}).error(),
              PlaceRefusal::no_such);
    const auto in = std::get<SignedIn>(choose_place(at.safelead(), wanted.token, secondary).value());
    EXPECT_EQ(in.actor.organisation, secondary);
    EXPECT_EQ(in.actor.roles, directory::Roles{Role::staff}) << "and not what they are elsewhere";
    EXPECT_EQ(choose_place(at.safelead(), wanted.token, primary).error(), PlaceRefusal::over);
    EXPECT_EQ(choose_place(at.safelead(), "made up", primary).error(), PlaceRefusal::over);
}

TEST_F(Places, AreOverWithTheirStep)
{
    const auto wanted = place_wanted();
    at.clock().pass(11min);
    EXPECT_EQ(choose_place(at.safelead(), wanted.token, primary).error(), PlaceRefusal::over);
}

TEST_F(Places, AreChangedByAnotherSessionAndTheOneBeforeEnds)
{
    const auto first = at_place(primary);
    EXPECT_EQ(places_of(at.safelead(), first.actor).size(), 2U);
    EXPECT_EQ(change(first, police).error(), PlaceRefusal::no_such);
    ASSERT_TRUE(actor_of(at.safelead(), first.session));
    const auto second = std::get<SignedIn>(change(first, secondary).value());
    EXPECT_NE(second.session, first.session);
    EXPECT_FALSE(actor_of(at.safelead(), first.session));
    EXPECT_EQ(actor_of(at.safelead(), second.session)->organisation, secondary);
    EXPECT_EQ(change(first, primary).error(), PlaceRefusal::over) << "that session is over";
}

TEST_F(Places, ChangedShowNothingAnewOfWhoItIs)
{
    const auto first = at_place(primary);
    at.clock().pass(6min);
    const auto second = std::get<SignedIn>(change(first, secondary).value());
    EXPECT_FALSE(was_proved_lately(at.safelead(), second.actor));
}

TEST_F(Places, KeepApartWhatBelongsToEach)
{
    auto report = at.plain_report();
    report.children = {};
    report.not_on_list = {{"Robin Vale", ""}};
    const auto teacher = at.actor("teacher@littlewendle.example");
    const auto reported = wait_for(report_concern(at.safelead(), teacher, at.command(), report)).value();
    const auto there = at_place(primary);
    EXPECT_TRUE(wait_for(read_concern(at.safelead(), there.actor, reported.reference)));
    ASSERT_TRUE(save_draft(at.safelead(), there.actor, {"concern", {}, {{"words", "typed there"}}, {}}));

    const auto here = std::get<SignedIn>(change(there, secondary).value());
    EXPECT_FALSE(wait_for(read_concern(at.safelead(), here.actor, reported.reference)));
    EXPECT_FALSE(may(here.actor, access::Action::see_inbox));
    EXPECT_FALSE(draft(at.safelead(), here.actor, "concern"));
    const auto back = std::get<SignedIn>(change(here, primary).value());
    EXPECT_TRUE(draft(at.safelead(), back.actor, "concern"));
}

TEST_F(Places, AreNotAskedForAnyMoreOnceOnlyOneIsLeft)
{
    const auto person = at_place(primary).actor.person;
    ASSERT_TRUE(wait_for(take_role(at.safelead(), at.command(), person, secondary, Role::staff)));
    const auto in = std::get<SignedIn>(with_password(at, ruth));
    EXPECT_EQ(in.actor.organisation, primary);
    EXPECT_EQ(places_of(at.safelead(), in.actor).size(), 1U);
}

TEST_F(Places, AreAskedForAfterAPasskeyToo)
{
    auto actor = at_place(primary).actor;
    actor.session = SessionId{"a session"};
    test::MadeUpPasskey device;
    ASSERT_TRUE(wait_for(add_passkey(at.safelead(), actor, at.command(),
                                     device.make(passkey_challenge(at.safelead(), "a session")))));
    at.clock().pass(1ms);
    const auto in = sign_in_with_passkey(
        at.safelead(), device.use(passkey_challenge(at.safelead(), "this browser"), "this browser"));
    ASSERT_TRUE(in);
    const auto wanted = std::get<StepWanted>(*in);
    EXPECT_EQ(wanted.what, Step::place);
    EXPECT_TRUE(std::holds_alternative<SignedIn>(choose_place(at.safelead(), wanted.token, primary).value()));
}

TEST_F(Places, AreNotForAPasswordAloneOfWhoeverHasAPasskey)
{
    const auto before = place_wanted();
    auto actor = at_place(primary).actor;
    actor.session = SessionId{"a session"};
    test::MadeUpPasskey device;
    ASSERT_TRUE(wait_for(add_passkey(at.safelead(), actor, at.command(),
                                     device.make(passkey_challenge(at.safelead(), "a session")))));
    EXPECT_EQ(place_wanted().what, Step::passkey);
    EXPECT_TRUE(place_wanted().token.empty());
    EXPECT_TRUE(places_at_step(at.safelead(), before.token).empty()) << "nor by a step that began earlier";
    const auto answer = choose_place(at.safelead(), before.token, secondary).value();
    EXPECT_EQ(std::get<StepWanted>(answer).what, Step::passkey);
}

/// Where a second factor is asked of whoever reads: at the primary school she does, at the secondary not.
class PlacesWithFactor : public testing::Test {
protected:
    static Options asking_everybody()
    {
        auto options = PracticePartnership::cheap_options();
        options.factor_for = directory::FactorFor::all_organisations;
        return options;
    }
    std::string code(const std::string& secret)
    {
        return crypto::timed_code(*crypto::parse_base32(secret), crypto::code_step(at.clock().now()));
    }
    SignInAnswer choose(const SignInAnswer& asked, const OrganisationId& where)
    {
        return choose_place(at.safelead(), std::get<StepWanted>(asked).token, where).value();
    }

    PracticePartnership at{asking_everybody()};
    OrganisationId primary = at.actor("head@littlewendle.example").organisation;
    OrganisationId secondary = at.actor("head@fennimore.example").organisation;
};

TEST_F(PlacesWithFactor, AskForItWhereItIsNeededAndNotElsewhere)
{
    give_second_place(at);
    const auto here = std::get<SignedIn>(choose(with_password(at, ruth), secondary));
    const auto asked =
        change_place(at.safelead(), here.actor, {primary, here.session, here.device, "A browser"});
    const auto step = std::get<StepWanted>(asked.value());
    EXPECT_EQ(step.what, Step::set_up) << "she reads there, and has no second factor";
    EXPECT_TRUE(actor_of(at.safelead(), here.session)) << "until then she goes on here";
    const auto secret = factor_offered(at.safelead(), step.token)->secret;
    const auto there = wait_for(confirm_factor(at.safelead(), step.token, code(secret))).value().signed_in;
    EXPECT_EQ(there.actor.organisation, primary);
    EXPECT_FALSE(actor_of(at.safelead(), here.session));
}

TEST_F(PlacesWithFactor, AreAskedForAfterTheCodeAndAreNoWayRoundIt)
{
    const auto first = std::get<StepWanted>(with_password(at, ruth));
    const auto secret = factor_offered(at.safelead(), first.token)->secret;
    ASSERT_TRUE(wait_for(confirm_factor(at.safelead(), first.token, code(secret))));
    at.clock().pass(30s);
    give_second_place(at);
    const auto asked = with_password(at, ruth);
    EXPECT_EQ(std::get<StepWanted>(asked).what, Step::code)
        << "a password alone does not tell where somebody works";
    EXPECT_TRUE(places_at_step(at.safelead(), std::get<StepWanted>(asked).token).empty());
    EXPECT_EQ(std::get<StepWanted>(choose(asked, primary)).what, Step::code);
    EXPECT_EQ(std::get<StepWanted>(choose(asked, OrganisationId{"made up"})).what, Step::code)
        << "the same answer where she does not work";

    const auto anew = std::get<StepWanted>(with_password(at, ruth));
    const auto shown = wait_for(sign_in_with_code(at.safelead(), anew.token, code(secret))).value();
    EXPECT_EQ(std::get<StepWanted>(shown).what, Step::place);
    const auto in = std::get<SignedIn>(choose(shown, primary));
    EXPECT_TRUE(actor_of(at.safelead(), in.session)) << "with both factors";
}

TEST(PlacesElsewhere, AreAskedForAfterAnIssuerToo)
{
    test::IssuerPartnership here;
    const auto tied = here.tie(ruth, here.google);
    give_second_place(here.at);
    here.at.clock().pass(10min);
    const auto back = here.go(here.google);
    ASSERT_TRUE(back);
    const auto wanted = std::get<StepWanted>(*back->in);
    EXPECT_EQ(wanted.what, Step::place);
    EXPECT_EQ(back->next, "/my-reports");
    const auto in =
        std::get<SignedIn>(choose_place(here.at.safelead(), wanted.token, tied.actor.organisation).value());
    EXPECT_FALSE(was_proved_lately(here.at.safelead(), in.actor))
        << "the issuer does not say when she showed herself";
}

}  // namespace
}  // namespace safelead::app
