#include "record/officer_words.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

TEST(OfficerWords, NameAnOfficer)
{
    for (const auto* called :
         {"PC Jones", "P.C. Jones", "Ms Jones, police constable", "the constable", "Constable Jones",
          "Safer Schools", "Sgt Jones", "Mr Jones and PC Shah", "Police and Crime Commissioner and PC Shah"})
        EXPECT_TRUE(has_officer_words(called)) << called;
}

TEST(OfficerWords, KnowTheRanksAboveASergeantAndTheNationalCrimeAgency)
{
    for (const auto* called : {"Inspector Shah", "Insp. Shah", "Chief Inspector Shah", "Two inspectors",
                               "Superintendent Shah", "Ch Supt Shah", "the Chief Constable", "CEOP",
                               "the National Crime Agency", "an NCA desk", "Safer Schools Inspector Shah",
                               "the Safer School inspector", "an Ofsted inspector and Inspector Shah"})
        EXPECT_TRUE(has_officer_words(called)) << called;
}

TEST(OfficerWords, LeaveOutWhoInspectsSchools)
{
    for (const auto* called :
         {"an Ofsted inspector", "Ofsted inspectors", "the school inspector", "His Majesty’s Inspector Shah",
          "the lead inspector", "an inspector of schools", "Mr Inspector", "the Information Commissioner",
          "the superintendent registrar"})
        EXPECT_FALSE(has_officer_words(called)) << called;
}

TEST(OfficerWords, AreNobodysOwnName)
{
    for (const auto* called :
         {"Ms Constable, social worker", "Mrs P. C. Shah", "Dr. Constable", "John Constable Primary School",
          "the victim service of the Police and Crime Commissioner", "Alex Jones"})
        EXPECT_FALSE(has_officer_words(called)) << called;
}

}  // namespace
}  // namespace safelead::record
