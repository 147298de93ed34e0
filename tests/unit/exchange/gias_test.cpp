#include "exchange/import_files.h"

#include <gtest/gtest.h>

namespace safelead::exchange {
namespace {

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
    "133800,383,Leeds,,Moor University,Higher education institutions,Universities,Open,Not "
    "applicable,,,,0,0\n"
    "130500,383,Leeds,8000,Moor College,Further education,Colleges,Open,16 plus,16,99,,0,0\n"
    "100005,383,Leeds,2002,Old School,Community school,Local authority maintained "
    "schools,Closed,Primary,,,,0,0\n";

TEST(Gias, GivesTheSchoolsOfAnAuthority)
{
    using directory::Phase;
    const auto schools = schools_of_gias(gias, {"383"}).value();
    ASSERT_EQ(schools.size(), 6U);
    EXPECT_EQ(schools[0].name, "St Made-up\xE2\x80\x99s, Hill");
    EXPECT_EQ(schools[0].phase, Phase::primary);
    EXPECT_EQ(schools[0].telephone, "01134960101");
    EXPECT_EQ(schools[1].phase, Phase::special);
    EXPECT_TRUE(schools[1].is_open);
    EXPECT_EQ(schools[2].phase, Phase::all_through);
    EXPECT_FALSE(schools[5].is_open);
}

TEST(Gias, SaysWhichAuthorityHasNoSchoolInTheFile)
{
    const auto faults = schools_of_gias(gias, {"383", "0384", "384", "Leeds"}).error();
    ASSERT_EQ(faults.size(), 2U);
    EXPECT_NE(faults[0].fix.find("authority code 0384: give its three digits"), std::string::npos);
    EXPECT_NE(faults[1].fix.find("authority code Leeds"), std::string::npos);
}

TEST(Gias, TellsUniversitiesFromSchoolsAndColleges)
{
    const auto schools = schools_of_gias(gias, {"383"}).value();
    ASSERT_EQ(schools.size(), 6U);
    EXPECT_FALSE(schools[0].is_university);
    EXPECT_TRUE(schools[3].is_university);
    EXPECT_FALSE(schools[4].is_university);
    EXPECT_EQ(schools[4].kind, directory::OrganisationKind::college);
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
    EXPECT_EQ(links[1].row, 3U);
}

TEST(Gias, HasLinksThatLeadNowhere)
{
    const auto links = successors_of_gias(
                           "URN,LinkURN,LinkName,LinkType,LinkEstablishedDate\n"
                           "100001,,,Successor,01-09-2025\n100002,150002,Moor Academy,Successor,\n")
                           .value();
    ASSERT_EQ(links.size(), 1U);
    EXPECT_EQ(links[0].urn, "100002");
}

TEST(Gias, SaysWhichFileToFetchWhereItIsAnother)
{
    const auto faults = schools_of_gias("URN,LinkURN,LinkType\n100001,150001,Successor\n", {"383"}).error();
    ASSERT_EQ(faults.size(), 4U) << "all that are needed but the URN";
    for (const auto& fault : faults)
        EXPECT_NE(fault.fix.find("edubasealldata"), std::string::npos) << fault.fix;
}

}  // namespace
}  // namespace safelead::exchange
