#include "app/second_factor.h"

#include "app/accounts.h"
#include "app/invitations.h"
#include "app/practice_people.h"
#include "app/proof_again.h"
#include "crypto/base32.h"
#include "crypto/timed_code.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

#include <cctype>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using test::PracticePartnership;

constexpr std::string_view lead = "lead@fennimore.example";
constexpr std::string_view teacher = "teacher@fennimore.example";

Options asking_everybody()
{
    auto options = PracticePartnership::cheap_options();
    options.factor_for = directory::FactorFor::all_organisations;
    return options;
}

SignInAnswer with_password(PracticePartnership& at, std::string_view who)
{
    return wait_for(sign_in(at.safelead(), {std::string{who}, std::string{practice_password}, "192.0.2.1", "",
                                            "A browser", ""}))
        .value();
}

std::string code_of(PracticePartnership& at, const std::string& secret)
{
    return crypto::timed_code(*crypto::parse_base32(secret), crypto::code_step(at.clock().now()));
}

/// The lead, who has set up an app.
class SecondFactor : public testing::Test {
protected:
    SecondFactor()
    {
        const auto step = std::get<StepWanted>(with_password(at, lead));
        secret = factor_offered(at.safelead(), step.token)->secret;
        set = wait_for(confirm_factor(at.safelead(), step.token, code_of(at, secret))).value();
    }

    std::string step() { return std::get<StepWanted>(with_password(at, lead)).token; }
    Result<SignedIn, CodeRefusal> give(const std::string& with_step, const std::string& code)
    {
        auto answer = wait_for(sign_in_with_code(at.safelead(), with_step, code));
        if (!answer) return fail(answer.error());
        return std::get<SignedIn>(*std::move(answer));
    }
    std::string code() { return code_of(at, secret); }

    PracticePartnership at{asking_everybody()};
    std::string secret;
    std::optional<FactorSet> set;
};

TEST_F(SecondFactor, IsAskedOfWhoeverReadsAndNotOfWhoeverReports)
{
    EXPECT_TRUE(std::holds_alternative<SignedIn>(with_password(at, teacher)));
    const auto head = std::get<StepWanted>(with_password(at, "head@fennimore.example"));
    EXPECT_EQ(head.what, Step::set_up);
    EXPECT_FALSE(actor_of(at.safelead(), head.token)) << "a step is no session";
    EXPECT_EQ(std::get<StepWanted>(with_password(at, lead)).what, Step::code);
    EXPECT_TRUE(actor_of(at.safelead(), set->signed_in.session));
}

TEST_F(SecondFactor, IsNotAskedInAPracticePartnershipUnlessItWasSetUp)
{
    PracticePartnership practice;
    EXPECT_TRUE(std::holds_alternative<SignedIn>(with_password(practice, lead)));
}

TEST_F(SecondFactor, TakesACodeOnceWhereverItIsTried)
{
    at.clock().pass(30s);
    const auto first = step();
    const auto second = step();
    EXPECT_TRUE(give(first, code()));
    EXPECT_EQ(give(second, code()).error(), CodeRefusal::wrong) << "replayed";
    at.clock().pass(30s);
    EXPECT_TRUE(give(second, code()));
    EXPECT_EQ(give(second, code()).error(), CodeRefusal::over) << "a step ends with its session";
}

TEST_F(SecondFactor, DoesNotTakeTheCodeThatSetItUpAgain)
{
    EXPECT_EQ(give(step(), code()).error(), CodeRefusal::wrong);
}

TEST_F(SecondFactor, GivesANewSessionThatIsNotTheStep)
{
    at.clock().pass(30s);
    const auto token = step();
    const auto in = give(token, code()).value();
    EXPECT_NE(in.session, token);
    EXPECT_NE(in.session, set->signed_in.session);
    EXPECT_FALSE(actor_of(at.safelead(), token));
}

TEST_F(SecondFactor, CountsWrongCodesAndEndsAStepAfterTenMinutes)
{
    at.clock().pass(30s);
    const auto tries = at.safelead().options().account_tries;
    for (unsigned i = 0; i < tries; ++i) EXPECT_EQ(give(step(), "000000").error(), CodeRefusal::wrong);
    EXPECT_EQ(give(step(), code()).error(), CodeRefusal::wait);
    at.clock().pass(at.safelead().options().tries_window);
    const auto token = step();
    at.clock().pass(10min);
    EXPECT_EQ(give(token, code()).error(), CodeRefusal::over);
    EXPECT_EQ(give("made up", code()).error(), CodeRefusal::over);
    EXPECT_TRUE(give(step(), code()));
}

TEST_F(SecondFactor, TakesEachRecoveryCodeOnceHoweverItIsTyped)
{
    ASSERT_EQ(set->recovery_codes.size(), 10U);
    auto shouted = set->recovery_codes[0];
    for (auto& c : shouted) c = static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    const auto in = give(step(), " " + shouted).value();
    EXPECT_EQ(give(step(), set->recovery_codes[0]).error(), CodeRefusal::wrong);
    EXPECT_TRUE(give(step(), set->recovery_codes[1]));
    EXPECT_EQ(own_factor(at.safelead(), in.actor).recovery_codes_left, 8U);

    const CommandId command = at.command();
    const auto made = wait_for(make_recovery_codes(at.safelead(), in.actor, command)).value();
    EXPECT_EQ(wait_for(make_recovery_codes(at.safelead(), in.actor, command)).value(), made)
        << "sent twice, answered twice with the same";
    EXPECT_EQ(give(step(), set->recovery_codes[2]).error(), CodeRefusal::wrong);
    EXPECT_TRUE(give(step(), made[0]));
    at.restart();
    EXPECT_EQ(give(step(), made[0]).error(), CodeRefusal::wrong);
    EXPECT_TRUE(give(step(), made[1]));
}

TEST_F(SecondFactor, IsNotReplacedByAPasswordAlone)
{
    const auto token = step();
    EXPECT_EQ(wait_for(confirm_factor(at.safelead(), token, "123456")).error(), CodeRefusal::over);

    // Two browsers set one up for somebody new; the second comes too late.
    const auto one = std::get<StepWanted>(with_password(at, "head@fennimore.example")).token;
    const auto two = std::get<StepWanted>(with_password(at, "head@fennimore.example")).token;
    const auto first = factor_offered(at.safelead(), one)->secret;
    const auto second = factor_offered(at.safelead(), two)->secret;
    EXPECT_NE(first, second);
    EXPECT_TRUE(wait_for(confirm_factor(at.safelead(), one, code_of(at, first))));
    EXPECT_EQ(wait_for(confirm_factor(at.safelead(), two, code_of(at, second))).error(), CodeRefusal::over);
}

TEST_F(SecondFactor, EndsTheOtherSessionsWhenItIsReplaced)
{
    at.clock().pass(30s);
    const auto in = give(step(), code()).value();
    const auto other = factor_offered(at.safelead(), in.actor).secret;
    const auto replaced =
        wait_for(confirm_factor(at.safelead(), in.actor, code_of(at, other), "A browser", "")).value();
    EXPECT_FALSE(actor_of(at.safelead(), in.session));
    EXPECT_FALSE(actor_of(at.safelead(), set->signed_in.session));
    EXPECT_TRUE(actor_of(at.safelead(), replaced.signed_in.session));
    at.clock().pass(30s);
    EXPECT_EQ(give(step(), code()).error(), CodeRefusal::wrong);
    EXPECT_TRUE(give(step(), code_of(at, other)));
}

TEST(SecondFactorOfARealSchool, IsAskedAsSoonAsARoleThatReadsIsGiven)
{
    PracticePartnership at;
    NewOrganisation real;
    real.name = "Moorgate Vale School";
    real.phase = directory::Phase::primary;
    real.area = "leeds";
    const auto school = wait_for(add_organisation(at.safelead(), at.command(), real)).value();
    const auto person = wait_for(add_person(at.safelead(), at.command(),
                                            {school,
                                             "Robin Vale",
                                             "robin@moorgate.example",
                                             {directory::Role::staff},
                                             std::string{practice_password}}))
                            .value();
    const auto in = std::get<SignedIn>(with_password(at, "robin@moorgate.example"));
    ASSERT_TRUE(actor_of(at.safelead(), in.session));
    ASSERT_TRUE(wait_for(give_role(at.safelead(), at.command(), person, school, directory::Role::dsl)));
    EXPECT_FALSE(actor_of(at.safelead(), in.session));
    EXPECT_EQ(std::get<StepWanted>(with_password(at, "robin@moorgate.example")).what, Step::set_up);
}

TEST_F(SecondFactor, ProvesAgainWithACodeOrThePassword)
{
    auto actor = *actor_of(at.safelead(), set->signed_in.session);
    EXPECT_TRUE(was_proved_lately(at.safelead(), actor));
    at.clock().pass(5min);
    EXPECT_FALSE(was_proved_lately(at.safelead(), actor));
    EXPECT_EQ(wait_for(prove_again(at.safelead(), actor, "000000")), PasswordTyped::wrong);
    EXPECT_EQ(wait_for(prove_again(at.safelead(), actor, "not the password")), PasswordTyped::wrong);
    EXPECT_FALSE(was_proved_lately(at.safelead(), actor));
    const auto once = code();
    EXPECT_EQ(wait_for(prove_again(at.safelead(), actor, once)), PasswordTyped::right);
    EXPECT_TRUE(was_proved_lately(at.safelead(), actor));
    EXPECT_EQ(wait_for(prove_again(at.safelead(), actor, once)), PasswordTyped::wrong) << "replayed";
    at.clock().pass(5min);
    EXPECT_EQ(wait_for(prove_again(at.safelead(), actor, std::string{practice_password})),
              PasswordTyped::right);
    EXPECT_TRUE(was_proved_lately(at.safelead(), actor));
}

TEST_F(SecondFactor, CallsNothingWrongThatItDidNotLookAt)
{
    const auto actor = *actor_of(at.safelead(), set->signed_in.session);
    const auto options = asking_everybody();
    const auto prove = [&](std::string typed) {
        return wait_for(prove_again(at.safelead(), actor, std::move(typed)));
    };
    for (unsigned i = 0; i < options.account_tries; ++i) ASSERT_EQ(prove("000000"), PasswordTyped::wrong);
    EXPECT_EQ(prove(code()), PasswordTyped::too_many);
    for (unsigned i = 0; i < options.device_tries; ++i)
        ASSERT_EQ(prove("not the password"), PasswordTyped::wrong);
    EXPECT_EQ(prove(std::string{practice_password}), PasswordTyped::too_many);
    at.clock().pass(options.tries_window);
    EXPECT_EQ(prove(code()), PasswordTyped::right);
    EXPECT_EQ(prove(std::string{practice_password}), PasswordTyped::right);
}

TEST_F(SecondFactor, KeepsRecoveryCodesOnlyAsDigests)
{
    at.while_stopped([this](ledger::Ledger& ledger) {
        std::size_t entries = 0;
        for (const auto& organisation : ledger.organisations()) {
            const auto page =
                ledger.organisation(organisation).read(ledger::LogPosition::start, 1000).value();
            for (const auto& entry : page.entries) {
                ++entries;
                for (const auto& code : set->recovery_codes)
                    EXPECT_EQ(text_of(entry.plaintext).find(code), std::string_view::npos);
            }
        }
        EXPECT_GT(entries, 10U);
    });
}

/// Resets and invitations, by people of the practice school.
class Invitations : public testing::Test {
protected:
    Result<SignInAnswer, InvitationRefusal> use(const std::string& code,
                                                std::string password = "four words or so")
    {
        return wait_for(
            use_invitation(at.safelead(), {code, std::move(password), "192.0.2.1", "", "A browser", ""}));
    }

    PracticePartnership at;
    Actor head = at.actor("head@fennimore.example");
    Actor deputy = at.actor("deputy@fennimore.example");
    PersonId lead_id = at.actor(lead).person;
    PersonId teacher_id = at.actor(teacher).person;
};

TEST_F(Invitations, AreForOneUseWithinThreeDaysAndEndWhatWasBefore)
{
    const auto before = std::get<SignedIn>(with_password(at, teacher));
    const auto command = at.command();
    const auto code = wait_for(invite(at.safelead(), head, command, teacher_id)).value();
    EXPECT_EQ(wait_for(invite(at.safelead(), head, command, teacher_id)).value(), code)
        << "sent twice, answered twice with the same";
    EXPECT_FALSE(actor_of(at.safelead(), before.session));
    EXPECT_EQ(wait_for(sign_in(at.safelead(), {std::string{teacher}, std::string{practice_password},
                                               "192.0.2.1", "", "", ""}))
                  .error(),
              SignInRefusal::wrong);

    EXPECT_EQ(use("abcdefghijklmnopqrstuvwxyz").error(), InvitationRefusal::not_usable);
    EXPECT_EQ(use("").error(), InvitationRefusal::not_usable);
    EXPECT_EQ(use(code, "too short").error(), InvitationRefusal::too_short);
    EXPECT_TRUE(use(code));
    EXPECT_EQ(use(code).error(), InvitationRefusal::not_usable);

    const auto late = wait_for(invite(at.safelead(), head, at.command(), teacher_id)).value();
    at.clock().pass(72h);
    EXPECT_EQ(use(late).error(), InvitationRefusal::not_usable);
}

TEST_F(Invitations, OfAReaderTakeTwoPeopleOfTheOrganisation)
{
    EXPECT_EQ(wait_for(invite(at.safelead(), head, at.command(), lead_id)).error(),
              NotDone{directory::Refusal::second_person_needed});
    ASSERT_TRUE(wait_for(ask_sign_in_reset(at.safelead(), head, at.command(), lead_id)));
    EXPECT_EQ(wait_for(agree_sign_in_reset(at.safelead(), head, at.command(), lead_id)).error(),
              NotDone{directory::Refusal::same_person_twice});
    EXPECT_TRUE(std::holds_alternative<SignedIn>(with_password(at, lead)));
    const auto code = wait_for(agree_sign_in_reset(at.safelead(), deputy, at.command(), lead_id)).value();
    EXPECT_TRUE(use(code));
}

TEST_F(Invitations, AreNotForPeopleOfAnotherOrganisationWhichIsNotSeenToBeThere)
{
    const auto elsewhere = [&] {
        const auto partnership = app::partnership(at.safelead());
        for (const auto* organisation : partnership->organisations())
            if (organisation->id != head.organisation)
                for (const auto* person : partnership->people_of(organisation->id)) return person->id;
        return PersonId{""};
    }();
    for (const auto& person : {elsewhere, PersonId{"nobody"}}) {
        EXPECT_EQ(wait_for(invite(at.safelead(), head, at.command(), person)).error(), NotDone{NotThere{}});
        EXPECT_EQ(wait_for(ask_sign_in_reset(at.safelead(), head, at.command(), person)).error(),
                  NotDone{NotThere{}});
    }
    const auto staff = at.actor(teacher);
    EXPECT_FALSE(sign_ins_of(at.safelead(), staff));
    EXPECT_FALSE(wait_for(invite(at.safelead(), staff, at.command(), teacher_id)));
}

TEST_F(Invitations, AreNotKeptAsTheyAreShown)
{
    const auto code = wait_for(invite(at.safelead(), head, at.command(), teacher_id)).value();
    at.while_stopped([&code](ledger::Ledger& ledger) {
        std::size_t entries = 0;
        for (const auto& organisation : ledger.organisations()) {
            const auto page =
                ledger.organisation(organisation).read(ledger::LogPosition::start, 1000).value();
            for (const auto& entry : page.entries) {
                ++entries;
                EXPECT_EQ(text_of(entry.plaintext).find(code), std::string_view::npos);
            }
        }
        EXPECT_GT(entries, 10U);
    });
}

TEST_F(Invitations, LimitGuessingByAddress)
{
    for (unsigned i = 0; i < at.safelead().options().address_tries; ++i)
        EXPECT_EQ(use("guess" + std::to_string(i)).error(), InvitationRefusal::not_usable);
    EXPECT_EQ(use("guess").error(), InvitationRefusal::wait);
}

}  // namespace
}  // namespace safelead::app
