#include "cli/guidance_show.h"

#include "cli/exit_codes.h"
#include "support/source_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace safelead::cli {
namespace {

using testing::HasSubstr;

const auto guidance_folder = std::filesystem::path{safelead::test::source_dir()} / "guidance";

TEST(GuidanceList, NamesEachEditionWhenItIsInForceAndWhoCheckedIt)
{
    std::ostringstream out;
    std::ostringstream errors;
    EXPECT_EQ(list_guidance(guidance_folder, out, errors), exit_done);
    EXPECT_THAT(out.str(), HasSubstr("ukcis-2020"));
    EXPECT_THAT(out.str(), HasSubstr("in force 2020-12-23 to 2024-03-10"));
    EXPECT_THAT(out.str(), HasSubstr("not yet checked by a practising safeguarding lead"));
    EXPECT_THAT(out.str(), HasSubstr("mandatory-reporting"));
    EXPECT_EQ(errors.str(), "");
}

TEST(GuidanceShow, PrintsARuleWithItsConditionSourceAndKind)
{
    std::ostringstream out;
    std::ostringstream errors;
    EXPECT_EQ(show_guidance({"ukcis-2024"}, guidance_folder, out, errors), exit_done);
    EXPECT_THAT(out.str(), HasSubstr("  category.1\n"
                                     "    gives   NOT_SENT: An image was asked for, and none was sent\n"
                                     "    when    medium is asked_not_sent\n"
                                     "    source  Safelead project rules, November 2026, Category 1"));
    EXPECT_THAT(out.str(), HasSubstr("    kind    project rule\n"));
    EXPECT_THAT(out.str(), HasSubstr("pressure             coercion is yes or blackmail is yes"));
}

TEST(GuidanceShow, SaysWhichEditionsThereAre)
{
    std::ostringstream out;
    std::ostringstream errors;
    EXPECT_EQ(show_guidance({"ukcis-1924"}, guidance_folder, out, errors), exit_wrong_use);
    EXPECT_EQ(errors.str(),
              "There is no edition ukcis-1924. There are: ukccis-2016 ukcis-2020 ukcis-2024.\n");
    EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace safelead::cli
