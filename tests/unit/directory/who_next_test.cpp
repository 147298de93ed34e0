#include "directory/who_next.h"

#include "small_school.h"

namespace safelead::directory {
namespace {

const PersonId lead{"lead"};
const PersonId deputy{"deputy"};
const PersonId head{"head"};
const PersonId chair{"chair"};
const Date monday{std::chrono::year{2026} / 11 / 23};

std::vector<PersonId> people(const std::vector<NextPerson>& order)
{
    std::vector<PersonId> ids;
    for (const auto& next : order) ids.push_back(next.person);
    return ids;
}

TEST(WhoNext, GoesFromTheLeadToTheDeputyTheHeadAndTheChair)
{
    const SmallSchool school;
    EXPECT_EQ(people(who_next(school.state, school.hill, monday, {})),
              (std::vector{lead, deputy, head, chair}));
}

TEST(WhoNext, PassesOverWhoeverIsInvolved)
{
    const SmallSchool school;
    EXPECT_EQ(people(who_next(school.state, school.hill, monday, {lead, head})),
              (std::vector{deputy, chair}));
}

TEST(WhoNext, TurnsToTheCoverAndKeepsTheAbsentForLast)
{
    SmallSchool school;
    school.must(RecordAway{lead, school.hill, {monday, std::nullopt, head}, by_themselves(lead)});
    const auto order = who_next(school.state, school.hill, monday, {});
    EXPECT_EQ(people(order), (std::vector{head, deputy, chair, lead}));
    EXPECT_TRUE(order.front().covering);
    EXPECT_EQ(order.front().role, Role::dsl);
}

TEST(WhoNext, NeverTurnsToACoverWhoIsInvolved)
{
    SmallSchool school;
    school.must(RecordAway{lead, school.hill, {monday, std::nullopt, head}, by_themselves(lead)});
    EXPECT_EQ(people(who_next(school.state, school.hill, monday, {head})),
              (std::vector{deputy, chair, lead}));
}

TEST(WhoNext, GivesSomebodyWithTwoRolesOnce)
{
    SmallSchool school;
    school.must(GiveRole{head, school.hill, Role::deputy, by_two(lead, chair)});
    EXPECT_EQ(people(who_next(school.state, school.hill, monday, {})),
              (std::vector{lead, deputy, head, chair}));
}

TEST(WhoNext, KnowsNobodyOfAnotherOrganisation)
{
    const SmallSchool school;
    EXPECT_TRUE(who_next(school.state, OrganisationId{"elsewhere"}, monday, {}).empty());
}

}  // namespace
}  // namespace safelead::directory
