#include "app/differences.h"

#include "guidance/pack_draft.h"
#include "support/packs.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::app {
namespace {

std::vector<Difference> between(std::string_view before, std::string_view after)
{
    const auto two = two_editions(test::packs(), before, after);
    return differences(test::packs(), *two);
}

const Difference* find(const std::vector<Difference>& all, std::string_view id)
{
    const auto found = std::ranges::find_if(
        all, [id](const auto& one) { return std::ranges::find(one.about, id) != one.about.end(); });
    return found == all.end() ? nullptr : &*found;
}

TEST(Differences, SayThatAnAdultRecipientNoLongerCountsWithinCategoryTwo)
{
    for (const auto* after : {"ukcis-2020", "ukcis-2024"}) {
        const auto all = between("ukccis-2016", after);
        const auto* change = find(all, "category.6a");
        ASSERT_NE(change, nullptr) << after;
        EXPECT_EQ(change->in, DifferenceIn::own_words);
        EXPECT_NE(change->words.find("adult recipient is no longer counted within category 2"),
                  std::string::npos);
        EXPECT_FALSE(change->more.empty());  // What was made of the rules stands under it.
    }
}

TEST(Differences, AreMadeOfTheRulesWhereNobodySaidThem)
{
    const auto back = between("ukcis-2024", "ukcis-2020");  // No pack says a change backwards.
    ASSERT_FALSE(back.empty());
    EXPECT_TRUE(
        std::ranges::none_of(back, [](const auto& one) { return one.in == DifferenceIn::own_words; }));
    const auto* presumed = find(back, "criterion.C1-presumed");
    ASSERT_NE(presumed, nullptr);
    EXPECT_TRUE(presumed->words.starts_with("2020 no longer calls for referral at once, for “An adult"))
        << presumed->words;
    const auto* scope = find(back, "name.in_scope");
    ASSERT_NE(scope, nullptr);
    EXPECT_TRUE(scope->words.starts_with("In 2020, “in scope” takes in “")) << scope->words;
}

TEST(Differences, AreNoneBetweenAnEditionAndItself)
{
    for (const auto& pack : test::packs().editions())
        EXPECT_TRUE(between(pack.edition().text(), pack.edition().text()).empty());
    EXPECT_FALSE(two_editions(test::packs(), "ukcis-2024", "ukcis-1999").has_value());
}

TEST(Differences, NameEachChangedRuleOnce)
{
    const auto all = between("ukccis-2016", "ukcis-2024");
    for (const auto& one : all)
        for (const auto& id : one.about) {
            if (id.starts_with("step.") || id.starts_with("question.") || id.starts_with("term.")) continue;
            EXPECT_EQ(std::ranges::count_if(all,
                                            [&id](const auto& other) {
                                                return std::ranges::find(other.about, id) !=
                                                       other.about.end();
                                            }),
                      1)
                << id;
        }
}

/// What is said of the newest edition after `change` was made in its files.
template <class Change>
std::vector<Difference> after_changing(Change change)
{
    const auto& draft = test::packs().drafts().back();
    auto changed = draft;
    change(changed);
    const auto pack = guidance::build_pack(changed).value();
    const TwoEditions two{test::packs().newest(), pack,     draft,  changed, names_of(draft),
                          names_of(changed),      "before", "after"};
    return differences(test::packs(), two);
}

TEST(Differences, HoldBackFromSchoolsWhatIsForOfficers)
{
    const auto all = after_changing([](guidance::PackDraft& draft) {
        for (auto& table : draft.tables)
            for (auto& rule : table.rules)
                if (rule.item.id.text() == "flag.outcome-21") rule.item.when = "profit is yes";
    });
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().audience, guidance::Term::Audience::officers);
}

TEST(Differences, SayWhatElseIsPutOtherwise)
{
    const auto all = after_changing([](guidance::PackDraft& draft) {
        draft.questions.front().item.words += " Today?";
        draft.steps.front().item.deadline = {guidance::Deadline::Unit::working_days, 3};
        draft.terms.front().item.words = "Something else";
        draft.texts["a_new_page"] = "Words.";
    });
    std::vector<DifferenceIn> where;
    for (const auto& one : all) where.push_back(one.in);
    EXPECT_EQ(where, (std::vector{DifferenceIn::questions, DifferenceIn::steps, DifferenceIn::terms,
                                  DifferenceIn::texts}));
    ASSERT_EQ(all.size(), 4U);
    EXPECT_NE(all[1].words.find("within 3 working days"), std::string::npos) << all[1].words;
}

TEST(OwnWords, AreEachAboutSomethingThatChanged)
{
    EXPECT_EQ(words_about_nothing(test::packs()), std::vector<std::string>{});
}

}  // namespace
}  // namespace safelead::app
