// Every law can be broken: a pack with a fault planted breaks it, for facts that are written out here.

#include "decision/laws.h"

#include "exchange/pack_reader.h"
#include "support/packs.h"
#include "support/source_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>

namespace safelead::decision {
namespace {

using guidance::Facts;
using guidance::Pack;
using guidance::PackDraft;
using guidance::TableKind;

PackDraft newest()
{
    const auto files =
        exchange::read_pack_files(std::filesystem::path{safelead::test::source_dir()} / "guidance/ukcis-2024")
            .value();
    return exchange::parse_pack(files, "").value();
}

Pack with_route(const char* gives, const char* when)
{
    PackDraft draft = newest();
    auto& routes = std::ranges::find(draft.tables, TableKind::route, &guidance::TableDraft::kind)->rules;
    const guidance::Rule rule{guidance::RuleId{"planted"},
                              guidance::Code{gives},
                              when,
                              {"nobody", "first", "1"},
                              guidance::Standing::project_rule};
    routes.insert(routes.begin(), {rule, {}});
    return guidance::build_pack(draft).value();
}

Facts somebody(std::optional<int> age)
{
    Facts facts;
    facts.set("medium", "image");
    facts.set("nude_or_sexual", "yes");
    facts.set("subject_identified", "yes");
    facts.set("adult_involved", "no");
    if (!facts.add({"A",
                    {guidance::Role::subject, guidance::Role::sharer},
                    age,
                    age,
                    guidance::AgeBasis::known,
                    guidance::Setting::this_school}))
        throw std::logic_error{"refused"};
    return facts;
}

std::optional<Law> broken_in(const Pack& pack, const Facts& facts)
{
    const auto broken = Laws{pack}.broken_by(facts);
    return broken ? std::optional{broken->law} : std::nullopt;
}

TEST(Laws, AreKeptByThePackAsItIs)
{
    EXPECT_EQ(broken_in(test::pack("ukcis-2024"), somebody(14)), std::nullopt);
    EXPECT_EQ(broken_in(test::pack("ukcis-2024"), somebody(std::nullopt)), std::nullopt);
}

TEST(Laws, NoticeARouteThatFallsWhenARiskIsFound)
{
    const auto pack = with_route("CONSULT", "grooming is yes and immediate_danger is yes");
    EXPECT_EQ(broken_in(pack, somebody(14)), std::nullopt);
    Facts facts = somebody(14);
    facts.set("immediate_danger", "yes");
    EXPECT_EQ(broken_in(pack, facts), Law::risk_never_lowers);
}

TEST(Laws, NoticeASchoolThatManagesAloneWithoutKnowingAnAge)
{
    const auto pack = with_route("SCHOOL_MANAGE", "category is SELF_PEER and not any criterion");
    EXPECT_EQ(broken_in(pack, somebody(std::nullopt)), Law::unknown_age_not_alone);
    Facts unidentified = somebody(14);
    unidentified.set("subject_identified", "unknown");
    EXPECT_EQ(broken_in(pack, unidentified), Law::unknown_age_not_alone);
}

TEST(Laws, NoticeACriterionThatIsManagedAlone)
{
    Facts facts = somebody(14);
    facts.set("acts_unusual_or_violent", "yes");
    EXPECT_EQ(broken_in(with_route("SCHOOL_MANAGE", "C3"), facts), Law::criterion_not_alone);
    EXPECT_EQ(broken_in(with_route("BEHAVIOUR_POLICY", "C3"), facts), Law::criterion_not_alone);
}

TEST(Laws, NoticeAnAdultWhoIsLeftToTheBehaviourPolicy)
{
    // The criterion has to be gone too, or its own law is the first to be broken.
    PackDraft draft = newest();
    auto& criteria = std::ranges::find(draft.tables, TableKind::criteria, &guidance::TableDraft::kind)->rules;
    criteria.front().item.when = "adult_involved is yes";
    criteria[1].item.when = "adult_involved is yes and adult_presumed";
    auto& routes = std::ranges::find(draft.tables, TableKind::route, &guidance::TableDraft::kind)->rules;
    routes.front().item.when = "medium is text and adult_involved is suspected";
    routes.front().item.gives = guidance::Code{"BEHAVIOUR_POLICY"};
    Facts facts = somebody(14);
    facts.set("medium", "text");
    facts.set("adult_involved", "suspected");
    EXPECT_EQ(broken_in(guidance::build_pack(draft).value(), facts), Law::adult_not_behaviour);
}

TEST(Laws, NoticeALineThatNamesNoSource)
{
    PackDraft draft = newest();
    for (auto& table : draft.tables)
        for (auto& rule : table.rules) rule.item.source.section.clear();
    EXPECT_EQ(broken_in(guidance::build_pack(draft).value(), somebody(14)), Law::every_line_has_a_source);
}

TEST(Laws, NoticeAnOverlayThatLowers)
{
    const Pack& plain = test::pack("ukcis-2024");
    const Laws laws{plain, {with_route("BEHAVIOUR_POLICY", "medium is image")}};
    const auto broken = laws.broken_by(somebody(14));
    ASSERT_TRUE(broken);
    EXPECT_EQ(broken->law, Law::overlay_never_lowers);
}

}  // namespace
}  // namespace safelead::decision
