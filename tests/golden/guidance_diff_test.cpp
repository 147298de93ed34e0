// What changed from 2020 to 2024, sentence by sentence. ACCEPT=1 writes it anew; the difference is then
// reviewed.

#include "app/differences.h"
#include "support/packs.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

namespace safelead::app {
namespace {

TEST(GuidanceDiff, FromTwentyTwentyToTwentyTwentyFour)
{
    const auto two = two_editions(test::packs(), "ukcis-2020", "ukcis-2024");
    std::string now;
    for (const auto& one : differences(test::packs(), *two)) {
        now += std::string{heading_of(one.in)} + ": " + one.words + "\n";
        for (const auto& line : one.more) now += "    " + line + "\n";
        if (!one.source.empty()) now += "    (" + one.source + ")\n";
    }
    const auto path = std::string{SAFELEAD_SOURCE_DIR} + "/tests/golden/guidance/2020-to-2024.txt";
    if (std::getenv("ACCEPT") != nullptr) {
        std::ofstream{path} << now;
        return;
    }
    std::ifstream file{path};
    ASSERT_TRUE(file) << path << " is missing: run with ACCEPT=1 and review it";
    const std::string golden{std::istreambuf_iterator<char>{file}, {}};
    EXPECT_EQ(now, golden) << "the sentences have changed: if they should have, run with ACCEPT=1";
}

}  // namespace
}  // namespace safelead::app
