// What changed from 2020 to 2024, sentence by sentence. ACCEPT=1 writes it anew; the difference is then
// reviewed.

#include "app/differences.h"
#include "golden/golden_file.h"
#include "support/packs.h"

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
    test::expect_golden_file("guidance/2020-to-2024.txt", now);
}

}  // namespace
}  // namespace safelead::app
