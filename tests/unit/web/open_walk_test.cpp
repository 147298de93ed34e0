// Somebody without an account follows every link.

#include "app/who_to_ring.h"
#include "support/practice_partnership.h"
#include "support/practice_site.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <regex>
#include <set>

namespace safelead::web {
namespace {

using test::Browser;
using test::PracticeSite;

constexpr std::size_t heaviest = 60'000;  // With the style sheet and the scripts it is under 100 kB.

std::vector<std::string> all_matches(const std::string& text, const std::string& pattern, std::size_t group)
{
    const std::regex expression{pattern};
    std::vector<std::string> found;
    for (std::sregex_iterator at{text.begin(), text.end(), expression}, end; at != end; ++at)
        found.push_back((*at)[group]);
    return found;
}

/// Pages by address, with everything that can be come to from the first.
class OpenWalk : public testing::Test {
protected:
    static void SetUpTestSuite()
    {
        site = std::make_unique<PracticeSite>();
        std::vector<std::string> to_go{"/"};
        while (!to_go.empty()) {
            const auto address = to_go.back();
            to_go.pop_back();
            if (pages.contains(address)) continue;
            Browser browser{*site};
            const auto answer = browser.get(address);
            pages[address] = answer;
            if (answer.content_type.find("text/html") == std::string::npos) continue;
            for (auto& link : all_matches(std::string{answer.text()}, R"re(href="(/[^"#]*))re", 1))
                if (!link.starts_with("/assets/")) to_go.push_back(std::move(link));
        }
    }
    static void TearDownTestSuite()
    {
        site.reset();
        pages.clear();
    }

    static std::unique_ptr<PracticeSite> site;
    static std::map<std::string, Response> pages;
};
std::unique_ptr<PracticeSite> OpenWalk::site;
std::map<std::string, Response> OpenWalk::pages;

std::string digits_of(std::string_view text)
{
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

/// What is read on a page, without its tags.
std::string words_on(const std::string& html)
{
    auto words = std::regex_replace(html, std::regex{"<[^>]*>"}, "\n");
    return std::regex_replace(words, std::regex{"[0-9]{4}-[0-9]{2}-[0-9]{2}"}, "a date");
}

TEST_F(OpenWalk, ComesToAPageByEveryLink)
{
    ASSERT_GT(pages.size(), 20U);
    for (const auto& [address, answer] : pages) {
        const bool is_for_staff = address == "/concerns/new" || address.starts_with("/kits/");
        const bool needs_account = answer.status == Status::see_other && is_for_staff;
        EXPECT_TRUE(answer.status == Status::ok || needs_account) << address;
    }
}

TEST_F(OpenWalk, SeesNoNumberThatIsNotInTheDirectory)
{
    std::set<std::string> known;
    for (const auto& contact : test::local_guidance().contacts.all) {
        if (contact.telephone) known.insert(digits_of(contact.telephone->display));
        known.insert(digits_of(contact.text));
    }
    std::set<std::string> past;
    for (const auto& one : test::local_guidance().history)
        for (const auto& number : all_matches(one.was, "[0-9](?:[ -]?[0-9]){6,}", 0))
            past.insert(digits_of(number));
    std::size_t numbers = 0;
    for (const auto& [address, answer] : pages) {
        if (answer.content_type == "application/pdf") continue;          // Made of the same text as its page.
        if (answer.content_type.starts_with("text/calendar")) continue;  // Its long numbers are times.
        const std::string html{answer.text()};
        EXPECT_EQ(html.find("](ring:"), std::string::npos) << address;
        const auto without_past =
            std::regex_replace(html, std::regex{"<s class=\"safelead-past\">.*?</s>"}, "");
        for (const auto& number : all_matches(words_on(without_past), "[0-9](?:[ -]?[0-9]){6,}", 0)) {
            ++numbers;
            EXPECT_TRUE(known.contains(digits_of(number))) << number << " on " << address;
        }
        for (const auto& dialled : all_matches(html, "href=\"tel:([^\"]*)", 1)) {
            const auto& all = test::local_guidance().contacts.all;
            EXPECT_TRUE(std::ranges::any_of(
                all, [&](const auto& one) { return one.telephone && one.telephone->dial == dialled; }))
                << dialled << " on " << address;
        }
        for (const auto& number : past)
            EXPECT_EQ(digits_of(words_on(without_past)).find(number), std::string::npos) << address;
        EXPECT_EQ(html.find("0844"), std::string::npos) << address;
    }
    EXPECT_GT(numbers, 20U) << "the test finds no numbers";
}

TEST_F(OpenWalk, IsGivenNoCookieAndLeavesNothingBehindOnPagesForYoungPeopleAndParents)
{
    std::size_t seen = 0;
    for (const auto& [address, answer] : pages) {
        if (!address.starts_with("/young-people") && !address.starts_with("/parents")) continue;
        ++seen;
        const std::string html{answer.text()};
        EXPECT_TRUE(answer.cookies.empty()) << address;
        EXPECT_EQ(answer.caching, Caching::no_store) << address;
        EXPECT_NE(html.find("<title>Safelead</title>"), std::string::npos) << address;
        EXPECT_NE(html.find("govuk-js-exit-this-page-button"), std::string::npos) << address;
        EXPECT_EQ(html.find("<form"), std::string::npos) << address;
        EXPECT_TRUE(all_matches(html, "src=\"(https?:[^\"]*)", 1).empty()) << address;
        EXPECT_TRUE(all_matches(html, "<link[^>]*href=\"(https?:[^\"]*)", 1).empty()) << address;
        EXPECT_LT(html.size(), heaviest) << address;
    }
    EXPECT_GE(seen, 13U);
}

TEST_F(OpenWalk, FindsDrawingsWhoseWordsAreText)
{
    std::size_t drawings = 0;
    for (const auto& [address, answer] : pages) {
        if (!address.ends_with(".svg")) continue;
        ++drawings;
        const std::string svg{answer.text()};
        EXPECT_EQ(answer.content_type, "image/svg+xml; charset=utf-8") << address;
        EXPECT_NE(svg.find("<title id=\"title\">"), std::string::npos) << address;
        EXPECT_NE(svg.find("<desc id=\"description\">"), std::string::npos) << address;
        EXPECT_NE(svg.find("0800 1111</text>"), std::string::npos) << address;
        EXPECT_NE(svg.find("CC BY 4.0"), std::string::npos) << address;
        for (const char* never : {"<image", "<script", "<foreignObject", "href=", "style="})
            EXPECT_EQ(svg.find(never), std::string::npos) << never << " in " << address;
    }
    EXPECT_EQ(drawings, 6U);
}

TEST_F(OpenWalk, IsNotShownATranslationThatNobodyHasChecked)
{
    Browser browser{*site};
    for (const auto& text : test::open_shelf().texts.held_back()) {
        const auto answer = browser.get("/" + text.shelf + "?language=" + text.language);
        EXPECT_NE(answer.text().find("<html lang=\"en-GB\""), std::string_view::npos) << text.language;
        EXPECT_EQ(answer.text().find(text.title), std::string_view::npos) << text.language;
    }
}

}  // namespace
}  // namespace safelead::web
