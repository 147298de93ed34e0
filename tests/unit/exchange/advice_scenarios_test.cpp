// The 25 scenarios, through the files, the facts reader and the JSON that `safelead advise` writes.

#include "app/advise.h"
#include "support/packs.h"
#include "support/source_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>

namespace safelead {
namespace {

using Json = nlohmann::json;

constexpr auto members = {"category",     "route",      "consult",    "criteria",
                          "safety_rules", "indicators", "unresolved", "flags"};

std::string read_scenarios()
{
    std::ifstream file{std::filesystem::path{safelead::test::source_dir()} / "tests/data/scenarios.json"};
    return {std::istreambuf_iterator<char>{file}, {}};
}

void expect_all_as(const std::string& edition, const std::string& expected_member)
{
    const std::string text = read_scenarios();
    const auto lines = app::advise({std::filesystem::path{safelead::test::source_dir()} / "guidance",
                                    edition,
                                    {},
                                    text,
                                    "scenarios.json"});
    ASSERT_TRUE(lines) << lines.error().text;
    const Json scenarios = Json::parse(text);
    ASSERT_EQ(scenarios.size(), 25U);
    ASSERT_EQ(lines->size(), scenarios.size());
    for (std::size_t i = 0; i < scenarios.size(); ++i) {
        const Json advice = Json::parse((*lines)[i]);
        const Json& expected = scenarios[i][expected_member];
        EXPECT_EQ(expected.size(), std::size(members));
        EXPECT_EQ(advice["edition"], edition);
        for (const char* member : members)
            EXPECT_EQ(advice[member], expected[member])
                << scenarios[i]["id"] << " " << edition << " " << member;
    }
}

TEST(Scenarios, AreAnsweredAsExpectedUnder2016)
{
    expect_all_as("ukccis-2016", "expected_2016");
}

TEST(Scenarios, AreAnsweredAsExpectedUnder2024)
{
    expect_all_as("ukcis-2024", "expected_2024");
}

}  // namespace
}  // namespace safelead
