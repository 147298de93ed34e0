#include "record/upn.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

TEST(Upn, HasTheCheckLetterOfItsDigits)
{
    EXPECT_EQ(upn_check_letter("801200005001"), 'B');
    EXPECT_TRUE(is_upn("B801200005001"));
    EXPECT_FALSE(is_upn("C801200005001"));
}

TEST(Upn, OfTheVendorsExampleIsP)
{
    // Two vendors' help pages give Q207000016049: their sum is one too many.
    EXPECT_EQ(upn_check_letter("207000016049"), 'P');
    EXPECT_TRUE(is_upn("P207000016049"));
    EXPECT_FALSE(is_upn("Q207000016049"));
}

TEST(Upn, ThatIsTemporaryEndsInALetterThatCounts)
{
    // As the last digit would: A is 0, B is 1; so each is 13 more than the one before it, modulo 23.
    EXPECT_EQ(upn_check_letter("80120000500A"), upn_check_letter("801200005000"));
    EXPECT_EQ(upn_check_letter("80120000500B"), upn_check_letter("801200005001"));
    EXPECT_FALSE(upn_check_letter("80120000500I"));
    EXPECT_FALSE(upn_check_letter("80120000500S"));
    EXPECT_FALSE(upn_check_letter("8012000A5001"));
}

TEST(Upn, IsThirteenCharactersAndNothingElse)
{
    for (const auto* wrong : {"", "B", "B80120000500", "B8012000050011", "b801200005001", "B80120000500 "})
        EXPECT_FALSE(is_upn(wrong)) << wrong;
    EXPECT_EQ(tidy_upn(" b8012 00005001 "), "B801200005001");
}

TEST(Upn, ToldWrongByOneDigitIsNoUpn)
{
    const std::string right = "B801200005001";
    for (std::size_t i = 1; i < right.size(); ++i) {
        for (char digit = '0'; digit <= '9'; ++digit) {
            auto wrong = right;
            wrong[i] = digit;
            EXPECT_EQ(is_upn(wrong), wrong == right) << wrong;
        }
    }
}

}  // namespace
}  // namespace safelead::record
