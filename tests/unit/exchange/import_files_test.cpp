#include "exchange/import_files.h"

#include "exchange/table_text.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

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

TEST(Csv, CountsRowsAsASpreadsheetDoes)
{
    CsvReader reader{"a,b\r\n\r\n,,\r\n\"c\nd\",e\r\n\n\nf"};
    std::vector<std::size_t> rows;
    for (auto row = reader.next().value(); row; row = reader.next().value()) rows.push_back(reader.row());
    EXPECT_EQ(rows, (std::vector<std::size_t>{1, 3, 4, 7}));
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

/// ASCII as UTF-16 with its mark.
std::string in_utf16(std::string_view ascii, bool is_big)
{
    std::string bytes = is_big ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : ascii) {
        if (is_big) bytes += '\0';
        bytes += c;
        if (!is_big) bytes += '\0';
    }
    return bytes;
}

TEST(Csv, IsReadFromUtf16WhereAMarkSaysSo)
{
    using namespace std::string_view_literals;
    EXPECT_EQ(text_of_table(in_utf16("a,b", false)), "a,b");
    EXPECT_EQ(text_of_table(in_utf16("a,b", true)), "a,b");
    EXPECT_EQ(text_of_table("\xFF\xFE\xEB\0\x19\x20\x3D\xD8\0\xDE"sv),
              "\xC3\xAB\xE2\x80\x99\xF0\x9F\x98\x80");
    EXPECT_EQ(text_of_table("\xFF\xFE\x3D\xD8\x41\0\x42"sv), "\xEF\xBF\xBD\x41\xEF\xBF\xBD");
}

TEST(Csv, TakesTheDayFirst)
{
    EXPECT_EQ(date_in_table("1/9/2012"), Date{2012y / September / 1});
    EXPECT_EQ(date_in_table("01-09-2012"), Date{2012y / September / 1});
    EXPECT_EQ(date_in_table("2012-09-01T00:00:00"), Date{2012y / September / 1});
    for (const auto* named : {"01-Sep-2012", "1-SEPT-2012", "1 September 2012", "01 sep  2012", "1/Sep/2012",
                              "01-Sep-2012 00:00:00"})
        EXPECT_EQ(date_in_table(named), (Date{2012y / September / 1})) << named;
    EXPECT_EQ(date_in_table("31 May 2012"), (Date{2012y / May / 31}));
    for (const auto* wrong : {"31 Sep 2012", "1 Sept. 2012", "1 Se 2012", "1 Septem 2012", "Sep 2012",
                              "1 9 2012", "1-Sep-12", "September 1 2012"})
        EXPECT_FALSE(date_in_table(wrong)) << wrong;
    for (const auto* wrong : {"", "9", "31/02/2012", "09/13/2012", "1/9/12", "1/9/2012/1", "-1/9/2012"})
        EXPECT_FALSE(date_in_table(wrong)) << wrong;
}

std::vector<record::ImportedChild> children_in(std::string_view table, const ColumnMap& map = {})
{
    return children_of_csv(table, map).value();
}

std::vector<RowFault> faults_in(std::string_view table, const ColumnMap& map = {})
{
    return children_of_csv(table, map).error();
}

TEST(ChildrenCsv, IsReadByTheTitlesThatSystemsGive)
{
    const auto children =
        children_in("UPN,Surname,Forename,DOB,Year group\nb801200005001,Hill,Alex,01/09/2012,9\n,,,,\n");
    ASSERT_EQ(children.size(), 1U);
    EXPECT_EQ(children[0].row, 2U);
    EXPECT_EQ(children[0].identity,
              (record::Identity{"Alex", "Hill", "", Date{2012y / September / 1}, "B801200005001", "9", ""}));
}

TEST(ChildrenCsv, IsReadByWhatSomebodySaysTheColumnsAre)
{
    const std::string table = "Vorname,Nachname,Geb\nAlex,Hill,2012-09-01\n";
    const auto missing = faults_in(table);
    ASSERT_EQ(missing.size(), 3U);
    EXPECT_TRUE(missing[0].fix.starts_with("The first line must be the headings of the columns"));
    EXPECT_EQ(missing[1].column, "given_name");
    EXPECT_EQ(missing[1].at, FaultAt::headings);
    const auto children =
        children_in(table, {{"given_name", "vorname"}, {"family_name", "Nachname"}, {"born", "Geb"}});
    EXPECT_EQ(children.at(0).identity.born, (Date{2012y / September / 1}));
    EXPECT_EQ(faults_in(table, {{"given_name", "Name"}, {"family_name", "Nachname"}}).size(), 1U);
    EXPECT_FALSE(children_of_csv(table, {{"shoe_size", "Geb"}}));
}

TEST(ChildrenCsv, IsReadHoweverItsFieldsAreDivided)
{
    const std::string plain = "UPN,Surname,Forename,DOB\nB801200005001,Hill,Alex,01/09/2012\n";
    for (const char delimiter : {',', ';', '\t'}) {
        auto table = plain;
        std::ranges::replace(table, ',', delimiter);
        for (const auto& bytes : {table, in_utf16(table, false), in_utf16(table, true)}) {
            const auto children = children_of_csv(bytes, {});
            ASSERT_TRUE(children) << delimiter;
            ASSERT_EQ(children->size(), 1U);
            EXPECT_EQ(children->front().row, 2U);
            EXPECT_EQ(children->front().identity.given_name, "Alex");
        }
    }
    const auto quoted = children_of_csv("\"Surname\";\"Forename\"\n\"Hill, of Wood\";\"Alex\"\n", {});
    EXPECT_EQ(quoted.value().at(0).identity.family_name, "Hill, of Wood");
}

TEST(ChildrenCsv, MayBeginWithALineThatSaysWhatDividesItsFields)
{
    for (const auto* table : {"sep=;\r\nSurname;Forename;DOB\r\nHill;Alex;soon\r\n",
                              "sep=,\nSurname,Forename,DOB\nHill,Alex,soon\n",
                              "\"sep=|\"\nSurname|Forename|DOB\nHill|Alex|soon\n"}) {
        const auto faults = faults_in(table);
        ASSERT_EQ(faults.size(), 1U) << table;
        EXPECT_EQ(faults[0].row, 2U) << "a spreadsheet shows no row of that line";
        EXPECT_EQ(faults[0].column, "DOB");
    }
}

TEST(ChildrenCsv, MayHaveATitleAboveItsHeadings)
{
    const auto children = children_in(
        "Pupils of Hill School,,\n\nPrinted on 1 September,,\nSurname,Forename,DOB\n"
        "Hill,Alex,01/09/2012\n");
    ASSERT_EQ(children.size(), 1U);
    EXPECT_EQ(children[0].row, 5U);
    const auto only_title = faults_in("Pupils of Hill School,,\n\nHill,Alex,01/09/2012\n");
    ASSERT_EQ(only_title.size(), 1U) << "no column could be told from a title";
    EXPECT_TRUE(only_title[0].fix.starts_with("The first line must be the headings of the columns"));
}

TEST(ChildrenCsv, LeavesAColumnOutWhereSomebodySaysSo)
{
    const std::string table = "Surname,Forename,DOB,Year\nHill,Alex,01/09/2012,red\n";
    EXPECT_EQ(children_in(table).at(0).identity.year_group, "red");
    EXPECT_EQ(children_in(table, {{"year_group", ""}}).at(0).identity.year_group, "");
    const auto needed = faults_in(table, {{"family_name", ""}});
    ASSERT_EQ(needed.size(), 1U);
    EXPECT_EQ(needed[0].fix, "This one is needed: it can't be left out.");
}

TEST(ChildrenCsv, MayHaveTheWholeNameInOneColumn)
{
    const auto children = children_in(
        "Name,DOB,UPN\n\"Hill, Alex James\",01-Sep-2012,\nSam de Wood,2 October 2011,\n"
        "Jo,03/10/2011,\n,04/10/2011,B801200005001\n");
    ASSERT_EQ(children.size(), 4U);
    const auto has_name = [&](std::size_t i, std::string_view given, std::string_view family) {
        return children[i].identity.given_name == given && children[i].identity.family_name == family;
    };
    EXPECT_TRUE(has_name(0, "Alex James", "Hill"));
    EXPECT_TRUE(has_name(1, "Sam de", "Wood"));
    EXPECT_TRUE(has_name(2, "Jo", ""));
    EXPECT_TRUE(has_name(3, "", ""));
    EXPECT_EQ(children[0].identity.born, (Date{2012y / September / 1}));

    const auto mapped = children_in("Who,DOB\nAlex Hill,01/09/2012\n", {{"name", "Who"}});
    EXPECT_EQ(mapped.at(0).identity.family_name, "Hill");
    const auto left_out = children_in("Forename,Surname,Name,DOB\nA,H,\"Hill, Alex\",01/09/2012\n",
                                      {{"given_name", ""}, {"family_name", ""}});
    EXPECT_EQ(left_out.at(0).identity.given_name, "Alex");
}

TEST(ChildrenCsv, TakesNoWholeNameBesideHalfOfIt)
{
    const auto both = children_in("Forename,Surname,Name\nAlex,Hill,\"Wood, Sam\"\n");
    EXPECT_EQ(both.at(0).identity.family_name, "Hill");
    const std::string half = "Surname,Name\nHill,Alex James\n";
    const auto faults = faults_in(half);
    ASSERT_EQ(faults.size(), 1U) << "the name may be the first name";
    EXPECT_EQ(faults[0].column, "given_name");
    EXPECT_EQ(children_in(half, {{"given_name", "Name"}}).at(0).identity.given_name, "Alex James");
}

TEST(ChildrenCsv, SaysTheRowAndColumnOfADateThatIsNone)
{
    const auto faults = faults_in("Surname,Forename,Birth date\nHill,Alex,soon\n");
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

TEST(ChildrenCtf, IsReadInTheLettersThatSystemsWrite)
{
    const std::string western =
        "<?xml version=\"1.0\" encoding=\"Windows-1252\"?><CTfile><CTFpupilData><Pupil>"
        "<Surname>O\x92Hill</Surname><Forename>Zo\xEB</Forename></Pupil></CTFpupilData></CTfile>";
    const auto children = children_of_ctf(western).value();
    EXPECT_EQ(children.at(0).identity.family_name, "O\xE2\x80\x99Hill");
    EXPECT_EQ(children.at(0).identity.given_name, "Zo\xC3\xAB");
    for (const bool is_big : {false, true}) {
        const auto wide = in_utf16(
            "<?xml version=\"1.0\" encoding=\"UTF-16\"?><CTfile><CTFpupilData><Pupil>"
            "<Surname>Hill</Surname></Pupil></CTFpupilData></CTfile>",
            is_big);
        EXPECT_TRUE(is_xml(wide));
        EXPECT_EQ(children_of_ctf(wide).value().at(0).identity.family_name, "Hill");
    }
    EXPECT_FALSE(is_xml(in_utf16("UPN,Surname", false)));
    const auto unknown = children_of_ctf("<?xml version=\"1.0\" encoding=\"x-none\"?><CTfile/>").error();
    EXPECT_TRUE(unknown.at(0).fix.ends_with("make it again in UTF-8."));
}

TEST(ChildrenCtf, NumbersItsPupils)
{
    const auto faults = children_of_ctf(
                            "<CTfile><CTFpupilData><Pupil><DOB>2012-09-01</DOB></Pupil>"
                            "<Pupil><DOB>soon</DOB></Pupil></CTFpupilData></CTfile>")
                            .error();
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].row, 2U);
    EXPECT_EQ(faults[0].at, FaultAt::pupil);
}

TEST(ChildrenCtf, MindsOnlyTheLengthOfWhatIsTaken)
{
    const auto with = [](std::string_view inside, std::string_view outside) {
        return fmt::format(
            "<CTfile><Header><Note>{1}</Note></Header><CTFpupilData><Pupil><Surname>Hill</Surname>"
            "<BasicDetails><PreferredForename>Lex</PreferredForename><Notes>{1}</Notes>{0}</BasicDetails>"
            "<Assessments><Stage><Comment>{1}</Comment></Stage></Assessments></Pupil></CTFpupilData></"
            "CTfile>",
            inside, outside);
    };
    const std::string longer(3'000, 'a');
    const auto children = children_of_ctf(with("", longer)).value();
    ASSERT_EQ(children.size(), 1U);
    EXPECT_EQ(children[0].identity.family_name, "Hill");
    EXPECT_EQ(children[0].identity.known_as, "Lex");
    EXPECT_FALSE(children_of_ctf(with("<FormerUPN>" + longer + "</FormerUPN>", "")));
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
    const std::string titled = "Name,Email,Role\nAna,ana@hill.example,Teaching Assistant\n";
    EXPECT_EQ(staff_of_csv(titled, {}).error().at(0).column, "Role");
    EXPECT_EQ(staff_of_csv(titled, {{"roles", ""}}).value().at(0).roles,
              directory::Roles{directory::Role::staff});
}

}  // namespace
}  // namespace safelead::exchange
