#include "directory/who_manages.h"

#include "small_school.h"

namespace safelead::directory {
namespace {

TEST(WhoManages, IsEverybodyThereWhileNobodyHasThePost)
{
    const SmallSchool place;
    EXPECT_TRUE(manages_referrals(place.state, place.hill, PersonId{"lead"}));
    EXPECT_TRUE(manages_referrals(place.state, place.hill, PersonId{"chair"}));
    EXPECT_FALSE(manages_referrals(place.state, place.hill, PersonId{"nobody"}));
}

TEST(WhoManages, IsWhoeverHasThePostAndNobodyElse)
{
    for (const auto post : {Role::agency_lead, Role::coordinator}) {
        SmallSchool place;
        place.must(GiveRole{PersonId{"head"}, place.hill, post, by_two(PersonId{"lead"}, PersonId{"chair"})});
        EXPECT_TRUE(manages_referrals(place.state, place.hill, PersonId{"head"}));
        EXPECT_FALSE(manages_referrals(place.state, place.hill, PersonId{"lead"}));
    }
}

}  // namespace
}  // namespace safelead::directory
