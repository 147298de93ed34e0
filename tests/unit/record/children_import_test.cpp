#include "record/children_import.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

using namespace std::chrono;

const Date today{2026y / November / 23};
const Date born{2012y / September / 1};

Identity child(std::string given, std::string family, std::optional<Date> when = born, std::string upn = "")
{
    return {std::move(given), std::move(family), "", when, std::move(upn), "9", ""};
}

ListedChild listed(const char* id, Identity identity)
{
    return {ChildId{id}, std::move(identity)};
}

std::vector<RowFault> faults(const std::vector<ListedChild>& list, const std::vector<ImportedChild>& rows)
{
    return plan_import(list, rows, today).error();
}

TEST(ChildrenImport, AddsWhoIsNotOnTheListAndTakesNobodyOff)
{
    const auto plan = plan_import({listed("c1", child("Alex", "Hill"))},
                                  {{2, child("Sam", "Wood", born, "B801200005001")}}, today);
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->added, std::vector{child("Sam", "Wood", born, "B801200005001")});
    EXPECT_TRUE(plan->corrected.empty());
    EXPECT_EQ(plan->not_in_file, 1U);
}

TEST(ChildrenImport, KnowsAChildAgainByUpnWhateverTheirName)
{
    const auto plan = plan_import({listed("c1", child("Alex", "Hill", born, "B801200005001"))},
                                  {{2, child("Alex", "Moor", born, "B801200005001")}}, today);
    ASSERT_TRUE(plan);
    ASSERT_EQ(plan->corrected.size(), 1U);
    EXPECT_EQ(plan->corrected[0].identity.family_name, "Moor");
}

TEST(ChildrenImport, KnowsAChildAgainByTheUpnBefore)
{
    const auto plan =
        plan_import({listed("c1", child("Alex", "Hill", born, "P207000016049"))},
                    {{2, child("Alex", "Hill", born, "B801200005001"), "P207000016049"}}, today);
    ASSERT_TRUE(plan);
    ASSERT_EQ(plan->corrected.size(), 1U);
    EXPECT_EQ(plan->corrected[0].identity.upn, "B801200005001");
}

TEST(ChildrenImport, LeavesWhatTheFileDoesNotSay)
{
    auto known = child("Alex", "Hill", born, "B801200005001");
    known.known_as = "Lex";
    auto row = child("Alex", "Hill", std::nullopt, "B801200005001");
    row.year_group = "";
    const auto plan = plan_import({listed("c1", known)}, {{2, row}}, today);
    ASSERT_TRUE(plan);
    EXPECT_EQ(plan->unchanged, 1U);
    EXPECT_TRUE(plan->corrected.empty());
}

TEST(ChildrenImport, TakesNobodyForSomebodyElse)
{
    const std::vector list{listed("c1", child("Alex", "Hill", std::nullopt))};
    EXPECT_EQ(faults(list, {{2, child("Alex", "Hill")}}).at(0).column, "born");

    const std::vector twins{listed("c1", child("Alex", "Hill")), listed("c2", child("Alex", "Hill"))};
    EXPECT_EQ(faults(twins, {{2, child("Alex", "Hill")}}).at(0).column, "upn");

    const std::vector other{listed("c1", child("Alex", "Hill", born, "B801200005001"))};
    const auto somebody = child("Sam", "Wood", Date{2011y / May / 5}, "B801200005001");
    EXPECT_EQ(faults(other, {{2, somebody}}).at(0).column, "upn");
}

TEST(ChildrenImport, SaysWhichRowsToPutRight)
{
    const auto found = faults({}, {{2, child("", "")},
                                   {3, child("Alex", "Hill", Date{2027y / January / 1})},
                                   {4, child("Alex", "Hill", born, "Q207000016049")},
                                   {5, child("Sam", "Wood", std::nullopt)},
                                   {6, child("Jo", "Moor", born, "B801200005001")},
                                   {7, child("Jo", "Moss", born, "B801200005001")}});
    ASSERT_EQ(found.size(), 5U);
    const std::vector<std::string> columns{"given_name", "born", "upn", "born", "upn"};
    const std::vector<std::size_t> rows{2, 3, 4, 5, 7};
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_EQ(found[i].row, rows[i]);
        EXPECT_EQ(found[i].column, columns[i]);
        for (const auto* value : {"Alex", "Hill", "Q207", "Sam", "B801"})
            EXPECT_EQ(found[i].fix.find(value), std::string::npos) << found[i].fix;
    }
}

TEST(ChildrenImport, RefusesTwoThatCouldNotBeToldApartTheNextTime)
{
    EXPECT_EQ(faults({}, {{2, child("Alex", "Hill")}, {3, child("Alex", "Hill")}}).size(), 2U);
    const auto with_upns = plan_import({},
                                       {{2, child("Alex", "Hill", born, "B801200005001")},
                                        {3, child("Alex", "Hill", born, "P207000016049")}},
                                       today);
    EXPECT_TRUE(with_upns);
}

TEST(ChildrenImport, HasALimit)
{
    std::vector<ImportedChild> rows(most_imported_children + 1);
    EXPECT_EQ(faults({}, rows).size(), 1U);
}

}  // namespace
}  // namespace safelead::record
