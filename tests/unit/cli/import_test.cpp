// What the import says of a file that is wrong, and how to put it right.

#include "cli/import.h"

#include "app/accounts.h"
#include "cli/exit_codes.h"
#include "support/practice_partnership.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <sstream>

namespace safelead::cli {
namespace {

using test::PracticePartnership;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

class ImportingAFile : public ::testing::Test {
protected:
    /// What is said of it where errors go.
    std::string import(Import::What what, std::string_view file, std::string_view links = {})
    {
        Import asked;
        asked.what = what;
        asked.organisation = at.actor("lead@fennimore.example").organisation.text();
        asked.authorities = {"383"};
        asked.area = "leeds";
        std::istringstream in{fmt::format("{}\n{}{}", file.size(), file, links)};
        std::ostringstream out;
        std::ostringstream errors;
        exit_code = import_file(asked, {at.safelead(), {}, {}, {}, in, out, errors});
        return errors.str();
    }

    PracticePartnership at;
    int exit_code = -1;
};

TEST_F(ImportingAFile, SaysTheRowThatASpreadsheetShows)
{
    EXPECT_THAT(import(Import::What::children, "Surname;Forename;DOB\n\n;;\nZedwick;Alex;soon\n"),
                AllOf(StartsWith("row 4, column \"DOB\": "), Not(HasSubstr("--map"))));
    EXPECT_EQ(exit_code, exit_said_no);
}

TEST_F(ImportingAFile, SaysWhichPupilAndNothingOfColumns)
{
    EXPECT_THAT(import(Import::What::children,
                       "<CTfile><CTFpupilData><Pupil><Surname>Zedwick</Surname><DOB>soon</DOB></Pupil>"
                       "</CTFpupilData></CTfile>"),
                AllOf(StartsWith("pupil 1, column \"DOB\": "), Not(HasSubstr("--map"))));
}

TEST_F(ImportingAFile, SaysHowToMapColumnsWhereThereIsAChoice)
{
    EXPECT_THAT(import(Import::What::children, "Family,Forename\nZedwick,Alex\n"),
                AllOf(StartsWith("row 1, column \"family_name\": "), HasSubstr("--map born=DOB")));
    EXPECT_THAT(
        import(Import::What::staff, "Name,Email,Role\nAna,ana@fennimore.example,Teaching Assistant\n"),
        HasSubstr("--map roles="));
    EXPECT_THAT(import(Import::What::staff, "Name,Post\nAna,Teaching Assistant\n"),
                AllOf(HasSubstr("--map email=Mail"), Not(HasSubstr("born")), Not(HasSubstr("roles="))));
    EXPECT_THAT(import(Import::What::schools, "URN,LinkURN,LinkType\n100001,150001,Successor\n"),
                AllOf(HasSubstr("edubasealldata"), Not(HasSubstr("--map"))));
}

TEST_F(ImportingAFile, SaysNothingOfColumnsWhereARowIsWrong)
{
    EXPECT_THAT(import(Import::What::staff, "Name,Email,Role\nAna,nowhere,staff\n"),
                AllOf(StartsWith("row 2, column \"email\": "), Not(HasSubstr("--map"))));
}

TEST_F(ImportingAFile, SaysThatThereIsNobodyInTheFile)
{
    for (const auto& [what, headings] : {std::pair{Import::What::children, "Surname,Forename,DOB\n"},
                                         std::pair{Import::What::staff, "Name,Email\n,\n"}}) {
        EXPECT_THAT(import(what, headings),
                    AllOf(StartsWith("There is nobody in the file: "), HasSubstr("Nothing was imported")));
        EXPECT_EQ(exit_code, exit_said_no);
    }
}

TEST_F(ImportingAFile, SaysThatTheAuthorityHasNoSchoolInTheFile)
{
    EXPECT_THAT(import(Import::What::schools,
                       "URN,LA (code),EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name)\n"
                       "100001,384,Zed Primary,Open,Primary\n"),
                StartsWith("No school in the file has the authority code 383: "));
    EXPECT_EQ(exit_code, exit_said_no);
}

TEST_F(ImportingAFile, AsksForTheLinksWhereASchoolHasClosed)
{
    constexpr std::string_view register_of =
        "URN,LA (code),EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name)\n"
        "100001,383,Zed Primary,{},Primary\n";
    const auto open = fmt::format(register_of, "Open");
    const auto closed = fmt::format(register_of, "Closed") + "150001,383,Zed Academy,Open,Primary\n";
    EXPECT_EQ(import(Import::What::schools, open), "");
    EXPECT_THAT(import(Import::What::schools, closed),
                AllOf(StartsWith("row 2, column \"URN\": "), HasSubstr("--links")));
    EXPECT_EQ(import(Import::What::schools, closed,
                     "URN,LinkURN,LinkType\n100001,150001,Successor\n100077,,Closure\n"),
              "");
    EXPECT_EQ(exit_code, exit_done);
    std::size_t schools = 0;
    for (const auto* one : app::partnership(at.safelead())->organisations())
        schools += one->urn == "150001" || one->urn == "100001" ? 1U : 0U;
    EXPECT_EQ(schools, 1U) << "it goes on as the same school";
}

}  // namespace
}  // namespace safelead::cli
