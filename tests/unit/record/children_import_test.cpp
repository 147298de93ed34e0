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

TEST(ChildrenImport, DoesNotSwapChildrenWhoseNamesWereSortedApartFromTheirUpns)
{
    const std::vector list{listed("c1", child("Alex", "Hill", born, "B801200005001")),
                           listed("c2", child("Sam", "Wood", Date{2011y / May / 5}, "P207000016049"))};
    const auto found = faults(list, {{2, child("Sam", "Wood", std::nullopt, "B801200005001")},
                                     {3, child("Alex", "Hill", std::nullopt, "P207000016049")}});
    ASSERT_EQ(found.size(), 2U);
    for (const auto& fault : found) {
        EXPECT_EQ(fault.column, "upn");
        EXPECT_NE(fault.fix.find("put the right UPN beside it"), std::string::npos) << fault.fix;
    }
}

TEST(ChildrenImport, DoesNotSwapTwinsOrNamesakes)
{
    auto known = child("Samuel", "Hill", born, "P207000016049");
    known.known_as = "Sam";
    const std::vector twins{listed("c1", child("Alex", "Hill", born, "B801200005001")), listed("c2", known)};
    EXPECT_EQ(faults(twins, {{2, child("Samuel", "Hill", born, "B801200005001")},
                             {3, child("Alex", "Hill", born, "P207000016049")}})
                  .size(),
              2U);
    EXPECT_EQ(faults(twins, {{2, child("Sam", "Hill", born, "B801200005001")}}).at(0).column, "upn")
        << "by what they are known as";
    EXPECT_TRUE(plan_import(twins, {{2, child("Alexa", "Hill", born, "B801200005001")}}, today))
        << "a name that is nobody else's";

    const Date later{2012y / October / 2};
    const std::vector namesakes{listed("c1", child("Alex", "Hill", born, "B801200005001")),
                                listed("c2", child("Alex", "Hill", later, "P207000016049"))};
    EXPECT_EQ(faults(namesakes, {{2, child("Alex", "Hill", later, "B801200005001")},
                                 {3, child("Alex", "Hill", born, "P207000016049")}})
                  .size(),
              2U);
    const auto as_they_are = plan_import(namesakes,
                                         {{2, child("Alex", "Hill", born, "B801200005001")},
                                          {3, child("Alex", "Hill", std::nullopt, "P207000016049")}},
                                         today);
    ASSERT_TRUE(as_they_are);
    EXPECT_EQ(as_they_are->unchanged, 2U);
}

TEST(ChildrenImport, LetsANameChangeToThatOfSomebodyWhoStandsInTheFileToo)
{
    const std::vector list{listed("c1", child("Alex", "Hill", born, "B801200005001")),
                           listed("c2", child("Alex", "Moor", born, "P207000016049"))};
    const ImportedChild renamed{2, child("Alex", "Moor", born, "B801200005001")};
    EXPECT_EQ(faults(list, {renamed}).at(0).column, "upn");
    const auto both = plan_import(list, {renamed, {3, child("Alex", "Moor", born, "P207000016049")}}, today);
    ASSERT_TRUE(both);
    ASSERT_EQ(both->corrected.size(), 1U);
    EXPECT_EQ(both->corrected[0].child, ChildId{"c1"});
}

TEST(ChildrenImport, WantsABirthOrPartOfTheNameBesideTheUpn)
{
    const std::vector list{listed("c1", child("Alex", "Hill", born, "B801200005001"))};
    EXPECT_EQ(faults(list, {{2, child("Sam", "Wood", std::nullopt, "B801200005001")}}).at(0).column, "upn");
    const std::vector unborn{listed("c1", child("Alex", "Hill", std::nullopt, "B801200005001"))};
    EXPECT_EQ(faults(unborn, {{2, child("Sam", "Wood", born, "B801200005001")}}).at(0).column, "upn");

    EXPECT_TRUE(plan_import(list, {{2, child("Sam", "Wood", born, "B801200005001")}}, today))
        << "the birth bears it out";
    EXPECT_TRUE(plan_import(list, {{2, child("Alex", "Moor", std::nullopt, "B801200005001")}}, today));
    EXPECT_TRUE(plan_import(list, {{2, child("Alexa", "Hill", std::nullopt, "B801200005001")}}, today));
    auto known = child("Alexander", "Moor", std::nullopt, "B801200005001");
    known.known_as = "Alex";
    EXPECT_TRUE(plan_import(list, {{2, known}}, today)) << "by what they are known as";
}

TEST(ChildrenImport, TakesAFormerUpnOnlyOfTheSameChild)
{
    const std::vector list{listed("c1", child("Alex", "Hill", born, "P207000016049"))};
    const auto broken = faults(list, {{2, child("Sam", "Wood", born, "B801200005001"), "Q207000016049"}});
    ASSERT_EQ(broken.size(), 1U);
    EXPECT_EQ(broken[0].column, "former_upn");
    const auto twin = faults(list, {{2, child("Sam", "Hill", born, "B801200005001"), "P207000016049"}});
    ASSERT_EQ(twin.size(), 1U);
    EXPECT_EQ(twin[0].column, "former_upn");
}

TEST(ChildrenImport, AsksWhetherAChildOfTheSameNameAndBirthHasANewUpn)
{
    const std::vector list{listed("c1", child("Alex", "Hill", born, "P207000016049"))};
    for (const auto& row :
         {child("Alex", "Hill", born, "B801200005001"), child("ALEX", "HILL", born, "B801200005001"),
          child("Alex Hill", "", born, "B801200005001")}) {
        const auto found = faults(list, {{2, row}});
        ASSERT_EQ(found.size(), 1U);
        EXPECT_EQ(found[0].column, "former_upn");
        EXPECT_NE(found[0].fix.find("former UPN column"), std::string::npos) << found[0].fix;
        EXPECT_NE(found[0].fix.find("bring in both"), std::string::npos) << found[0].fix;
    }
    const auto later =
        plan_import(list, {{2, child("Alex", "Hill", Date{2012y / October / 2}, "B801200005001")}}, today);
    ASSERT_TRUE(later) << "born on another day";
    EXPECT_EQ(later->added.size(), 1U);
}

TEST(ChildrenImport, TakesTwoNamesakesWhoBothStandInTheFile)
{
    const auto here = child("Alex", "Hill", born, "P207000016049");
    const auto comes = child("Alex", "Hill", born, "B801200005001");
    const auto both = plan_import({listed("c1", here)}, {{2, here}, {3, comes}}, today);
    ASSERT_TRUE(both);
    EXPECT_EQ(both->unchanged, 1U);
    EXPECT_EQ(both->added, std::vector{comes});
    const auto alone = plan_import({listed("c1", here), listed("c2", comes)}, {{2, comes}}, today);
    ASSERT_TRUE(alone) << "asked once: whoever is on the list is known again by their own UPN";
    EXPECT_EQ(alone->unchanged, 1U);
}

TEST(ChildrenImport, KnowsAChildAgainInCapitalsAndWithoutAccents)
{
    const std::vector list{listed("c1", child("Éloise", "Żak", born))};
    for (const auto& row : {child("ÉLOISE", "ŻAK"), child("Eloise", "Zak")}) {
        const auto plan = plan_import(list, {{2, row}}, today);
        ASSERT_TRUE(plan);
        EXPECT_TRUE(plan->added.empty());
        EXPECT_EQ(plan->corrected.size(), 1U);
    }
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
