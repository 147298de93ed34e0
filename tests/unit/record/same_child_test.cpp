#include "record/same_child.h"

#include "support/case_builders.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

using tests::on;

Identity child(std::string given, std::string family, std::optional<Date> born, std::string upn = "")
{
    return {std::move(given), std::move(family), "", born, std::move(upn), "", ""};
}

const auto day = on("2011-05-02");
const auto other_day = on("2011-05-03");

TEST(SameChild, IsLikelyByNearNameAndDateOfBirthOrByUpn)
{
    EXPECT_EQ(how_alike(child("Łucja", "Błaszczyk", day), child("Lucja", "Blaszczyk", day)),
              Likeness::likely);
    EXPECT_EQ(how_alike(child("Jordan", "Fielding", day), child("Jorden", "Feilding", day)),
              Likeness::likely);
    EXPECT_EQ(
        how_alike(child("Jordan", "Fielding", day, "B801200005001"), child("J", "", {}, " b801200005001 ")),
        Likeness::likely);
}

TEST(SameChild, IsPossibleWhereSomethingIsNotKnown)
{
    EXPECT_EQ(how_alike(child("Jordan", "Fielding", day), child("Jordan", "Fielding", {})),
              Likeness::perhaps);
    EXPECT_EQ(how_alike(child("Jordan", "Fielding", day), child("Jordan", "", {})), Likeness::perhaps);
    auto known_as = child("Jordan Lee", "Fielding", {});
    known_as.known_as = "Jo";
    EXPECT_EQ(how_alike(known_as, child("Jo", "Fielding", {})), Likeness::perhaps);
}

TEST(SameChild, IsNoneWhereADateOfBirthOrANameSpeaksAgainstIt)
{
    EXPECT_EQ(how_alike(child("Jordan", "Fielding", day), child("Jordan", "Fielding", other_day)),
              Likeness::none);
    EXPECT_EQ(how_alike(child("Jordan", "Fielding", day), child("Kim", "Fielding", day)), Likeness::none);
    EXPECT_EQ(how_alike(child("Jordan", "Reed", day), child("Jordan", "Hill", day)), Likeness::none);
    EXPECT_EQ(how_alike(child("", "", {}), child("", "", {})), Likeness::none);
}

}  // namespace
}  // namespace safelead::record
