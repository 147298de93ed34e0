#include "guidance/open_text.h"

#include <gtest/gtest.h>

namespace safelead::guidance {
namespace {

constexpr Date day{std::chrono::year{2026}, std::chrono::November, std::chrono::day{23}};

OpenText text(std::string name, std::string language)
{
    OpenText one;
    one.shelf = "shelf";
    one.name = std::move(name);
    one.language = std::move(language);
    one.title = "Telling a Teacher";
    one.review_by = day;
    return one;
}

TEST(OpenTexts, HoldBackATranslationThatNobodyHasChecked)
{
    auto checked = text("a", "pl");
    checked.checked = WordsChecked{"A Person", day};
    const OpenTexts texts{{text("a", "cy"), text("a", "en"), checked}};
    EXPECT_NE(texts.find("shelf", "a"), nullptr);
    EXPECT_NE(texts.find("shelf", "a", "pl"), nullptr);
    EXPECT_EQ(texts.find("shelf", "a", "cy"), nullptr);
    EXPECT_TRUE(texts.on("shelf", "cy").empty());
    ASSERT_EQ(texts.in_all_languages("shelf", "a").size(), 2U);
    EXPECT_EQ(texts.in_all_languages("shelf", "a")[0]->language, "en");
    ASSERT_EQ(texts.held_back().size(), 1U);
    EXPECT_EQ(texts.held_back()[0].language, "cy");
}

TEST(OpenTexts, StandByNumberThenName)
{
    auto second = text("2-b", "en");
    second.number = 2;
    auto tenth = text("10-a", "en");
    tenth.number = 10;
    const OpenTexts texts{{tenth, text("a", "en"), second}};
    const auto on = texts.on("shelf");
    ASSERT_EQ(on.size(), 3U);
    EXPECT_EQ(on[0]->name, "2-b");
    EXPECT_EQ(on[1]->name, "10-a");
}

TEST(OpenTexts, AreFoundByAllTheWordsInAnyCase)
{
    const OpenTexts texts{{text("a", "en")}};
    EXPECT_EQ(texts.with_words("shelf", "teacher TELLING").size(), 1U);
    EXPECT_TRUE(texts.with_words("shelf", "teacher police").empty());
}

TEST(OpenText, IsPastReviewOnlyAfterTheDay)
{
    EXPECT_FALSE(is_past_review(text("a", "en"), day));
    EXPECT_TRUE(is_past_review(text("a", "en"), Date{std::chrono::sys_days{day} + std::chrono::days{1}}));
}

}  // namespace
}  // namespace safelead::guidance
