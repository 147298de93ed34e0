// Lists whose names are in one column: where they are divided is a guess.

#include "record/children_import.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

using namespace std::chrono;

const Date today{2026y / November / 23};
const Date born{2012y / September / 1};

const std::vector<ListedChild> the_list{
    {ChildId{"c1"}, {"Maria", "Garcia Lopez", "", born, "B801200005001", "9", ""}}};

ImportedChild guessed(std::optional<Date> when, const std::string& upn)
{
    return {2, {"Maria Garcia", "Lopez", "", when, upn, "9", ""}, {}, FaultAt::row, NameDivided::by_guess};
}

TEST(DividedNames, AreDividedAsOnTheList)
{
    for (const auto& row :
         {guessed(born, ""), guessed(born, "B801200005001"), guessed(std::nullopt, "B801200005001")}) {
        const auto plan = plan_import(the_list, {row}, today);
        ASSERT_TRUE(plan);
        EXPECT_EQ(plan->unchanged, 1U);
        EXPECT_TRUE(plan->added.empty());
    }
}

TEST(DividedNames, AreTakenAsTheyAreOfSomebodyElse)
{
    const auto plan = plan_import(the_list, {guessed(born + months{1}, "")}, today);
    ASSERT_TRUE(plan);
    ASSERT_EQ(plan->added.size(), 1U);
    EXPECT_EQ(plan->added[0].family_name, "Lopez");
}

TEST(DividedNames, AreAFaultWhereTheFileDividesThemOtherwise)
{
    auto row = guessed(born, "");
    row.name = NameDivided::in_the_file;
    const auto plan = plan_import(the_list, {row}, today);
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().front().column, "given_name");
}

TEST(DividedNames, SayNothingAgainstAUpnThatTheBirthBearsOut)
{
    // The preferred name in the file is that of somebody of whom no birth is known.
    const std::vector<ListedChild> list{
        {ChildId{"c1"}, {"Samuel", "Hill", "", born, "B801200005001", "9", ""}},
        {ChildId{"c2"}, {"Sam", "Hill", "", std::nullopt, "P207000016049", "9", ""}}};
    const auto plan = plan_import(list, {{2, {"Sam", "Hill", "", born, "B801200005001", "9", ""}}}, today);
    ASSERT_TRUE(plan);
    ASSERT_EQ(plan->corrected.size(), 1U);
    EXPECT_EQ(plan->corrected[0].child, ChildId{"c1"});
}

}  // namespace
}  // namespace safelead::record
