#include "decision/steps.h"

#include "support/packs.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::decision {
namespace {

using guidance::Facts;
using guidance::Role;

/// Two 15-year-olds at this school; everything asked was answered no.
Facts quiet_incident()
{
    Facts facts;
    for (const auto& entry : test::pack("ukcis-2024").vocabulary().entries()) {
        const bool has_no = std::ranges::find(entry.values, "no") != entry.values.end();
        if (has_no) facts.set(entry.fact, "no");
    }
    facts.set("medium", "image");
    facts.set("nude_or_sexual", "yes");
    facts.set("subject_identified", "yes");
    for (const auto& [ref, roles] : {std::pair{"A", guidance::Roles{Role::subject, Role::sharer}},
                                     std::pair{"B", guidance::Roles{Role::recipient}}}) {
        const guidance::Person person{
            ref, roles, 15, 15, guidance::AgeBasis::known, guidance::Setting::this_school};
        EXPECT_TRUE(facts.add(person));
    }
    return facts;
}

bool has(const std::vector<guidance::Step>& steps, std::string_view id)
{
    return std::ranges::any_of(steps, [id](const guidance::Step& step) { return step.id.text() == id; });
}

TEST(Steps, OfManagingInSchoolAskForTheHeadsSignature)
{
    const auto& pack = test::pack("ukcis-2024");
    const Advice advice = evaluate(pack, quiet_incident());
    ASSERT_EQ(advice.route.text(), "SCHOOL_MANAGE");
    const auto steps = steps_for(pack, advice);
    EXPECT_TRUE(has(steps, "head-signoff"));
    EXPECT_TRUE(has(steps, "report-remove"));
    EXPECT_FALSE(has(steps, "refer-social-care"));
}

TEST(Steps, FollowTheRouteThatWasDecided)
{
    const auto& pack = test::pack("ukcis-2024");
    const Advice advice = evaluate(pack, quiet_incident());
    const auto steps = steps_for(pack, advice, "REFER_IMMEDIATE");
    EXPECT_FALSE(has(steps, "head-signoff"));
    EXPECT_FALSE(has(steps, "deletion"));
    EXPECT_TRUE(has(steps, "refer-social-care"));
    EXPECT_TRUE(has(steps, "do-not-delete"));
}

TEST(Steps, DoNotTellParentsWhileAdviceIsAwaited)
{
    Facts facts = quiet_incident();
    facts.set("parents_informing_risk", "alleged");
    const auto& pack = test::pack("ukcis-2024");
    const auto steps = steps_for(pack, evaluate(pack, facts));
    EXPECT_FALSE(has(steps, "parents"));
    EXPECT_TRUE(has(steps, "parents-wait"));
}

TEST(Steps, InDangerBeginWith999)
{
    Facts facts;
    facts.set("immediate_danger", "yes");
    const auto& pack = test::pack("ukcis-2024");
    const auto steps = steps_for(pack, evaluate(pack, facts));
    ASSERT_FALSE(steps.empty());
    EXPECT_EQ(steps.front().id.text(), "ring-999");
    EXPECT_EQ(steps.front().deadline.unit, guidance::Deadline::Unit::immediately);
}

}  // namespace
}  // namespace safelead::decision
