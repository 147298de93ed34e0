#include "decision/still_possible.h"

#include "decision/evaluate.h"
#include "support/packs.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace safelead::decision {
namespace {

using guidance::Facts;
using guidance::RuleId;

bool is_among(const std::vector<RuleId>& rules, const RuleId& rule)
{
    return std::ranges::find(rules, rule) != rules.end();
}

bool is_up_to_the_route(const guidance::Pack& pack, const RuleId& rule)
{
    for (const auto& table : pack.tables())
        if (table.kind <= guidance::TableKind::route &&
            std::ranges::find(table.rules, rule, &guidance::Rule::id) != table.rules.end())
            return true;
    return false;
}

TEST(StillPossible, HoldsEveryRuleThatOneMoreAnswerBringsIn)
{
    for (const auto& pack : test::packs().editions()) {
        const Facts nothing;
        const auto possible = still_possible(pack, nothing);
        const auto now = evaluate(pack, nothing);
        for (const auto& entry : pack.vocabulary().entries())
            for (const auto& value : entry.values) {
                Facts answered = nothing;
                answered.set(entry.fact, value);
                for (const auto& because : evaluate(pack, answered).because) {
                    const bool is_new = std::ranges::find(now.because, because) == now.because.end();
                    if (!is_new || !is_up_to_the_route(pack, because.rule)) continue;
                    EXPECT_TRUE(is_among(possible, because.rule))
                        << entry.fact.text() << " is " << value << ": " << because.rule.text();
                }
            }
    }
}

TEST(StillPossible, HoldsNoRuleThatSpeaksNow)
{
    const auto& pack = test::pack("ukcis-2024");
    Facts facts;
    facts.set("blackmail", "yes");
    const auto possible = still_possible(pack, facts);
    for (const auto& because : evaluate(pack, facts).because)
        EXPECT_FALSE(is_among(possible, because.rule)) << because.rule.text();
}

TEST(StillPossible, HoldsNoOtherCategoryOnceItIsSettled)
{
    const auto& pack = test::pack("ukcis-2024");
    Facts facts;
    facts.set("medium", "asked_not_sent");
    for (const auto& rule : still_possible(pack, facts))
        EXPECT_FALSE(rule.text().starts_with("category.")) << rule.text();
}

}  // namespace
}  // namespace safelead::decision
