#include "app/packs_in_force.h"

#include "support/newest_alone.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace safelead::app {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class PacksInForceTest : public ::testing::Test {
protected:
    PacksInForceTest() { test::copy_newest(given_); }

    void change(const std::string& from, const std::string& to) const
    {
        const auto path = given_ / "ukcis-2024/rules.json";
        std::ifstream in{path};
        std::string text{std::istreambuf_iterator<char>{in}, {}};
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos);
        std::ofstream{path} << text.replace(at, from.size(), to);
    }

    /// A rule that breaks a law: the pack loads, and its check fails.
    void break_a_law() const
    {
        change("\"route\": [\n",
               "\"route\": [\n{ \"id\": \"route.planted\", \"gives\": \"SCHOOL_MANAGE\", \"when\": \"profit "
               "is yes\", "
               "\"source\": [\"project\", \"planted\"], \"kind\": \"project rule\" },\n");
    }

    [[nodiscard]] std::string digest(const PacksInForce& now) const
    {
        return now.packs.newest().imprint().digest;
    }

    safelead::test::TemporaryFolder folder_;
    fs::path given_ = folder_.path() / "given";
    fs::path kept_ = folder_.path() / "data/guidance";
};

TEST_F(PacksInForceTest, PacksThatPassTheirCheckAreInForceAndKept)
{
    const auto now = put_in_force(given_, kept_);
    ASSERT_TRUE(now);
    EXPECT_EQ(now->refused, "");
    EXPECT_TRUE(fs::is_regular_file(kept_ / "in-force"));
}

TEST_F(PacksInForceTest, APackThatBreaksALawNeverGoesLive)
{
    break_a_law();
    const auto now = put_in_force(given_, kept_);
    ASSERT_FALSE(now);
    EXPECT_THAT(now.error().why, HasSubstr("Law 1"));
    EXPECT_FALSE(fs::exists(kept_ / "in-force"));
}

TEST_F(PacksInForceTest, WhatIsInForceStaysWhenANewPackFailsItsCheck)
{
    const auto before = put_in_force(given_, kept_);
    ASSERT_TRUE(before);
    break_a_law();
    const auto now = put_in_force(given_, kept_);
    ASSERT_TRUE(now);
    EXPECT_THAT(now->refused, HasSubstr("Law 1"));
    EXPECT_EQ(digest(*now), digest(*before));
    EXPECT_EQ(now->packs.newest().rule("route.planted"), nullptr);
}

TEST_F(PacksInForceTest, WhatIsInForceStaysWhenANewPackCannotBeRead)
{
    const auto before = put_in_force(given_, kept_);
    ASSERT_TRUE(before);
    change("\"category\": [", "\"category\": [[");
    const auto now = put_in_force(given_, kept_);
    ASSERT_TRUE(now);
    EXPECT_THAT(now->refused, HasSubstr("ukcis-2024/rules.json:"));
    EXPECT_EQ(digest(*now), digest(*before));
}

TEST_F(PacksInForceTest, ABetterPackTakesItsPlace)
{
    const auto before = put_in_force(given_, kept_);
    ASSERT_TRUE(before);
    change("section 2: if a child is in immediate danger", "section 2: if a child is in danger");
    const auto now = put_in_force(given_, kept_);
    ASSERT_TRUE(now);
    EXPECT_EQ(now->refused, "");
    EXPECT_NE(digest(*now), digest(*before));
}

}  // namespace
}  // namespace safelead::app
