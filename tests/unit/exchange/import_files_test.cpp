#include "exchange/import_files.h"

#include <gtest/gtest.h>

namespace safelead::exchange {
namespace {

using namespace std::chrono;

std::vector<std::vector<std::string>> rows_of(std::string_view text)
{
    CsvReader reader{text};
    std::vector<std::vector<std::string>> rows;
    for (auto row = reader.next().value(); row; row = reader.next().value()) rows.push_back(*row);
    return rows;
}

TEST(Csv, HasFieldsInQuotationMarksAndAnyLineEnd)
{
    const std::vector<std::vector<std::string>> expected{{"a", "b,\n\"c\""}, {"d", ""}, {"e", "f"}};
    EXPECT_EQ(rows_of("a,\"b,\n\"\"c\"\"\"\r\n d ,\n\r\ne,f"), expected);
}

TEST(Csv, IsAFaultWhereAQuotationMarkIsNeverClosed)
{
    CsvReader reader{"a,b\n\"c,d\n"};
    ASSERT_TRUE(reader.next());
    EXPECT_EQ(reader.next().error().row, 2U);
    CsvReader after{"\"a\"b\n"};
    EXPECT_FALSE(after.next());
}

TEST(Csv, HasLimits)
{
    const std::string commas(most_csv_columns + 1, ',');
    CsvReader columns{commas};
    EXPECT_FALSE(columns.next());
    const std::string field(longest_csv_field + 1, 'a');
    CsvReader fields{field};
    EXPECT_FALSE(fields.next());
}

TEST(Csv, IsReadFromWindows1252WhereItIsNotUtf8)
{
    EXPECT_EQ(text_of_table("\xEF\xBB\xBFZo\xC3\xAB"), "Zo\xC3\xAB");
    EXPECT_EQ(text_of_table("Zo\xEB \x93St John\x92s\x94 \x80\x81"),
              "Zo\xC3\xAB \xE2\x80\x9CSt John\xE2\x80\x99s\xE2\x80\x9D \xE2\x82\xAC\xEF\xBF\xBD");
}

TEST(Csv, TakesTheDayFirst)
{
    EXPECT_EQ(date_in_table("1/9/2012"), Date{2012y / September / 1});
    EXPECT_EQ(date_in_table("01-09-2012"), Date{2012y / September / 1});
    EXPECT_EQ(date_in_table("2012-09-01T00:00:00"), Date{2012y / September / 1});
    for (const auto* wrong : {"", "9", "31/02/2012", "09/13/2012", "1/9/12", "1/9/2012/1", "-1/9/2012"})
        EXPECT_FALSE(date_in_table(wrong)) << wrong;
}

TEST(ChildrenCsv, IsReadByTheTitlesThatSystemsGive)
{
    const auto children =
        children_of_csv("UPN,Surname,Forename,DOB,Year group\nb801200005001,Hill,Alex,01/09/2012,9\n,,,,\n",
                        {})
            .value();
    ASSERT_EQ(children.size(), 1U);
    EXPECT_EQ(children[0].row, 2U);
    EXPECT_EQ(children[0].identity,
              (record::Identity{"Alex", "Hill", "", Date{2012y / September / 1}, "B801200005001", "9", ""}));
}

TEST(ChildrenCsv, IsReadByWhatSomebodySaysTheColumnsAre)
{
    const std::string table = "Vorname,Nachname,Geb\nAlex,Hill,2012-09-01\n";
    const auto missing = children_of_csv(table, {}).error();
    ASSERT_EQ(missing.size(), 2U);
    EXPECT_EQ(missing[0].column, "given_name");
    const auto children =
        children_of_csv(table, {{"given_name", "vorname"}, {"family_name", "Nachname"}, {"born", "Geb"}})
            .value();
    EXPECT_EQ(children.at(0).identity.born, (Date{2012y / September / 1}));
    EXPECT_EQ(children_of_csv(table, {{"given_name", "Name"}, {"family_name", "Nachname"}}).error().size(),
              1U);
    EXPECT_FALSE(children_of_csv(table, {{"shoe_size", "Geb"}}));
}

TEST(ChildrenCsv, SaysTheRowAndColumnOfADateThatIsNone)
{
    const auto faults = children_of_csv("Surname,Forename,Birth date\nHill,Alex,soon\n", {}).error();
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].row, 2U);
    EXPECT_EQ(faults[0].column, "Birth date");
    EXPECT_EQ(faults[0].fix.find("soon"), std::string::npos);
}

constexpr std::string_view transfer_file = R"(<?xml version="1.0" encoding="UTF-8"?>
<CTfile><Header><DocumentName>Common Transfer File</DocumentName><CTFversion>21.0</CTFversion></Header>
<CTFpupilData><Pupil><UPN>B801200005001</UPN><Surname>Hill</Surname><Forename>Alex</Forename><DOB>2012-09-01</DOB>
<BasicDetails><FormerUPN>P207000016049</FormerUPN><PreferredForename>Lex</PreferredForename><NCyearActual>9</NCyearActual></BasicDetails>
<Contacts><Contact><Surname>Other</Surname><Forename>Person</Forename></Contact></Contacts></Pupil>
<Pupil><Surname>Wood</Surname><Forename>Sam</Forename><DOB>2012-10-02</DOB></Pupil></CTFpupilData></CTfile>)";

TEST(ChildrenCtf, GivesPupilsAndNobodyElse)
{
    EXPECT_TRUE(is_xml(transfer_file));
    EXPECT_FALSE(is_xml("UPN,Surname"));
    const auto children = children_of_ctf(transfer_file).value();
    ASSERT_EQ(children.size(), 2U);
    EXPECT_EQ(children[0].identity, (record::Identity{"Alex", "Hill", "Lex", Date{2012y / September / 1},
                                                      "B801200005001", "9", ""}));
    EXPECT_EQ(children[0].former_upn, "P207000016049");
    EXPECT_EQ(children[1].identity.family_name, "Wood");
}

TEST(ChildrenCtf, IsRefusedWhereItIsBrokenOrHasADocumentType)
{
    EXPECT_FALSE(children_of_ctf(transfer_file.substr(0, 300)));
    EXPECT_FALSE(children_of_ctf("<html/>"));
    EXPECT_FALSE(children_of_ctf("<!DOCTYPE a [<!ENTITY b 'c'>]><CTfile>&b;</CTfile>"));
    std::string deep = "<CTfile>";
    for (int i = 0; i < 100; ++i) deep += "<a>";
    EXPECT_FALSE(children_of_ctf(deep));
}

constexpr std::string_view gias =
    "URN,LA (code),LA (name),EstablishmentNumber,EstablishmentName,TypeOfEstablishment (name),"
    "EstablishmentTypeGroup (name),EstablishmentStatus (name),PhaseOfEducation (name),StatutoryLowAge,"
    "StatutoryHighAge,TelephoneNum,Easting,Northing\n"
    "100001,383,Leeds,2001,\"St Made-up\x92s, Hill\",Community school,Local authority maintained "
    "schools,Open,"
    "Primary,3,11,1134960101,0,0\n"
    "100002,383,Leeds,7001,Moor School,Community special school,Special schools,\"Open, but proposed to "
    "close\","
    "Not applicable,,,,0,0\n"
    "100003,383,Leeds,6001,Wood School,Other independent school,Independent schools,Open,Not "
    "applicable,3,18,,0,0\n"
    "100004,384,Wakefield,2001,Elsewhere,Community school,Local authority maintained "
    "schools,Open,Primary,3,11,,0,0\n"
    "100005,383,Leeds,2002,Old School,Community school,Local authority maintained "
    "schools,Closed,Primary,,,,0,0\n";

TEST(Gias, GivesTheSchoolsOfAnAuthority)
{
    using directory::Phase;
    const auto schools = schools_of_gias(gias, {"383"}).value();
    ASSERT_EQ(schools.size(), 4U);
    EXPECT_EQ(schools[0].name, "St Made-up\xE2\x80\x99s, Hill");
    EXPECT_EQ(schools[0].phase, Phase::primary);
    EXPECT_EQ(schools[0].telephone, "01134960101");
    EXPECT_EQ(schools[1].phase, Phase::special);
    EXPECT_TRUE(schools[1].is_open);
    EXPECT_EQ(schools[2].phase, Phase::all_through);
    EXPECT_FALSE(schools[3].is_open);
}

TEST(Gias, HasLinksThatSayBothWaysWhoFollowedWhom)
{
    const auto links = successors_of_gias(
                           "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n"
                           "100001,150001,Hill Academy,Successor,01-09-2025\n"
                           "150002,100002,Moor School,Predecessor,01-09-2025\n"
                           "150002,150003,Sixth form,Sixth Form Centre Link,01-09-2025\n")
                           .value();
    ASSERT_EQ(links.size(), 2U);
    EXPECT_EQ(links[0].successor, "150001");
    EXPECT_EQ(links[1].urn, "100002");
    EXPECT_FALSE(successors_of_gias("URN,LinkURN,LinkType\n1,2,Successor\n"));
}

TEST(StaffCsv, HasRolesInWordsAndEverybodyElseIsStaff)
{
    const auto people = staff_of_csv(
                            "First name,Last name,Email,Role\nAna,Made-up,ana@hill.example,\n"
                            "Bo,Made-up,bo@hill.example,Headteacher; staff\n",
                            {})
                            .value();
    ASSERT_EQ(people.size(), 2U);
    EXPECT_EQ(people[0].name, "Ana Made-up");
    EXPECT_EQ(people[0].roles, directory::Roles{directory::Role::staff});
    EXPECT_TRUE(people[1].roles.has(directory::Role::headteacher));
    EXPECT_EQ(staff_of_csv("Name,Email,Role\nAna,ana@hill.example,wizard\n", {}).error().at(0).column,
              "Role");
}

}  // namespace
}  // namespace safelead::exchange
