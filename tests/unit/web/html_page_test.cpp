#include "base/bug.h"
#include "html_tokens.h"
#include "web/html/assets.h"
#include "web/html/page.h"

#include <gtest/gtest.h>

namespace safelead::web {

namespace {

bool has(std::string_view whole, std::string_view part)
{
    return whole.find(part) != std::string_view::npos;
}

std::string drawn(const Page& page)
{
    return document(page).bytes();
}

}  // namespace

TEST(Page, LoadsNothingFromAnywhereElseAndHasNoInlineScriptOrStyle)
{
    const std::string html = drawn({.title = "Inbox", .main = text("x"), .scripts = {"forms.js"}});
    for (const std::string& token : html_tokens(html)) {
        EXPECT_FALSE(has(token, " style=")) << token;
        EXPECT_FALSE(has(token, " on")) << token;
        EXPECT_FALSE(token.starts_with("<style")) << token;
        const bool loads = token.starts_with("<script") || token.starts_with("<link");
        EXPECT_FALSE(token.starts_with("<script") && !has(token, " src=")) << token;
        EXPECT_TRUE(!loads || has(token, "=\"/assets/")) << token;
        EXPECT_FALSE(token.starts_with("<img")) << token;
    }
}

TEST(Page, SaysItsLanguageAndDirection)
{
    EXPECT_TRUE(has(drawn({.title = "x"}), "<html lang=\"en-GB\" dir=\"ltr\""));
    constexpr Language urdu{"ur", Direction::right_to_left, {}};
    EXPECT_TRUE(has(drawn({.language = urdu, .title = "x"}), "<html lang=\"ur\" dir=\"rtl\""));
}

TEST(Page, HasOneMainToSkipTo)
{
    const std::string html = drawn({.title = "x", .main = text("middle")});
    EXPECT_TRUE(has(html, "<a href=\"#main-content\" class=\"govuk-skip-link\""));
    EXPECT_EQ(html.find("<main class=\"govuk-main-wrapper\" id=\"main-content\">"), html.find("<main"));
    EXPECT_EQ(html.find("<main"), html.rfind("<main"));
}

TEST(Page, HasANeutralTitleWhereThatIsSafer)
{
    EXPECT_TRUE(has(drawn({.title = "Inbox"}), "<title>Inbox - Safelead</title>"));
    EXPECT_TRUE(has(drawn({.title = "Help", .title_kind = TitleKind::neutral}), "<title>Safelead</title>"));
}

TEST(Page, SaysPracticeOnlyInPractice)
{
    EXPECT_TRUE(has(drawn({.title = "x", .practice = Practice::yes}), "Practice: nothing here is real"));
    EXPECT_FALSE(has(drawn({.title = "x"}), "Practice: nothing here is real"));
}

TEST(Page, EscapesWhoIsSignedInAndSignsOutByAForm)
{
    const std::string html = drawn({.title = "x", .signed_in = SignedIn{"<Robin>", "A & B", "to\"ken"}});
    EXPECT_TRUE(has(html, "Signed in as &lt;Robin&gt;, A &amp; B"));
    EXPECT_TRUE(has(html,
                    "<form method=\"post\" action=\"/sign-out\"><input type=\"hidden\" name=\"csrf\" "
                    "value=\"to&quot;ken\">"));
}

TEST(Page, HasAWayOutAtOnceWhereAsked)
{
    EXPECT_TRUE(has(drawn({.title = "x", .exit_button = ExitButton::present}),
                    "data-module=\"govuk-exit-this-page\""));
    EXPECT_FALSE(has(drawn({.title = "x"}), "govuk-exit-this-page"));
}

TEST(Assets, AreNamedByTheirContent)
{
    for (const Asset& asset : all_assets()) {
        EXPECT_EQ(find_asset(asset.path), &asset);
        EXPECT_EQ(asset_path(asset.name), asset.path);
        EXPECT_EQ(asset.path, "/assets/" + std::string{asset.file.name});
        EXPECT_FALSE(asset.file.bytes.empty());
        EXPECT_LT(asset.file.gzipped.size(), asset.file.bytes.size());
    }
    EXPECT_EQ(find_asset("/assets/safelead.css"), nullptr);
    EXPECT_THROW((void)asset_path("no-such.css"), Bug);
}

TEST(Assets, AreAHundredKilobytesAtMostAllTogether)
{
    std::size_t sent = 0;
    for (const Asset& asset : all_assets()) {
        sent += asset.file.gzipped.empty() ? asset.file.bytes.size() : asset.file.gzipped.size();
    }
    // The page itself comes to that: the longest open one is 21 kB before it is compressed.
    EXPECT_LE(sent, 79'000U);
}

TEST(Assets, HaveNothingThatOnlyGovukMayShow)
{
    for (const Asset& asset : all_assets()) {
        EXPECT_FALSE(has(asset.file.bytes, "GDS Transport")) << asset.name;
        EXPECT_FALSE(has(asset.file.bytes, "crest")) << asset.name;
        EXPECT_FALSE(has(asset.file.bytes, "@font-face")) << asset.name;
    }
}

}  // namespace safelead::web
