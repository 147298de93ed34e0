#include "insight/figure.h"

#include <gtest/gtest.h>

namespace safelead::insight {
namespace {

TEST(Figure, IsExactForWhoeverMayReadWhatIsCounted)
{
    EXPECT_EQ(words(figure(0, Disclosure::exact)), "0");
    EXPECT_EQ(words(figure(3, Disclosure::exact)), "3");
    EXPECT_EQ(words(figure(1'234'567, Disclosure::exact)), "1,234,567");
}

TEST(Figure, HidesSmallNumbersAndRoundsTheRest)
{
    EXPECT_EQ(words(figure(0, Disclosure::rounded)), "0");
    for (const std::uint64_t small : {1U, 2U, 3U, 4U})
        EXPECT_EQ(figure(small, Disclosure::rounded), (Figure{Figure::Sure::few, 0})) << small;
    EXPECT_EQ(words(figure(4, Disclosure::rounded)), "fewer than 5");
    EXPECT_EQ(words(figure(5, Disclosure::rounded)), "about 5");
    EXPECT_EQ(words(figure(7, Disclosure::rounded)), "about 5");
    EXPECT_EQ(words(figure(8, Disclosure::rounded)), "about 10");
    EXPECT_EQ(words(figure(1'002, Disclosure::rounded)), "about 1,000");
}

TEST(Figure, OfOneSchoolDoesNotTellNothingFromAFew)
{
    constexpr auto disclosure = Disclosure::rounded_without_nothing;
    for (const std::uint64_t small : {0U, 1U, 4U})
        EXPECT_EQ(figure(small, disclosure), (Figure{Figure::Sure::few, 0})) << small;
    EXPECT_EQ(words(figure(5, disclosure)), "about 5");
}

}  // namespace
}  // namespace safelead::insight
