#include "exchange/list_table.h"

#include "exchange/import_files.h"

#include <gtest/gtest.h>

namespace safelead::exchange {
namespace {

TEST(ListTable, OfChildrenIsReadAgainAsItWas)
{
    std::vector<record::ImportedChild> children(2);
    children[0].identity = {
        "Alex \"Al\"", "Zedwick, of Hill", "Al", parse_date("2012-09-01"), "B801200005001", "7", ""};
    children[0].former_upn = "P207000016049";
    children[1].identity.given_name = "=Sam";
    children[1].identity.family_name = "-Zed";
    children[0].row = 2;
    children[1].row = 7;
    const auto read = children_of_csv(table_of(children), {}).value();
    ASSERT_EQ(read.size(), 2U);
    for (std::size_t i = 0; i < read.size(); ++i) {
        EXPECT_EQ(read[i].row, children[i].row) << "where it stood in the file, not in this table";
        EXPECT_EQ(read[i].at, FaultAt::row);
        EXPECT_EQ(read[i].identity, children[i].identity);
        EXPECT_EQ(read[i].former_upn, children[i].former_upn);
    }
}

TEST(ListTable, OfPupilsSaysWhichOneEachWas)
{
    std::vector<record::ImportedChild> children(1);
    children[0].identity.given_name = "Alex";
    children[0].row = 3;
    children[0].at = FaultAt::pupil;
    const auto read = children_of_csv(table_of(children), {}).value();
    ASSERT_EQ(read.size(), 1U);
    EXPECT_EQ(read[0].row, 3U);
    EXPECT_EQ(read[0].at, FaultAt::pupil);
}

TEST(ListTable, OfStaffIsReadAgainAsItWas)
{
    std::vector<directory::ImportedPerson> people(2);
    people[0].name = "Ana \"Made-up\", Dr";
    people[0].email = "ana@hill.example";
    people[0].roles = {directory::Role::staff, directory::Role::dsl};
    people[1].name = "Bo";
    people[1].email = "bo@hill.example";
    people[1].roles = {directory::Role::administrator};
    people[0].row = 4;
    people[1].row = 9;
    const auto read = staff_of_csv(table_of(people), {}).value();
    ASSERT_EQ(read.size(), 2U);
    for (std::size_t i = 0; i < read.size(); ++i) {
        EXPECT_EQ(read[i].row, people[i].row);
        EXPECT_EQ(read[i].name, people[i].name);
        EXPECT_EQ(read[i].email, people[i].email);
        EXPECT_EQ(read[i].roles.list(), people[i].roles.list());
    }
}

}  // namespace
}  // namespace safelead::exchange
