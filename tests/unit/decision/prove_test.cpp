// What is proved of the packs, and that nothing is proved of a pack in which a fault was planted.

#include "decision/prove.h"

#include "app/made_up_facts.h"
#include "decision/whole_space.h"
#include "exchange/pack_reader.h"
#include "support/packs.h"
#include "support/source_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace safelead::decision {
namespace {

using guidance::Code;
using guidance::Pack;
using guidance::PackDraft;
using guidance::Rule;
using guidance::TableKind;

PackDraft newest()
{
    const auto files =
        exchange::read_pack_files(std::filesystem::path{safelead::test::source_dir()} / "guidance/ukcis-2024")
            .value();
    return exchange::parse_pack(files, "").value();
}

guidance::TableDraft& table_of(PackDraft& draft, TableKind kind)
{
    return *std::ranges::find(draft.tables, kind, &guidance::TableDraft::kind);
}

Rule planted(const char* gives, const char* when)
{
    return {guidance::RuleId{"planted"},
            Code{gives},
            when,
            {"nobody", "first", "1"},
            guidance::Standing::project_rule};
}

/// The newest edition with one rule before all others of a table.
PackDraft with_first(TableKind kind, const Rule& rule)
{
    PackDraft draft = newest();
    auto& rules = table_of(draft, kind).rules;
    rules.insert(rules.begin(), {rule, {}});
    return draft;
}

PackDraft with_route(const char* gives, const char* when)
{
    return with_first(TableKind::route, planted(gives, when));
}

Proven proven(const PackDraft& draft)
{
    return prove(guidance::build_pack(draft).value()).value();
}

bool is_broken(const Proven& proven, Law law)
{
    return std::ranges::find(proven.breaches, law, &Breach::law) != proven.breaches.end();
}

class ProveEdition : public ::testing::TestWithParam<const char*> {};

TEST_P(ProveEdition, KeepsEveryLawAndUsesEveryRuleAndStep)
{
    const Pack& pack = test::pack(GetParam());
    const Proven found = prove(pack).value();
    EXPECT_TRUE(found.breaches.empty());
    EXPECT_TRUE(found.not_one.empty());
    for (const RuleReach& reach : found.rules) EXPECT_TRUE(reach.example) << reach.rule;
    for (const StepReach& reach : found.steps)
        EXPECT_TRUE(reach.example) << pack.steps()[reach.step].id.text();
}

TEST_P(ProveEdition, SaysOfEveryRuleWhatTheEngineSaysForAnyFacts)
{
    const Pack& pack = test::pack(GetParam());
    WholeSpace space{pack, AnyPeople::of(pack.program(), {}).value()};
    app::Numbers numbers{5};
    for (int i = 0; i < 300; ++i) {
        const auto facts = app::made_up_facts(pack.vocabulary(), numbers);
        const Conclusion now = conclude(pack, facts);
        for (const auto& table : pack.tables()) {
            for (std::size_t rule = 0; rule < table.rules.size(); ++rule) {
                const bool speaks = ((now.of(table.kind) >> rule) & 1U) != 0;
                ASSERT_EQ(space.holds(space.speaks_rule(table.kind, rule), facts), speaks)
                    << table.rules[rule].id.text();
            }
        }
    }
}

TEST_P(ProveEdition, NeverSaysThatAnybodyWhoIsThereCannotBe)
{
    // Whoever is made up, the people that stand for them show the same.
    const Pack& pack = test::pack(GetParam());
    WholeSpace space{pack, AnyPeople::of(pack.program(), {}).value()};
    app::Numbers numbers{6};
    for (int i = 0; i < 300; ++i) {
        const auto facts = app::made_up_facts(pack.vocabulary(), numbers);
        const auto like_them = space.example(space.like(facts));
        ASSERT_TRUE(like_them);
        EXPECT_EQ(conclude(pack, *like_them), conclude(pack, facts));
    }
}

INSTANTIATE_TEST_SUITE_P(Editions, ProveEdition,
                         ::testing::Values("ukccis-2016", "ukcis-2020", "ukcis-2024"));

TEST(Prove, FindsARuleThatCanNeverSpeak)
{
    const Proven found = proven(with_first(TableKind::category, planted("NOT_TEXT_ONLY", "medium is text")));
    const auto never =
        std::ranges::count_if(found.rules, [](const RuleReach& reach) { return !reach.example; });
    EXPECT_EQ(never, 1) << "the rule that stands behind the planted one";
}

TEST(Prove, FindsThatNobodyIsUnderThirteenAndEighteenAtOnce)
{
    const Proven found = proven(
        with_first(TableKind::safety_rules,
                   planted("X2", "some subject has (age_at_event under 13 and age_at_event 18 or over)")));
    EXPECT_FALSE(found.rules[std::size_t{11 + 6}].example);
    const Proven two_people = proven(with_first(
        TableKind::safety_rules,
        planted("X2",
                "some subject has (age_at_event under 13) and some subject has (age_at_event 18 or over)")));
    EXPECT_TRUE(two_people.rules[std::size_t{11 + 6}].example);
}

TEST(Prove, FindsThatTheEldestIsNotYoungerThanAnybody)
{
    // Nobody is 3 years older than somebody of 10 when nobody is over 12.
    const Proven found = proven(with_first(
        TableKind::safety_rules,
        planted("X2",
                "some involved has (age_at_event 10 or over and another involved is 3 or more years older) "
                "and no involved has (age_at_event 13 or over)")));
    EXPECT_FALSE(found.rules[std::size_t{11 + 6}].example);
}

TEST(Prove, FindsAStepThatIsNeverCalledFor)
{
    PackDraft draft = newest();
    draft.steps.front().item.unless = draft.steps.front().item.any_of;
    EXPECT_FALSE(proven(draft).steps.front().example);
}

TEST(Prove, FindsARouteThatFallsWhenARiskIsFound)
{
    const Proven found = proven(with_route("SCHOOL_MANAGE", "profit is yes"));
    EXPECT_TRUE(is_broken(found, Law::risk_never_lowers));
}

TEST(Prove, FindsASchoolThatManagesAloneWithoutKnowingAnAge)
{
    const Proven found = proven(with_route(
        "SCHOOL_MANAGE",
        "category is SELF_PEER and not any criterion and some recipient has (age_at_event missing)"));
    EXPECT_TRUE(is_broken(found, Law::unknown_age_not_alone));
    EXPECT_FALSE(is_broken(found, Law::criterion_not_alone));
}

TEST(Prove, FindsACriterionThatIsLeftToTheBehaviourPolicy)
{
    const Proven found = proven(with_route("BEHAVIOUR_POLICY", "C3 and category is NOT_NUDE_OR_SEXUAL"));
    EXPECT_TRUE(is_broken(found, Law::criterion_not_alone));
    EXPECT_FALSE(is_broken(found, Law::unknown_age_not_alone));
}

TEST(Prove, FindsAnAdultWhoIsLeftToTheBehaviourPolicy)
{
    const Proven found =
        proven(with_route("BEHAVIOUR_POLICY", "medium is text and adult_involved is suspected"));
    EXPECT_TRUE(is_broken(found, Law::adult_not_behaviour));
}

TEST(Prove, FindsARuleThatNamesNoSource)
{
    PackDraft draft = newest();
    table_of(draft, TableKind::flags).rules.front().item.source.section.clear();
    EXPECT_TRUE(is_broken(proven(draft), Law::every_line_has_a_source));
}

TEST(Prove, SaysWhenItCannotProve)
{
    const PackDraft draft = with_first(
        TableKind::safety_rules, planted("X2",
                                         "some sharer has (another sharer is 3 or more years older) and "
                                         "some holder has (another holder is 3 or more years older)"));
    const auto pack = guidance::build_pack(draft).value();
    EXPECT_FALSE(prove(pack).has_value());
}

}  // namespace
}  // namespace safelead::decision
