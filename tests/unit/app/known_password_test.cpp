#include "app/known_password.h"

#include "app/practice_people.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::app {
namespace {

TEST(AWidelyKnownPassword, IsOneThatManyPeopleUse)
{
    EXPECT_TRUE(is_widely_known("administrator"));
    EXPECT_TRUE(is_widely_known("1q2w3e4r5t6y"));
    EXPECT_TRUE(is_widely_known("Administrator"));
}

TEST(AWidelyKnownPassword, IsAlsoOneWithSomethingAtItsEnd)
{
    EXPECT_TRUE(is_widely_known("password2026!"));
    EXPECT_TRUE(is_widely_known("Liverpool-1892"));
}

TEST(AWidelyKnownPassword, IsAlsoOneSaidAgainAndAgain)
{
    EXPECT_TRUE(is_widely_known("passwordpassword"));
    EXPECT_TRUE(is_widely_known("aaaaaaaaaaaa"));
    EXPECT_TRUE(is_widely_known("xq1xq1xq1xq1"));
    EXPECT_TRUE(is_widely_known("123456789012"));
}

TEST(AWidelyKnownPassword, IsNoneOfThese)
{
    for (const auto* good :
         {"correct horse battery", "three green kettles", "Nine-owls-at-noon", "zvqkpwmtrxyd"})
        EXPECT_FALSE(is_widely_known(good)) << good;
    EXPECT_FALSE(is_widely_known(practice_password));
}

TEST(TheListOfKnownPasswords, IsInOrderAndLong)
{
    EXPECT_GT(known_passwords().size(), 40'000U);
    EXPECT_TRUE(std::ranges::is_sorted(known_passwords()));
}

}  // namespace
}  // namespace safelead::app
