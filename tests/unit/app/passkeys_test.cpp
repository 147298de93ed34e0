#include "app/passkeys.h"

#include "app/practice_people.h"
#include "crypto/base64.h"
#include "support/made_up_passkey.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

#include <functional>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using test::MadeUpPasskey;
using test::PracticePartnership;

constexpr std::string_view teacher = "teacher@fennimore.example";
const std::string holder = "what this browser holds";

class Passkeys : public testing::Test {
protected:
    Passkeys() { actor.session = SessionId{"a session"}; }

    // A challenge is of its instant, and good once.
    Result<Done, PasskeyRefusal> add(MadeUpPasskey& one)
    {
        at.clock().pass(1ms);
        return wait_for(add_passkey(at.safelead(), actor, at.command(),
                                    one.make(passkey_challenge(at.safelead(), actor.session.text()))));
    }
    Result<SignedIn, PasskeyRefusal> use(MadeUpPasskey& one)
    {
        at.clock().pass(1ms);
        auto answer =
            sign_in_with_passkey(at.safelead(), one.use(passkey_challenge(at.safelead(), holder), holder));
        if (!answer) return fail(answer.error());
        return std::get<SignedIn>(*std::move(answer));
    }

    PracticePartnership at;
    Actor actor = at.actor(teacher);
    MadeUpPasskey device;
};

TEST_F(Passkeys, AreRegisteredAndSignInAsTheirOwner)
{
    ASSERT_TRUE(add(device));
    ASSERT_EQ(passkeys_of(at.safelead(), actor).size(), 1U);
    EXPECT_EQ(passkeys_of(at.safelead(), actor)[0].name, "School laptop");
    at.restart();
    const auto in = use(device).value();
    EXPECT_EQ(in.actor.person, actor.person);
    EXPECT_TRUE(actor_of(at.safelead(), in.session));
    EXPECT_EQ(add(device).error(), PasskeyRefusal::there_already);
    MadeUpPasskey stranger;
    EXPECT_EQ(use(stranger).error(), PasskeyRefusal::wrong);
}

TEST_F(Passkeys, CountAsBothFactorsAndLeaveNoWayInByPasswordAlone)
{
    auto options = PracticePartnership::cheap_options();
    options.factor_for = directory::FactorFor::all_organisations;
    PracticePartnership strict{options};
    auto lead = strict.actor("lead@fennimore.example");
    lead.session = SessionId{"a session"};
    ASSERT_TRUE(
        wait_for(add_passkey(strict.safelead(), lead, strict.command(),
                             device.make(passkey_challenge(strict.safelead(), lead.session.text())))));
    const auto in = sign_in_with_passkey(strict.safelead(),
                                         device.use(passkey_challenge(strict.safelead(), holder), holder));
    ASSERT_TRUE(in);
    EXPECT_TRUE(actor_of(strict.safelead(), std::get<SignedIn>(*in).session));
    const auto by_password =
        wait_for(sign_in(strict.safelead(),
                         {"lead@fennimore.example", std::string{practice_password}, "192.0.2.1", "", "", ""}))
            .value();
    EXPECT_EQ(std::get<StepWanted>(by_password).what, Step::passkey);
    EXPECT_TRUE(std::get<StepWanted>(by_password).token.empty());
}

TEST_F(Passkeys, AreAskedForOfWhoeverHasOneThoughTheyOnlyReport)
{
    const SignIn by_password{std::string{teacher}, std::string{practice_password}, "192.0.2.1", "", "", ""};
    EXPECT_TRUE(std::holds_alternative<SignedIn>(wait_for(sign_in(at.safelead(), by_password)).value()));
    ASSERT_TRUE(add(device));
    const auto wanted = wait_for(sign_in(at.safelead(), by_password)).value();
    EXPECT_EQ(std::get<StepWanted>(wanted).what, Step::passkey);
}

TEST_F(Passkeys, AreRefusedWhenAnythingIsNotAsItWasAsked)
{
    ASSERT_TRUE(add(device));
    using Change = std::function<void(MadeUpPasskey&)>;
    const std::pair<const char*, Change> wrongs[] = {
        {"nobody there", [](auto& one) { one.flags = 4; }},
        {"not verified", [](auto& one) { one.flags = 1; }},
        {"another host", [](auto& one) { one.host = "example.org"; }},
        {"another origin", [](auto& one) { one.origin = "https://example.org"; }},
        {"another port", [](auto& one) { one.origin = "http://localhost:8081"; }},
        {"another kind", [](auto& one) { one.type = "payment.get"; }},
        {"a page within a page", [](auto& one) { one.more_said = R"(,"crossOrigin":true)"; }},
        {"not yes or no", [](auto& one) { one.more_said = R"(,"crossOrigin":"no")"; }},
        {"said twice", [](auto& one) { one.more_said = R"(,"origin":"http://localhost:8080")"; }},
    };
    for (const auto& [what, change] : wrongs) {
        const auto flags = device.flags;
        change(device);
        EXPECT_EQ(use(device).error(), PasskeyRefusal::wrong) << what;
        device.flags = flags;
        device.host = "localhost";
        device.origin = "http://localhost:8080";
        device.type.clear();
        device.more_said.clear();
        MadeUpPasskey other;
        change(other);
        EXPECT_EQ(add(other).error(), PasskeyRefusal::wrong) << what << ", when it is made";
    }
    device.more_said = R"(,"crossOrigin":false,"other_keys_can_be_added_here":"yes")";
    EXPECT_TRUE(use(device));
}

TEST_F(Passkeys, AnswerAChallengeOnceInTimeAndInTheBrowserThatWasAsked)
{
    ASSERT_TRUE(add(device));
    const auto challenge = passkey_challenge(at.safelead(), holder);
    const auto used = device.use(challenge, holder);
    EXPECT_TRUE(sign_in_with_passkey(at.safelead(), used));
    EXPECT_EQ(sign_in_with_passkey(at.safelead(), used).error(), PasskeyRefusal::wrong) << "replayed";
    at.restart();
    EXPECT_EQ(sign_in_with_passkey(at.safelead(), used).error(), PasskeyRefusal::wrong) << "replayed later";

    EXPECT_EQ(
        sign_in_with_passkey(at.safelead(), device.use(passkey_challenge(at.safelead(), holder), "another"))
            .error(),
        PasskeyRefusal::wrong);
    auto made_up = passkey_challenge(at.safelead(), holder);
    made_up.challenge = crypto::to_base64url(Bytes(32));
    EXPECT_EQ(sign_in_with_passkey(at.safelead(), device.use(made_up, holder)).error(),
              PasskeyRefusal::wrong);
    const auto late = device.use(passkey_challenge(at.safelead(), holder), holder);
    at.clock().pass(10min);
    EXPECT_EQ(sign_in_with_passkey(at.safelead(), late).error(), PasskeyRefusal::wrong);
}

TEST_F(Passkeys, AreRefusedWithAnotherSignatureOrAnotherKeysId)
{
    MadeUpPasskey other;
    ASSERT_TRUE(add(device));
    ASSERT_TRUE(add(other));
    auto stolen = device.use(passkey_challenge(at.safelead(), holder), holder);
    stolen.id = other.id();
    EXPECT_EQ(sign_in_with_passkey(at.safelead(), stolen).error(), PasskeyRefusal::wrong);
    auto changed = device.use(passkey_challenge(at.safelead(), holder), holder);
    changed.signature[10] = changed.signature[10] == 'A' ? 'B' : 'A';
    EXPECT_EQ(sign_in_with_passkey(at.safelead(), changed).error(), PasskeyRefusal::wrong);
    for (auto field : {&PasskeyUsed::client_said, &PasskeyUsed::authenticator_said, &PasskeyUsed::signature,
                       &PasskeyUsed::id, &PasskeyUsed::issued}) {
        auto broken = device.use(passkey_challenge(at.safelead(), holder), holder);
        broken.*field = "";
        EXPECT_EQ(sign_in_with_passkey(at.safelead(), broken).error(), PasskeyRefusal::wrong);
        broken.*field = std::string(20'000, 'A');
        EXPECT_EQ(sign_in_with_passkey(at.safelead(), broken).error(), PasskeyRefusal::wrong);
    }
}

TEST_F(Passkeys, ThatWereCopiedShowByTheirCount)
{
    ASSERT_TRUE(add(device));
    device.count = 5;
    EXPECT_TRUE(use(device));
    EXPECT_EQ(use(device).error(), PasskeyRefusal::wrong) << "the same count again";
    device.count = 3;
    EXPECT_EQ(use(device).error(), PasskeyRefusal::wrong);
    device.count = 0;
    EXPECT_EQ(use(device).error(), PasskeyRefusal::wrong);
    device.count = 6;
    EXPECT_TRUE(use(device));
}

TEST_F(Passkeys, AreNoWayInOnceTheyAreTakenAway)
{
    ASSERT_TRUE(add(device));
    const auto in = use(device).value();
    ASSERT_TRUE(wait_for(remove_passkey(at.safelead(), in.actor, at.command(), device.id())));
    EXPECT_FALSE(actor_of(at.safelead(), in.session));
    EXPECT_EQ(use(device).error(), PasskeyRefusal::wrong);
    const auto other = at.actor("lead@fennimore.example");
    ASSERT_TRUE(add(device));
    EXPECT_FALSE(wait_for(remove_passkey(at.safelead(), other, at.command(), device.id())));
}

TEST_F(Passkeys, HaveANameWithoutData)
{
    auto made = device.make(passkey_challenge(at.safelead(), actor.session.text()));
    made.name = "";
    EXPECT_EQ(wait_for(add_passkey(at.safelead(), actor, at.command(), made)).error(),
              PasskeyRefusal::no_name);
    made.name = std::string(61, 'a');
    EXPECT_EQ(wait_for(add_passkey(at.safelead(), actor, at.command(), made)).error(),
              PasskeyRefusal::no_name);
}

}  // namespace
}  // namespace safelead::app
