// A session that is ended while it is being used stays ended.

#include "app/parts.h"
#include "app/practice_people.h"
#include "app/proof_again.h"
#include "app/session.h"
#include "app/sign_in.h"
#include "support/passing_in_front.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

#include <functional>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;

/// Somebody else ends a session right after it was looked up, once that is asked for.
class EndingStore final : public test::PassingInFront {
public:
    using PassingInFront::PassingInFront;

    std::optional<ledger::PassingRow> get(std::string_view kind, std::string_view id,
                                          Instant now) const override
    {
        auto found = PassingInFront::get(kind, id, now);
        if (is_ending && kind == session_kind) behind().remove(kind, id);
        return found;
    }

    bool is_ending = false;
};

SignedIn teacher_signed_in(test::PracticePartnership& at)
{
    return std::get<SignedIn>(
        wait_for(sign_in(at.safelead(), {"teacher@fennimore.example", std::string{practice_password},
                                         "192.0.2.1", "", "A browser", ""}))
            .value());
}

class EndedSession : public testing::Test {
protected:
    SignedIn signed_in()
    {
        at.safelead().parts().passing.emplace(store, crypto::SecretKey::random());
        return teacher_signed_in(at);
    }

    bool is_there() { return find_session(at.safelead().parts(), in.actor.session).has_value(); }

    test::PracticePartnership at;
    EndingStore store{at.passing()};
    SignedIn in = signed_in();
};

TEST_F(EndedSession, DoesNotComeBackWhereItsUseIsNoted)
{
    at.clock().pass(2min);
    store.is_ending = true;
    (void)actor_of(at.safelead(), in.session);
    store.is_ending = false;
    EXPECT_FALSE(is_there());
    EXPECT_FALSE(actor_of(at.safelead(), in.session));
}

TEST_F(EndedSession, DoesNotComeBackWhereAProofIsNoted)
{
    store.is_ending = true;
    EXPECT_EQ(wait_for(prove_again(at.safelead(), in.actor, std::string{practice_password})),
              PasswordTyped::right);
    store.is_ending = false;
    EXPECT_FALSE(is_there());
}

TEST_F(EndedSession, IsNotedAsUsedAndProvedWhereItIsStillThere)
{
    at.clock().pass(10min);
    ASSERT_TRUE(actor_of(at.safelead(), in.session));
    EXPECT_EQ(find_session(at.safelead().parts(), in.actor.session)->last_used, at.clock().now());
    EXPECT_FALSE(was_proved_lately(at.safelead(), in.actor));
    ASSERT_EQ(wait_for(prove_again(at.safelead(), in.actor, std::string{practice_password})),
              PasswordTyped::right);
    EXPECT_TRUE(was_proved_lately(at.safelead(), in.actor));
}

TEST_F(EndedSession, KeepsAProofThatIsNotedWhileItsUseIsNoted)
{
    auto& parts = at.safelead().parts();
    test::OvertakenPassing proving{at.passing(), session_kind};
    parts.passing.emplace(proving, crypto::SecretKey::random());
    const auto again = teacher_signed_in(at);
    const auto note_at_look = [&](int look) {
        at.clock().pass(10min);
        int looks = 0;
        std::function<void()> prove = [&] {
            if (++looks < look)
                proving.then = prove;
            else
                EXPECT_EQ(wait_for(prove_again(at.safelead(), again.actor, std::string{practice_password})),
                          PasswordTyped::right);
        };
        proving.then = prove;
        EXPECT_TRUE(actor_of(at.safelead(), again.session));
        EXPECT_TRUE(was_proved_lately(at.safelead(), again.actor)) << "at look " << look;
        EXPECT_EQ(find_session(parts, again.actor.session)->last_used, at.clock().now());
    };
    note_at_look(1);
    note_at_look(2);
}

TEST(UseOfASession, IsNotedOftenEnoughForTheShortestTime)
{
    auto options = test::PracticePartnership::cheap_options();
    options.idle = 1min;
    test::PracticePartnership at{options};
    const auto in = teacher_signed_in(at);
    for (int i = 0; i < 8; ++i) {
        at.clock().pass(20s);
        ASSERT_TRUE(actor_of(at.safelead(), in.session)) << "at work since " << i;
    }
    at.clock().pass(1min);
    EXPECT_FALSE(actor_of(at.safelead(), in.session));
}

}  // namespace
}  // namespace safelead::app
