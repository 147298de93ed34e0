// Signing in with a second factor, invitations, resets and sessions, through the pages.

#include "app/practice_people.h"
#include "app/sign_in.h"
#include "crypto/base32.h"
#include "crypto/timed_code.h"
#include "support/practice_site.h"

#include <gmock/gmock.h>

#include <regex>

namespace safelead::web {
namespace {

using namespace std::chrono_literals;
using test::Browser;
using test::location;
using test::PracticeSite;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string text_in(const Response& answer)
{
    return std::string{answer.text()};
}

std::string found_in(const std::string& page, const char* pattern)
{
    std::smatch found;
    return std::regex_search(page, found, std::regex{pattern}) ? found[1].str() : std::string{};
}

std::string secret_on(const std::string& page)
{
    auto secret = found_in(page, "<strong id=\"secret\">([A-Z2-7 ]+)</strong>");
    std::erase(secret, ' ');
    return secret;
}

class OwnSignIn : public testing::Test {
protected:
    static app::Options asking_everybody()
    {
        auto options = test::PracticePartnership::cheap_options();
        options.factor_for = directory::FactorFor::all_organisations;
        return options;
    }

    std::string code(const std::string& secret)
    {
        return crypto::timed_code(*crypto::parse_base32(secret), crypto::code_step(site.clock().now()));
    }

    /// Signs in, sets an app up, and says its secret.
    std::string set_up(Browser& browser, std::string_view who)
    {
        const auto asked = browser.follow(browser.sign_in(who));
        const auto secret = secret_on(text_in(asked));
        browser.send("/sign-in/factor", {{"code", code(secret)}});
        site.clock().pass(30s);
        return secret;
    }

    PracticeSite site{asking_everybody()};
};

TEST_F(OwnSignIn, LeadsAReaderToSetUpACodeBeforeAnythingIsReadable)
{
    Browser lead{site};
    const auto in = lead.sign_in("lead");
    EXPECT_THAT(location(in), StartsWith("/sign-in/factor"));
    for (const auto* address : {"/inbox", "/cases", "/record", "/concerns/new", "/settings/sign-in"})
        EXPECT_THAT(location(lead.get(address)), StartsWith("/sign-in?next=")) << address;

    const auto page = text_in(lead.get("/sign-in/factor"));
    const auto secret = secret_on(page);
    ASSERT_EQ(secret.size(), 32U);
    EXPECT_THAT(page, HasSubstr("otpauth://totp/Safelead:lead%40fennimore.example?secret=" + secret));
    EXPECT_THAT(page, HasSubstr("<svg"));
    EXPECT_EQ(secret_on(text_in(lead.get("/sign-in/factor"))), secret) << "the same when it is shown again";

    EXPECT_EQ(lead.send("/sign-in/factor", {{"code", "000000"}}).status, Status::unprocessable);
    const auto done = lead.send("/sign-in/factor", {{"code", code(secret)}});
    EXPECT_EQ(done.status, Status::ok);
    EXPECT_THAT(found_in(text_in(done), "<code>([a-z2-7-]{19})</code>"), Not(""));
    EXPECT_THAT(text_in(done), HasSubstr("href=\"/inbox\""));
    EXPECT_EQ(lead.get("/inbox").status, Status::ok);
    EXPECT_THAT(location(lead.post("/sign-in/factor", {{"code", code(secret)}})), "") << "the step is over";
}

TEST_F(OwnSignIn, LetsWhoeverMerelyReportsInWithAPassword)
{
    Browser teacher{site};
    EXPECT_EQ(location(teacher.sign_in("teacher")), "/concerns/new");
}

TEST_F(OwnSignIn, GivesTheBrowserAnotherSessionAtEachStep)
{
    Browser lead{site};
    const auto secret = set_up(lead, "lead");
    const auto first = lead.cookies().at("session");
    lead.forget_cookies();
    lead.sign_in("lead");
    EXPECT_FALSE(lead.cookies().contains("session")) << "a password alone gives no session";
    const auto step = lead.cookies().at("step");
    lead.get("/sign-in/code");
    EXPECT_EQ(location(lead.send("/sign-in/code", {{"code", code(secret)}})), "/inbox");
    EXPECT_FALSE(lead.cookies().contains("step"));
    EXPECT_NE(lead.cookies().at("session"), step);
    EXPECT_NE(lead.cookies().at("session"), first);
}

TEST_F(OwnSignIn, ChangesAPasswordWithTheOldOneAndEndsEveryOtherSession)
{
    Browser lead{site};
    const auto secret = set_up(lead, "lead");
    Browser elsewhere{site};
    elsewhere.sign_in("lead");
    elsewhere.get("/sign-in/code");
    elsewhere.send("/sign-in/code", {{"code", code(secret)}});
    ASSERT_EQ(elsewhere.get("/inbox").status, Status::ok);

    const std::string old{app::practice_password};
    const auto change = [&](const std::string& from, const std::string& to) {
        lead.get("/settings/password");
        return lead.send("/settings/password", {{"old", from}, {"new", to}});
    };
    EXPECT_THAT(text_in(change("not the old one", "four words make one")),
                HasSubstr("That is not your password"));
    EXPECT_THAT(text_in(change(old, "short")), HasSubstr("at least 12 characters"));
    EXPECT_THAT(text_in(change(old, old)), HasSubstr("another password"));
    const auto page = change(old, "short");
    EXPECT_THAT(text_in(page), Not(HasSubstr(old))) << "nothing typed comes back";
    ASSERT_EQ(elsewhere.get("/inbox").status, Status::ok) << "nothing has changed yet";

    const auto before = lead.cookies().at("session");
    EXPECT_EQ(location(change(old, "four words make one")), "/settings/sign-in");
    EXPECT_NE(lead.cookies().at("session"), before);
    EXPECT_EQ(lead.get("/inbox").status, Status::ok) << "with as many factors as before";
    EXPECT_THAT(location(elsewhere.get("/inbox")), StartsWith("/sign-in"));
    Browser again{site};
    EXPECT_EQ(again.sign_in("lead").status, Status::unprocessable) << "the old one is over";
}

TEST_F(OwnSignIn, TellsOfWhatWasChangedUntilTheyHaveLooked)
{
    Browser lead{site};
    (void)set_up(lead, "lead");
    EXPECT_THAT(text_in(lead.get("/inbox")), HasSubstr("How you sign in was changed"));
    EXPECT_THAT(text_in(lead.get("/today")), HasSubstr("How you sign in was changed"));
    const auto looked = text_in(lead.get("/settings/sign-in"));
    EXPECT_THAT(looked, HasSubstr("An app that shows codes was set up"));
    EXPECT_THAT(text_in(lead.get("/inbox")), Not(HasSubstr("How you sign in was changed")));

    (void)lead.get("/settings/password");
    ASSERT_EQ(lead.send("/settings/password",
                        {{"old", std::string{app::practice_password}}, {"new", "three green kettles"}})
                  .status,
              Status::see_other);
    EXPECT_THAT(text_in(lead.get("/inbox")), HasSubstr("How you sign in was changed"));
    EXPECT_THAT(text_in(lead.get("/settings/sign-in")), HasSubstr("Your password was changed"));
    Browser head{site};
    (void)set_up(head, "head");
    EXPECT_THAT(text_in(head.get("/settings/sign-in")), Not(HasSubstr("Your password was changed")));
}

TEST_F(OwnSignIn, GoesOnOnlyToAnAddressOfOurOwn)
{
    Browser lead{site};
    const auto secret = set_up(lead, "lead");
    for (const auto* next : {"https://example.org/", "//example.org", "/\\example.org"}) {
        lead.forget_cookies();
        lead.sign_in("lead");
        lead.get(std::string{"/sign-in/code?next="} + next);
        const auto in = lead.send("/sign-in/code", {{"code", code(secret)}, {"next", next}});
        EXPECT_EQ(location(in), "/inbox") << next;
        site.clock().pass(30s);
    }
}

TEST_F(OwnSignIn, TakesAFormOfAStepOnlyWithItsToken)
{
    Browser lead{site};
    const auto secret = set_up(lead, "lead");
    lead.forget_cookies();
    lead.sign_in("lead");
    EXPECT_EQ(lead.post("/sign-in/code", {{"code", code(secret)}}).status, Status::unprocessable);
    EXPECT_FALSE(lead.cookies().contains("session"));
}

TEST_F(OwnSignIn, CarriesTypingThroughTheCode)
{
    Browser lead{site};
    const auto secret = set_up(lead, "lead");
    lead.forget_cookies();
    lead.get("/sign-in");
    const auto who = site.sign_in_of("lead");
    const auto asked = lead.send("/sign-in", {{"email", who.email},
                                              {"password", who.password},
                                              {"carried-form", "concern"},
                                              {"carried:words", "An image was shared."}});
    EXPECT_EQ(asked.status, Status::ok);
    lead.send("/sign-in/code", {{"code", code(secret)}});
    EXPECT_THAT(text_in(lead.get("/concerns/new")), HasSubstr("An image was shared."));
}

TEST_F(OwnSignIn, ListsSessionsAndEndsThem)
{
    Browser one{site};
    Browser two{site};
    one.sign_in("teacher");
    site.clock().pass(1min);
    two.sign_in("teacher");
    const auto page = text_in(one.get("/settings/sessions"));
    const auto other = found_in(page, "name=\"session\" value=\"([0-9a-f]+)\"");
    ASSERT_FALSE(other.empty());
    EXPECT_THAT(page, HasSubstr("This one"));
    EXPECT_THAT(page, Not(HasSubstr(two.cookies().at("session"))));
    one.send("/settings/sessions/end", {});
    EXPECT_THAT(location(two.get("/my-reports")), StartsWith("/sign-in"));
    EXPECT_EQ(one.get("/my-reports").status, Status::ok);

    two.sign_in("teacher");
    one.get("/settings/sessions");
    EXPECT_THAT(location(one.send("/settings/sessions/end-all", {})), StartsWith("/sign-in"));
    EXPECT_THAT(location(two.get("/my-reports")), StartsWith("/sign-in"));
}

TEST_F(OwnSignIn, AsksAgainBeforeWhatIsDangerousAndKeepsWhatWasTyped)
{
    Browser lead{site};
    const auto secret = set_up(lead, "lead");
    site.clock().pass(5min);
    lead.get("/settings/sign-in");
    const auto asked = lead.send("/settings/recovery-codes", {});
    EXPECT_THAT(text_in(asked), HasSubstr("name=\"proof\""));
    EXPECT_THAT(text_in(asked), Not(HasSubstr("id=\"recovery-codes\"")));
    const auto fields = test::hidden_fields(text_in(asked), "/settings/recovery-codes");
    EXPECT_TRUE(std::ranges::any_of(fields, [](const Field& field) { return field.name == "command"; }));
    EXPECT_EQ(lead.send("/settings/recovery-codes", {{"proof", "wrong"}}).status, Status::unprocessable);
    EXPECT_THAT(text_in(lead.send("/settings/recovery-codes", {{"proof", code(secret)}})),
                HasSubstr("id=\"recovery-codes\""));
    lead.get("/settings/sign-in");
    EXPECT_THAT(text_in(lead.send("/settings/recovery-codes", {})), HasSubstr("id=\"recovery-codes\""))
        << "proved a moment ago";
}

TEST_F(OwnSignIn, SaysThatItWaitsWhereTooManyProofsWereWrong)
{
    Browser lead{site};
    const auto secret = set_up(lead, "lead");
    site.clock().pass(5min);
    lead.get("/settings/sign-in");
    lead.send("/settings/recovery-codes", {});
    const auto prove = [&](const std::string& typed) {
        return text_in(lead.send("/settings/recovery-codes", {{"proof", typed}}));
    };
    for (unsigned i = 0; i < app::Options{}.account_tries; ++i)
        ASSERT_THAT(prove("000000"), HasSubstr("That is not right"));
    EXPECT_THAT(prove(code(secret)),
                AllOf(HasSubstr("There were too many wrong tries"), Not(HasSubstr("That is not right"))));
    site.clock().pass(15min);
    EXPECT_THAT(prove(code(secret)), HasSubstr("id=\"recovery-codes\""));
}

TEST_F(OwnSignIn, ChangesAPasswordOnlyOnceItLooksAgain)
{
    Browser lead{site};
    set_up(lead, "lead");
    lead.get("/settings/password");
    const auto change = [&](const std::string& from) {
        return text_in(lead.send("/settings/password", {{"old", from}, {"new", "four words make one"}}));
    };
    for (unsigned i = 0; i < app::Options{}.device_tries; ++i)
        ASSERT_THAT(change("not the old one"), HasSubstr("That is not your password"));
    EXPECT_THAT(change(std::string{app::practice_password}), HasSubstr("There were too many wrong tries"));
}

TEST_F(OwnSignIn, AsksAgainBeforeAnyListOfReadersIsTakenAway)
{
    Browser lead{site};
    set_up(lead, "lead");
    const auto fields =
        test::hidden_fields(text_in(lead.get("/settings/sessions")), "/settings/sessions/end-all");
    ASSERT_FALSE(fields.empty());
    site.clock().pass(5min);
    int lists = 0;
    for (const auto& address : all_addresses()) {
        if (!address.route.pattern.ends_with("/readers/export")) continue;
        ++lists;
        EXPECT_THAT(text_in(lead.post(std::regex_replace(std::string{address.route.pattern},
                                                         std::regex{"[{][a-z]+[}]"}, "LS-1"),
                                      fields)),
                    HasSubstr("name=\"proof\""))
            << address.route.pattern;
    }
    EXPECT_EQ(lists, 6);
}

TEST_F(OwnSignIn, IsResetByTwoPeopleAndBegunAnewWithAnInvitation)
{
    Browser head{site};
    Browser deputy{site};
    Browser lead{site};
    set_up(head, "head");
    set_up(deputy, "deputy");
    set_up(lead, "lead");
    const auto lead_id = std::string{site.partnership().actor("lead@fennimore.example").person.text()};
    const auto fields = [&](Browser& browser, std::string_view what) {
        const auto action = "/settings/sign-ins/" + std::string{what};
        auto found = test::hidden_fields(text_in(browser.get("/settings/sign-ins")), action);
        std::erase_if(found, [](const Field& field) { return field.name == "person"; });
        found.push_back({"person", lead_id});
        return found;
    };
    EXPECT_EQ(location(head.post("/settings/sign-ins/ask-reset", fields(head, "ask-reset"))),
              "/settings/sign-ins");
    EXPECT_THAT(text_in(lead.get("/settings/sign-in")), HasSubstr("has asked to reset"));
    const auto alone = head.post("/settings/sign-ins/agree-reset", fields(head, "ask-reset"));
    EXPECT_EQ(alone.status, Status::unprocessable);
    EXPECT_EQ(lead.get("/inbox").status, Status::ok);

    const auto agreed = deputy.post("/settings/sign-ins/agree-reset", fields(deputy, "agree-reset"));
    const auto invitation = found_in(text_in(agreed), "<strong id=\"invitation\">([a-z2-7]{26})</strong>");
    ASSERT_FALSE(invitation.empty());
    EXPECT_THAT(location(lead.get("/inbox")), StartsWith("/sign-in"));

    Browser anew{site};
    anew.get("/invitation");
    EXPECT_EQ(anew.send("/invitation", {{"code", invitation}, {"password", "short"}}).status,
              Status::unprocessable);
    const auto used = anew.send("/invitation", {{"code", invitation}, {"password", "four words or so"}});
    EXPECT_THAT(location(used), StartsWith("/sign-in/factor"));
    const auto secret = secret_on(text_in(anew.follow(used)));
    anew.send("/sign-in/factor", {{"code", code(secret)}});
    EXPECT_EQ(anew.get("/inbox").status, Status::ok);

    Browser again{site};
    again.get("/invitation");
    const auto twice = again.send("/invitation", {{"code", invitation}, {"password", "other words and so"}});
    EXPECT_THAT(text_in(twice), HasSubstr("was used, or is over"));
}

TEST_F(OwnSignIn, ShowsOthersOnlyToWhoeverLooksAfterThem)
{
    Browser teacher{site};
    teacher.sign_in("teacher");
    EXPECT_EQ(teacher.get("/settings/sign-ins").status, Status::forbidden);
    EXPECT_THAT(text_in(teacher.get("/settings/sign-in")), Not(HasSubstr("/settings/sign-ins")));
}

TEST_F(OwnSignIn, AnswersAlikeWhoeverIsOrIsNotThere)
{
    Browser browser{site};
    const auto answer_for = [&](const std::string& email) {
        browser.forget_cookies();
        browser.get("/sign-in");
        auto answer = browser.send("/sign-in", {{"email", email}, {"password", "not the password"}});
        auto page = text_in(answer);
        for (auto at = page.find(email); at != std::string::npos; at = page.find(email))
            page.erase(at, email.size());
        page = std::regex_replace(page, std::regex{"name=\"csrf\" value=\"[^\"]*\""}, "");
        return std::pair{answer.status, page};
    };
    EXPECT_EQ(answer_for("lead@fennimore.example"), answer_for("nobody@fennimore.example"));
}

}  // namespace
}  // namespace safelead::web
