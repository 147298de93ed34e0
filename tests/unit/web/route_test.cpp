#include "support/practice_site.h"
#include "web/routes.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <string>

namespace safelead::web {
namespace {

using test::Browser;
using test::location;
using test::PracticeSite;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;
using testing::UnorderedElementsAre;

/// An address of that pattern, for something that there is not.
std::string example_of(std::string_view pattern)
{
    std::string address;
    for (std::size_t at = 0; at < pattern.size(); ++at) {
        if (pattern[at] != '{') {
            address += pattern[at];
            continue;
        }
        address += "nothing";
        at = pattern.find('}', at);
    }
    return address;
}

class Routes : public testing::Test {
protected:
    static void SetUpTestSuite() { site = std::make_unique<PracticeSite>(); }
    static void TearDownTestSuite() { site.reset(); }
    static std::unique_ptr<PracticeSite> site;
};
std::unique_ptr<PracticeSite> Routes::site;

TEST(RouteTable, HasWellFormedPatternsAndAHandlerForEach)
{
    for (const auto& route : routes()) {
        EXPECT_TRUE(is_well_formed(route.pattern)) << route.pattern;
        EXPECT_NE(route.handler, nullptr) << route.pattern;
    }
}

TEST(RouteTable, HasNoTwoLinesForOneAddress)
{
    const auto all = routes();
    for (std::size_t one = 0; one < all.size(); ++one)
        for (std::size_t other = one + 1; other < all.size(); ++other)
            EXPECT_FALSE(overlap(all[one], all[other])) << all[one].pattern << " and " << all[other].pattern;
}

TEST(RouteTable, OpensOnlyTheseToAnybody)
{
    std::vector<std::string> open;
    for (const auto& address : all_addresses())
        if (address.door == Door::open)
            open.push_back((address.route.method == Method::get ? "GET " : "POST ") +
                           std::string{address.route.pattern});
    EXPECT_THAT(
        open,
        UnorderedElementsAre(
            "GET /", "GET /now", "GET /now/paper", "GET /young-people", "GET /parents", "GET /law",
            "GET /accessibility", "GET /privacy", "GET /assets/{file}", "GET /healthz", "GET /guidance",
            "GET /guidance/{edition}", "GET /guidance/{edition}/examples", "GET /guidance/local/{area}",
            "GET /guidance/diff/{before}/{after}", "GET /advise", "POST /advise", "GET /sign-in",
            "POST /sign-in", "GET /record/checkpoint/{organisation}",
            "GET /record/consistency/{organisation}/{from}/{to}", "GET /record/key-rotations/{organisation}",
            "POST /record/cosignature/{organisation}", "GET /practice", "GET /practice/{exercise}",
            "POST /practice/{exercise}", "GET /training", "GET /training/learn", "POST /training/learn",
            "GET /training/{session}", "GET /training/{session}/calendar", "GET /young-people/{page}",
            "GET /young-people/talk", "GET /young-people/talk/write", "POST /young-people/talk/write",
            "GET /young-people/talk/send", "POST /young-people/talk/send", "GET /young-people/talk/back",
            "POST /young-people/talk/back", "GET /young-people/talk/more", "POST /young-people/talk/more",
            "GET /young-people/talk/name", "POST /young-people/talk/name", "GET /young-people/talk/leave",
            "POST /young-people/talk/leave", "GET /parents/{page}", "GET /guides", "GET /guides/feed",
            "GET /guides/{guide}", "GET /contacts", "GET /statistics", "GET /campaigns/{campaign}",
            "GET /campaigns/{campaign}/{piece}", "POST /sign-in/with/{issuer}",
            "GET /sign-in/with/{issuer}/return", "GET /sign-in/passkey", "POST /sign-in/passkey",
            "GET /sign-in/code", "POST /sign-in/code", "GET /sign-in/place", "POST /sign-in/place",
            "GET /sign-in/factor", "POST /sign-in/factor", "GET /invitation", "POST /invitation",
            "GET /shared", "POST /shared", "POST /shared/step", "GET /api/v1/openapi.json"));
}

TEST_F(Routes, AskWhoeverIsNotSignedInToSignIn)
{
    for (const auto& address : all_addresses()) {
        if (address.door != Door::signed_in) continue;
        Browser browser{*site};
        const auto example = example_of(address.route.pattern);
        if (address.route.method == Method::get) {
            EXPECT_THAT(location(browser.get(example)), StartsWith("/sign-in?next=/")) << example;
        } else {
            const auto answer = browser.post(example, {{"words", "typed"}});
            EXPECT_THAT(std::string{answer.text()}, HasSubstr("action=\"/sign-in\"")) << example;
        }
    }
}

TEST_F(Routes, RefuseEveryFormWithoutItsToken)
{
    Browser browser{*site};
    browser.sign_in("lead");
    for (const auto& address : all_addresses()) {
        if (address.route.method != Method::post || address.door == Door::open) continue;
        if (address.door == Door::token) continue;  // No form: api_walk_test.
        const auto example = example_of(address.route.pattern);
        EXPECT_EQ(browser.post(example, {{"words", "typed"}}).status, Status::forbidden) << example;
        EXPECT_EQ(browser.post(example, {{"words", "typed"}, {"csrf", "made-up"}}).status, Status::forbidden)
            << example;
    }
    EXPECT_EQ(browser.get("/inbox").status, Status::ok) << "signing out took no token";
}

TEST_F(Routes, SayNotFoundOfWhatIsNotThere)
{
    Browser browser{*site};
    browser.sign_in("lead");
    for (const auto& address : all_addresses()) {
        if (address.route.method != Method::get || address.door != Door::signed_in) continue;
        if (address.route.pattern.find('{') == std::string_view::npos) continue;
        const auto example = example_of(address.route.pattern);
        EXPECT_EQ(browser.get(example).status, Status::not_found) << example;
    }
}

TEST_F(Routes, SayPracticeOnEveryPage)
{
    Browser browser{*site};
    browser.sign_in("lead");
    for (const auto& address : all_addresses()) {
        if (address.route.method != Method::get || address.route.pattern.find('{') != std::string_view::npos)
            continue;
        if (address.route.pattern == "/healthz" || address.route.pattern == "/guides/feed") continue;
        if (address.route.pattern.starts_with("/api/")) continue;                // No page.
        if (address.route.pattern.starts_with("/young-people/talk/")) continue;  // Shown by posts alone.
        const auto answer = browser.get(address.route.pattern);
        // The coordinator's, other agencies' and an administrator's own.
        const bool is_others =
            address.route.pattern == "/to-check" || address.route.pattern == "/referrals" ||
            address.route.pattern == "/settings/tokens" || address.route.pattern == "/openings";
        EXPECT_EQ(answer.status, is_others ? Status::forbidden : Status::ok) << address.route.pattern;
        EXPECT_THAT(std::string{answer.text()}, HasSubstr("safelead-practice")) << address.route.pattern;
    }
}

TEST_F(Routes, GoOnOnlyToAnAddressOfOurOwn)
{
    const auto who = site->sign_in_of("lead");
    for (const auto* next : {"https://example.org/", "//example.org", "/\\example.org"}) {
        Browser browser{*site};
        browser.get("/sign-in");
        const auto answer =
            browser.send("/sign-in", {{"email", who.email}, {"password", who.password}, {"next", next}});
        EXPECT_THAT(location(answer), Not(HasSubstr("example.org"))) << next;
    }
}

}  // namespace
}  // namespace safelead::web
