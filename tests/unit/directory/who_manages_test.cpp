#include "directory/who_manages.h"

#include "small_school.h"

namespace safelead::directory {
namespace {

bool everybody(const PersonId&)
{
    return true;
}

TEST(WhoManages, IsEverybodyThereWhileNobodyHasThePost)
{
    const SmallSchool place;
    EXPECT_TRUE(manages_referrals(place.state, place.hill, PersonId{"lead"}, everybody));
    EXPECT_TRUE(manages_referrals(place.state, place.hill, PersonId{"chair"}, everybody));
    EXPECT_FALSE(manages_referrals(place.state, place.hill, PersonId{"nobody"}, everybody));
}

TEST(WhoManages, IsWhoeverHasThePostAndNobodyElse)
{
    for (const auto post : {Role::agency_lead, Role::coordinator}) {
        SmallSchool place;
        place.must(GiveRole{PersonId{"head"}, place.hill, post, by_two(PersonId{"lead"}, PersonId{"chair"})});
        EXPECT_TRUE(manages_referrals(place.state, place.hill, PersonId{"head"}, everybody));
        EXPECT_FALSE(manages_referrals(place.state, place.hill, PersonId{"lead"}, everybody));
    }
}

TEST(WhoManages, IsWhoeverMaySeeItWhereNobodyWithThePostMay)
{
    SmallSchool place;
    place.must(GiveRole{PersonId{"head"}, place.hill, Role::agency_lead,
                        by_two(PersonId{"lead"}, PersonId{"chair"})});
    const auto lead_alone = [](const PersonId& person) { return person == PersonId{"lead"}; };
    EXPECT_TRUE(manages_referrals(place.state, place.hill, PersonId{"lead"}, lead_alone));
    EXPECT_FALSE(manages_referrals(place.state, place.hill, PersonId{"head"}, lead_alone))
        << "who may not see it learns nothing of it";
    EXPECT_FALSE(manages_referrals(place.state, place.hill, PersonId{"chair"}, lead_alone));
}

}  // namespace
}  // namespace safelead::directory
