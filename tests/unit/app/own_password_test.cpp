#include "app/own_password.h"

#include "app/invitations.h"
#include "app/parts.h"
#include "app/practice_people.h"
#include "app/session.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

#include <utility>
#include <variant>

namespace safelead::app {
namespace {

using test::PracticePartnership;

constexpr std::string_view teacher = "teacher@fennimore.example";

class OwnPassword : public ::testing::Test {
protected:
    /// Goes on when it is waited for: what is done before that, somebody else did meanwhile.
    Later<Result<SignedIn, PasswordRefusal>> change(const Actor& actor)
    {
        return change_own_password(at.safelead(), actor,
                                   {std::string{practice_password}, "a long one of my own", "A browser", ""});
    }

    PracticePartnership at;
};

TEST_F(OwnPassword, ThatIsBeingChangedUndoesNoReset)
{
    const auto actor = at.actor(teacher);
    auto changing = change(actor);
    const auto code =
        wait_for(invite(at.safelead(), at.actor("head@fennimore.example"), at.command(), actor.person))
            .value();
    EXPECT_EQ(wait_for(std::move(changing)).error(), PasswordRefusal::over);
    EXPECT_TRUE(
        wait_for(use_invitation(at.safelead(), {code, "four words or so", "192.0.2.1", "", "A browser", ""})))
        << "what they were given is still good";
}

TEST_F(OwnPassword, ThatIsBeingChangedKeepsNoSessionThatWasEnded)
{
    const auto in = wait_for(sign_in(at.safelead(), {std::string{teacher}, std::string{practice_password},
                                                     "192.0.2.1", "", "A browser", ""}))
                        .value();
    const auto actor = std::get<SignedIn>(in).actor;
    auto changing = change(actor);
    at.safelead().parts().passing->store().remove_of(session_kind, actor.person.text());
    EXPECT_EQ(wait_for(std::move(changing)).error(), PasswordRefusal::over);
}

}  // namespace
}  // namespace safelead::app
