#include "cli/guidance_diff.h"

#include "cli/exit_codes.h"
#include "support/source_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace safelead::cli {
namespace {

using testing::HasSubstr;

const auto guidance_folder = std::filesystem::path{safelead::test::source_dir()} / "guidance";

TEST(GuidanceDiff, SaysInSentencesWhatChangedAndWithWhichFactsItMatters)
{
    std::ostringstream out;
    std::ostringstream errors;
    EXPECT_EQ(diff_guidance({"ukcis-2020", "ukcis-2024"}, guidance_folder, out, errors), exit_done);
    EXPECT_THAT(out.str(), HasSubstr("From 2020 (ukcis-2020) to 2024 (ukcis-2024): "));
    EXPECT_THAT(out.str(), HasSubstr("Since 2024 an adult is presumed where somebody met online"));
    EXPECT_THAT(out.str(), HasSubstr("\nSteps\n"));
    EXPECT_THAT(out.str(), HasSubstr("PSEUDO_NOT_ADDRESSED, CONSULT becomes AI_GENERATED, CONSULT"));
}

TEST(GuidanceDiff, FindsNothingBetweenAnEditionAndItself)
{
    std::ostringstream out;
    std::ostringstream errors;
    EXPECT_EQ(diff_guidance({"ukcis-2024", "ukcis-2024"}, guidance_folder, out, errors), exit_done);
    EXPECT_THAT(out.str(), HasSubstr("(ukcis-2024): 0 differences\n"));
    EXPECT_THAT(out.str(), HasSubstr(": 0 ways\n"));
}

}  // namespace
}  // namespace safelead::cli
