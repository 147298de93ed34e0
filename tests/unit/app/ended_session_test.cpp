// A session that is ended while it is being used stays ended.

#include "app/parts.h"
#include "app/practice_people.h"
#include "app/proof_again.h"
#include "app/session.h"
#include "app/sign_in.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;

/// Somebody else ends a session right after it was looked up, once that is asked for.
class EndingStore final : public ledger::PassingStore {
public:
    explicit EndingStore(ledger::PassingStore& behind) : behind_{behind} {}

    void put(const ledger::PassingRow& row) override { behind_.put(row); }
    void replace(const ledger::PassingRow& row) override { behind_.replace(row); }
    std::optional<ledger::PassingRow> get(std::string_view kind, std::string_view id,
                                          Instant now) const override
    {
        auto found = behind_.get(kind, id, now);
        if (is_ending && kind == session_kind) behind_.remove(kind, id);
        return found;
    }
    std::vector<ledger::PassingRow> list(std::string_view kind, Instant now) const override
    {
        return behind_.list(kind, now);
    }
    std::vector<ledger::PassingRow> list_of(std::string_view kind, std::string_view owner,
                                            Instant now) const override
    {
        return behind_.list_of(kind, owner, now);
    }
    void remove(std::string_view kind, std::string_view id) override { behind_.remove(kind, id); }
    void remove_of(std::string_view kind, std::string_view owner) override { behind_.remove_of(kind, owner); }
    std::uint64_t remove_expired(Instant now) override { return behind_.remove_expired(now); }
    std::uint64_t increment(std::string_view kind, std::string_view id, Instant now, Instant expires) override
    {
        return behind_.increment(kind, id, now, expires);
    }
    std::uint64_t count(std::string_view kind, std::string_view id, Instant now) const override
    {
        return behind_.count(kind, id, now);
    }

    bool is_ending = false;

private:
    ledger::PassingStore& behind_;
};

class EndedSession : public testing::Test {
protected:
    SignedIn signed_in()
    {
        at.safelead().parts().passing.emplace(store, crypto::SecretKey::random());
        return std::get<SignedIn>(
            wait_for(sign_in(at.safelead(), {"teacher@fennimore.example", std::string{practice_password},
                                             "192.0.2.1", "", "A browser", ""}))
                .value());
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

}  // namespace
}  // namespace safelead::app
