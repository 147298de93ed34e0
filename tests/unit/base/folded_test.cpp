#include "base/folded.h"

#include <gtest/gtest.h>

namespace safelead {
namespace {

TEST(Folded, LeavesOutMarksAndCapitals)
{
    EXPECT_EQ(folded("Łukasz ŻÓŁĆ"), "lukasz zolc");
    EXPECT_EQ(folded("Siân Ŵyn"), "sian wyn");
    EXPECT_EQ(folded("Zoe\u0308 Nguyễn"), "zoe nguyen");
    EXPECT_EQ(folded("Ærø Straße"), "aero strasse");
    EXPECT_EQ(folded("O\u2019Brien\u2010Reed"), "o'brien-reed");
    EXPECT_EQ(folded("ИВАН"), folded("иван"));
    EXPECT_EQ(folded("محمد"), "محمد");
}

TEST(Folded, LeavesWhatIsNotUtf8AsItIs)
{
    EXPECT_EQ(folded("\xC3"), "\xC3");
    EXPECT_EQ(folded("A\xFF"
                     "B"),
              "a\xFF"
              "b");
    EXPECT_EQ(folded("\xF0\x9F\x99\x82!"), "\xF0\x9F\x99\x82!");
}

TEST(Near, IsOneLetterInAShortWordAndTwoInALongerOne)
{
    EXPECT_TRUE(are_near("jack", "jacks"));
    EXPECT_FALSE(are_near("jack", "jake"));
    EXPECT_TRUE(are_near("stephen", "steven"));
    EXPECT_TRUE(are_near("mohammed", "muhammad"));
    EXPECT_TRUE(are_near("katherine", "catherine"));
    EXPECT_TRUE(are_near("tomos", "tmoos"));
    EXPECT_FALSE(are_near("wren", "brem"));
    EXPECT_FALSE(are_near("amy", "ami"));
    EXPECT_FALSE(are_near("oakwood", "elmbrook"));
    EXPECT_FALSE(are_near(std::string(60, 'a'), std::string(60, 'a')));
}

}  // namespace
}  // namespace safelead
