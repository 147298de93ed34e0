#include "record/assessments.h"

#include "support/case_builders.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::record {
namespace {

using tests::Desk;

TEST(Assessments, AreThereForEachTimeThatAdviceWasKept)
{
    Desk desk;
    EXPECT_TRUE(assessments_of(desk.now()).empty());
    desk.open().with_two_children();
    const auto before = assessments_of(desk.now()).size();
    desk.answered().answer("coercion", "yes");
    const auto all = assessments_of(desk.now());
    ASSERT_GT(all.size(), before);

    const auto given = std::ranges::count_if(desk.now().history, [](const Happened<CaseEvent>& happened) {
        const auto* advice = std::get_if<AdviceGiven>(happened.event.get());
        return advice != nullptr && advice->under == AdviceUnder::in_force;
    });
    EXPECT_EQ(static_cast<std::ptrdiff_t>(all.size()), given);
    EXPECT_EQ(all.back().facts, facts_of(desk.now()));
    EXPECT_EQ(*all.back().advice, *desk.now().advice);
    EXPECT_TRUE(std::ranges::is_sorted(all, {}, &Assessment::at));
}

TEST(Assessments, HaveTheFactsAsTheyWereThen)
{
    Desk desk;
    desk.open().with_two_children().answered().answer("coercion", "yes");
    desk.answer("coercion", "no");
    const auto all = assessments_of(desk.now());
    ASSERT_GE(all.size(), 2U);
    EXPECT_EQ(all[all.size() - 2].facts.value("coercion"), "yes");
    EXPECT_EQ(all.back().facts.value("coercion"), "no");
}

TEST(Assessments, NameTheDecisionsMadeOnThem)
{
    Desk desk;
    desk.open().with_two_children().answered().answer("coercion", "yes");
    desk.must(tests::referring("REFER_IMMEDIATE"));
    const auto all = assessments_of(desk.now());
    ASSERT_FALSE(all.empty());
    EXPECT_EQ(all.back().decisions, std::vector<int>{1});
    for (auto one = all.begin(); one != all.end() - 1; ++one) EXPECT_TRUE(one->decisions.empty());
}

}  // namespace
}  // namespace safelead::record
