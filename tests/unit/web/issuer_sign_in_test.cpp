// Signing in through an issuer, through the pages.

#include "app/accounts.h"
#include "app/invitations.h"
#include "support/made_up_issuer.h"
#include "support/practice_site.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <algorithm>
#include <map>

namespace safelead::web {
namespace {

using namespace std::chrono_literals;
using test::Browser;
using test::location;
using test::MadeUpIssuer;
using test::PracticeSite;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string text_in(const Response& answer)
{
    return std::string{answer.text()};
}

/// Where a page goes on to by itself.
std::string goes_on_to(const Response& answer)
{
    const auto found = std::ranges::find(answer.headers, std::string_view{"Refresh"}, &Header::name);
    if (found == answer.headers.end()) return {};
    constexpr std::string_view mark = "0; url=";
    return found->value.starts_with(mark) ? found->value.substr(mark.size()) : found->value;
}

const SetCookie* cookie_set(const Response& answer, std::string_view name)
{
    const auto found = std::ranges::find(answer.cookies, name, &SetCookie::name);
    return found == answer.cookies.end() ? nullptr : &*found;
}

class IssuerPages : public testing::Test {
protected:
    IssuerPages()
    {
        google.clock = &site.clock();
        dfe.clock = &site.clock();
    }

    app::Options with_issuers()
    {
        auto options = test::PracticePartnership::cheap_options();
        options.issuers = test::issuers_of({&google, &dfe});
        return options;
    }

    /// What the issuer sends a browser back to, once somebody has signed in there.
    std::string way_back(const Browser& browser, const Response& sent)
    {
        const auto back = google.sign_in({goes_on_to(sent), {}, browser.cookies().at("issuer")});
        return "/sign-in/with/google/return?state=" + back.state + "&code=" + back.code;
    }

    Response start(Browser& browser, std::vector<Field> fields = {})
    {
        browser.get("/sign-in");
        return browser.send("/sign-in/with/google", std::move(fields));
    }
    Response go(Browser& browser, std::vector<Field> fields = {})
    {
        const auto sent = start(browser, std::move(fields));
        return browser.get(way_back(browser, sent));
    }

    Response tie(Browser& browser)
    {
        browser.get("/settings/issuers");
        const auto sent = browser.send("/settings/issuers/tie", {});
        return browser.get(way_back(browser, sent));
    }
    void tie_as(std::string_view who)
    {
        Browser browser{site};
        tie_as(who, browser);
    }
    void tie_as(std::string_view who, Browser& browser)
    {
        browser.sign_in(who);
        ASSERT_EQ(goes_on_to(tie(browser)), "/settings/issuers");
    }

    MadeUpIssuer google{"google", "https://accounts.google.example"};
    MadeUpIssuer dfe{"dfe", "https://oidc.signin.example:443", MadeUpIssuer::Kind::ec};
    PracticeSite site{with_issuers()};
};

TEST_F(IssuerPages, OfferAButtonForEachIssuerAndNothingWithoutOne)
{
    Browser browser{site};
    const auto page = text_in(browser.get("/sign-in"));
    EXPECT_THAT(page, HasSubstr("Sign in with The account of google"));
    EXPECT_THAT(page, HasSubstr("Sign in with The account of dfe"));
    PracticeSite without;
    Browser other{without};
    EXPECT_THAT(text_in(other.get("/sign-in")), Not(HasSubstr("/sign-in/with/")));
    other.sign_in("teacher");
    EXPECT_THAT(text_in(other.get("/settings/sign-in")), Not(HasSubstr("/settings/issuers")));
}

TEST_F(IssuerPages, TieAnAccountAndSignInWithIt)
{
    Browser browser{site};
    browser.sign_in("teacher");
    EXPECT_THAT(text_in(browser.get("/settings/sign-in")), HasSubstr("0 tied"));
    EXPECT_EQ(goes_on_to(tie(browser)), "/settings/issuers");
    EXPECT_THAT(text_in(browser.get("/settings/issuers")), HasSubstr("Take away"));
    EXPECT_THAT(text_in(browser.get("/settings/sign-in")), HasSubstr("1 tied"));

    browser.forget_cookies();
    const auto in = go(browser);
    EXPECT_EQ(in.status, Status::ok);
    EXPECT_EQ(goes_on_to(in), "/concerns/new");
    EXPECT_THAT(text_in(in), HasSubstr("href=\"/concerns/new\""))
        << "where the browser does not go on by itself";
    EXPECT_FALSE(browser.cookies().contains("issuer"));
    EXPECT_EQ(browser.get("/my-reports").status, Status::ok);
}

TEST_F(IssuerPages, SayOnceSomebodyHasSignedOutThatTheyMayStillBeSignedInThere)
{
    google.discovery["end_session_endpoint"] = R"("https://accounts.google.example/end?then=home")";
    tie_as("teacher");
    Browser browser{site};
    const std::map<std::string, std::string> ways{{"/sign-out", "/my-reports"},
                                                  {"/settings/sessions/end-all", "/settings/sessions"}};
    for (const auto& [way, page] : ways) {
        go(browser);
        browser.get(page);
        const auto out = location(browser.send(way, {}));
        EXPECT_EQ(out, "/sign-in?why=signed-out&from=google") << way;
        EXPECT_THAT(
            text_in(browser.get(out)),
            HasSubstr("href=\"https://accounts.google.example/end?then=home&amp;client_id=a-made-up-client\">"
                      "sign out of The account of google too"));
    }
    EXPECT_THAT(text_in(browser.get("/sign-in?why=signed-out&from=dfe")),
                HasSubstr("sign out there too. Closing the browser may not do it"))
        << "where nobody knows its address";

    browser.sign_in("teacher");
    browser.get("/my-reports");
    EXPECT_EQ(location(browser.send("/sign-out", {})), "/sign-in?why=signed-out") << "they came by no issuer";
    google.subject = "subject-2";
    tie_as("deputy", browser);
    browser.get("/my-reports");
    EXPECT_EQ(location(browser.send("/sign-out", {})), "/sign-in?why=signed-out&from=google")
        << "whoever tied an account is signed in there too";
    for (const auto* other : {"/sign-in?why=signed-out&from=nobody", "/sign-in?from=google"})
        EXPECT_THAT(text_in(browser.get(other)), Not(HasSubstr("still be signed in"))) << other;
}

TEST_F(IssuerPages, KeepTheSessionStrictAndOnlyTheWayBackLax)
{
    tie_as("teacher");
    Browser browser{site};
    const auto sent = start(browser);
    const auto* away = cookie_set(sent, "issuer");
    ASSERT_NE(away, nullptr);
    EXPECT_EQ(away->same_site, SetCookie::SameSite::lax);
    EXPECT_EQ(away->max_age, 10min);
    EXPECT_FALSE(browser.cookies().contains("session"));
    const auto in = browser.get(way_back(browser, sent));
    for (const auto* name : {"session", "device", "step"}) {
        ASSERT_NE(cookie_set(in, name), nullptr) << name;
        EXPECT_EQ(cookie_set(in, name)->same_site, SetCookie::SameSite::strict) << name;
    }
    EXPECT_EQ(cookie_set(in, "issuer")->max_age, 0s);
}

TEST_F(IssuerPages, GoOnOnlyToAnAddressOfOurOwn)
{
    tie_as("teacher");
    for (const auto* next :
         {"https://example.org/", "//example.org", "/\\example.org", "javascript:alert(1)"}) {
        Browser browser{site};
        auto fields = test::hidden_fields(text_in(browser.get("/sign-in")), "/sign-in/with/google");
        std::erase_if(fields, [](const Field& field) { return field.name == "next"; });
        fields.push_back({"next", next});
        const auto sent = browser.post("/sign-in/with/google", fields);
        EXPECT_EQ(goes_on_to(browser.get(way_back(browser, sent))), "/concerns/new") << next;
    }
    Browser browser{site};
    browser.get("/sign-in?next=/my-reports");
    const auto sent = browser.send("/sign-in/with/google", {});
    const auto back = way_back(browser, sent);
    EXPECT_EQ(goes_on_to(browser.get(back + "&next=https://example.org/")), "/my-reports");
}

TEST_F(IssuerPages, SendNobodyAwayWithoutTheTokenOfThisBrowser)
{
    Browser browser{site};
    browser.get("/sign-in");
    const auto answer = browser.post("/sign-in/with/google", {{"csrf", "made-up"}});
    EXPECT_EQ(answer.status, Status::unprocessable);
    EXPECT_EQ(goes_on_to(answer), "");
    EXPECT_EQ(cookie_set(answer, "issuer"), nullptr);
    EXPECT_EQ(
        browser.post("/sign-in/with/nobody", test::hidden_fields(text_in(answer), "/sign-in/with/google"))
            .status,
        Status::unprocessable);
}

TEST_F(IssuerPages, TakeAReturnOnceAndInNoOtherBrowser)
{
    tie_as("teacher");
    Browser browser{site};
    const auto back = way_back(browser, start(browser));
    Browser other{site};
    EXPECT_EQ(other.get(back).status, Status::unprocessable) << "a link that somebody was sent";
    EXPECT_FALSE(other.cookies().contains("session"));
    start(other);
    EXPECT_EQ(other.get(back).status, Status::unprocessable);
    EXPECT_FALSE(other.cookies().contains("session"));
    EXPECT_EQ(goes_on_to(browser.get(back)), "/concerns/new");
    const auto again = browser.get(back);
    EXPECT_EQ(again.status, Status::unprocessable);
    EXPECT_THAT(text_in(again), HasSubstr("begun in another browser"));
}

TEST_F(IssuerPages, SayInPlainWordsWhatWentWrongAndNothingOfWhatWasSent)
{
    Browser browser{site};
    auto answer = go(browser);
    EXPECT_EQ(answer.status, Status::unprocessable);
    EXPECT_THAT(text_in(answer), HasSubstr("Nobody here has tied that account of The account of google"));
    EXPECT_THAT(text_in(answer), HasSubstr("id=\"elsewhere\""));

    const auto back = way_back(browser, start(browser));
    answer =
        browser.get(back.substr(0, back.find("&code")) + "&error=access_denied&error_description=Kestrel");
    EXPECT_EQ(answer.status, Status::unprocessable);
    EXPECT_THAT(text_in(answer), HasSubstr("The account of google did not sign you in"));
    EXPECT_THAT(text_in(answer), Not(HasSubstr("Kestrel")));
    EXPECT_THAT(text_in(answer), Not(HasSubstr("access_denied")));
    google.is_down = true;
    site.clock().pass(2h);
    answer = start(browser);
    EXPECT_EQ(answer.status, Status::unprocessable);
    EXPECT_THAT(text_in(answer), HasSubstr("can’t be reached"));
}

TEST_F(IssuerPages, CarryTypingThereAndBack)
{
    tie_as("teacher");
    Browser browser{site};
    go(browser, {{"carried-form", "concern"}, {"carried:words", "An image was shared."}});
    EXPECT_THAT(text_in(browser.get("/concerns/new")), HasSubstr("An image was shared."));

    browser.forget_cookies();
    const auto back =
        way_back(browser, start(browser, {{"carried-form", "concern"}, {"carried:words", "Another."}}));
    const auto refused = browser.get(back.substr(0, back.find("&code")) + "&error=access_denied");
    EXPECT_THAT(text_in(refused), HasSubstr("Another."));
}

TEST_F(IssuerPages, CarryNoDataThere)
{
    constexpr std::string_view data =
        "data:image/"
        "png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awA"
        "AAABJRU5ErkJggg==Qx7Zp0Lm4Tn9Vb2Rk6Wc8Hf3Jd5Sg1YaUeIoPqXwZrTyBnMvCkLsDjFhGgEt";
    Browser browser{site};
    const auto back =
        way_back(browser, start(browser, {{"carried-form", "concern"},
                                          {"carried:words", fmt::format("It was said at break. {}", data)}}));
    const auto refused = text_in(browser.get(back.substr(0, back.find("&code")) + "&error=access_denied"));
    EXPECT_THAT(refused, HasSubstr("It was said at break."));
    EXPECT_THAT(refused, HasSubstr("something that was not words was taken out here"));
    EXPECT_THAT(refused, Not(HasSubstr("iVBORw0KGgo")));
}

TEST_F(IssuerPages, AskAgainWhoItIsBeforeAnAccountIsTied)
{
    Browser browser{site};
    browser.sign_in("teacher");
    site.clock().pass(5min);
    browser.get("/settings/issuers");
    const auto asked = browser.send("/settings/issuers/tie", {});
    EXPECT_THAT(text_in(asked), HasSubstr("name=\"proof\""));
    EXPECT_EQ(goes_on_to(asked), "");
    const auto sent = browser.send("/settings/issuers/tie", {{"proof", site.sign_in_of("teacher").password}});
    EXPECT_THAT(goes_on_to(sent), StartsWith("https://accounts.google.example/authorise?"));
}

TEST_F(IssuerPages, TieNothingForWhoeverSignedOutMeanwhile)
{
    Browser browser{site};
    browser.sign_in("teacher");
    browser.get("/settings/issuers");
    const auto sent = browser.send("/settings/issuers/tie", {});
    const auto back = way_back(browser, sent);
    browser.get("/my-reports");
    browser.send("/sign-out", {});
    const auto answer = browser.get(back);
    EXPECT_EQ(answer.status, Status::unprocessable);
    EXPECT_THAT(text_in(answer), HasSubstr("You were signed out meanwhile"));
    EXPECT_FALSE(browser.cookies().contains("session"));
}

TEST_F(IssuerPages, TakeAnAccountAwayAndEndItsSessions)
{
    tie_as("teacher");
    Browser browser{site};
    browser.sign_in("teacher");
    browser.get("/settings/issuers");
    EXPECT_EQ(location(browser.send("/settings/issuers/untie", {})), "/sign-in?why=signed-out");
    EXPECT_THAT(location(browser.get("/my-reports")), StartsWith("/sign-in"));
    EXPECT_EQ(go(browser).status, Status::unprocessable);
}

TEST_F(IssuerPages, TakeAnInvitationUpWithAnAccountElsewhere)
{
    auto& at = site.partnership();
    const auto code = wait_for(app::invite(at.safelead(), at.actor("head@fennimore.example"), at.command(),
                                           at.actor("teacher@fennimore.example").person))
                          .value();
    Browser browser{site};
    browser.get("/invitation");
    EXPECT_EQ(browser.send("/invitation", {{"code", "wrong"}, {"issuer", "google"}}).status,
              Status::unprocessable);
    const auto sent = browser.send("/invitation", {{"code", code}, {"password", ""}, {"issuer", "google"}});
    EXPECT_EQ(goes_on_to(browser.get(way_back(browser, sent))), "/concerns/new");
    EXPECT_THAT(text_in(browser.get("/settings/sign-in")), HasSubstr("None"));
    site.clock().pass(5min);
    browser.get("/settings/issuers");
    EXPECT_THAT(text_in(browser.send("/settings/issuers/untie", {})),
                HasSubstr("You have no password and no app"));
}

TEST(IssuerPagesOfReaders, LeadToTheCodeFirst)
{
    MadeUpIssuer google{"google", "https://accounts.google.example"};
    auto options = test::PracticePartnership::cheap_options();
    options.issuers = test::issuers_of({&google});
    options.factor_for = directory::FactorFor::all_organisations;
    PracticeSite site{options};
    google.clock = &site.clock();
    auto& at = site.partnership();
    const auto head = at.actor("head@fennimore.example");
    const auto lead = at.actor("lead@fennimore.example").person;
    ASSERT_TRUE(wait_for(app::ask_sign_in_reset(at.safelead(), head, at.command(), lead)));
    const auto code = wait_for(app::agree_sign_in_reset(at.safelead(), at.actor("deputy@fennimore.example"),
                                                        at.command(), lead))
                          .value();
    Browser browser{site};
    browser.get("/invitation");
    const auto sent = browser.send("/invitation", {{"code", code}, {"issuer", "google"}});
    const auto back = google.sign_in({goes_on_to(sent), {}, browser.cookies().at("issuer")});
    const auto came = browser.get("/sign-in/with/google/return?state=" + back.state + "&code=" + back.code);
    EXPECT_THAT(goes_on_to(came), StartsWith("/sign-in/factor"));
    EXPECT_FALSE(browser.cookies().contains("session"));
    EXPECT_THAT(text_in(browser.get("/sign-in/factor")), HasSubstr("id=\"secret\""));
}

}  // namespace
}  // namespace safelead::web
