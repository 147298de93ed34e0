// What can be typed after `safelead guidance`, and what is refused.

#include "cli/command_line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace safelead::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

template <class Command>
Command parsed(std::vector<std::string> words)
{
    words.insert(words.begin(), "guidance");
    const auto line = parse_command_line(words);
    if (!line) throw std::runtime_error{line.error().text};
    return std::get<Command>(line->command);
}

TEST(GuidanceCommands, ListTakesNothing)
{
    EXPECT_NO_THROW((void)parsed<GuidanceList>({"list"}));
}

TEST(GuidanceCommands, ShowTakesAnEdition)
{
    EXPECT_EQ(parsed<GuidanceShow>({"show", "ukcis-2024"}).edition, "ukcis-2024");
}

TEST(GuidanceCommands, DiffTakesTwoEditionsInTheirOrder)
{
    const auto asked = parsed<GuidanceDiff>({"diff", "ukcis-2020", "ukcis-2024"});
    EXPECT_EQ(asked.before, "ukcis-2020");
    EXPECT_EQ(asked.after, "ukcis-2024");
}

TEST(GuidanceCommands, CheckTriesAMillionCasesOfThePacksInUseUnlessToldOtherwise)
{
    const auto plain = parsed<GuidanceCheck>({"check"});
    EXPECT_TRUE(plain.folder.empty());
    EXPECT_EQ(plain.cases, 1'000'000U);
    EXPECT_EQ(plain.seed, 1U);
    EXPECT_FALSE(plain.every_rule);
    const auto asked =
        parsed<GuidanceCheck>({"check", "packs", "--cases", "5", "--seed", "7", "--every-rule"});
    EXPECT_EQ(asked.folder, "packs");
    EXPECT_EQ(asked.cases, 5U);
    EXPECT_EQ(asked.seed, 7U);
    EXPECT_TRUE(asked.every_rule);
}

TEST(GuidanceCommands, CheckRefusesASeedBelowNought)
{
    EXPECT_FALSE(parse_command_line(std::vector<std::string>{"guidance", "check", "--seed", "-1"}));
}

TEST(GuidanceCommands, ExportTakesAnEditionOverlaysAFormAndAFile)
{
    const auto plain = parsed<GuidanceExportDmn>({"export-dmn", "--edition", "ukcis-2024"});
    EXPECT_EQ(plain.edition, "ukcis-2024");
    EXPECT_EQ(plain.version, "1.5");
    EXPECT_THAT(plain.overlays, IsEmpty());
    EXPECT_TRUE(plain.file.empty());
    const auto asked = parsed<GuidanceExportDmn>({"export-dmn", "--edition", "e", "--overlay", "a",
                                                  "--overlay", "b", "--as", "1.3", "--out", "f.dmn"});
    EXPECT_THAT(asked.overlays, ElementsAre("a", "b"));
    EXPECT_EQ(asked.version, "1.3");
    EXPECT_EQ(asked.file, "f.dmn");
}

TEST(GuidanceCommands, KnowTheFolderOfPacksBeforeThem)
{
    const auto line = parse_command_line({"--guidance", "packs", "guidance", "list"});
    ASSERT_TRUE(line);
    EXPECT_EQ(line->guidance, "packs");
}

class WrongGuidanceCommand : public ::testing::TestWithParam<std::vector<std::string>> {};

TEST_P(WrongGuidanceCommand, IsWrongUseAndSaysWhereHelpIs)
{
    std::vector<std::string> words = GetParam();
    words.insert(words.begin(), "guidance");
    const auto line = parse_command_line(words);
    ASSERT_FALSE(line);
    EXPECT_EQ(line.error().exit_code, 64);
    EXPECT_THAT(line.error().text, HasSubstr("--help"));
}

INSTANTIATE_TEST_SUITE_P(
    GuidanceCommands, WrongGuidanceCommand,
    ::testing::Values(std::vector<std::string>{}, std::vector<std::string>{"burn"},
                      std::vector<std::string>{"list", "more"}, std::vector<std::string>{"show"},
                      std::vector<std::string>{"show", "a", "b"}, std::vector<std::string>{"diff", "one"},
                      std::vector<std::string>{"diff", "a", "b", "c"},
                      std::vector<std::string>{"check", "--cases", "0"},
                      std::vector<std::string>{"check", "--cases", "many"},
                      std::vector<std::string>{"check", "a", "b"}, std::vector<std::string>{"export-dmn"},
                      std::vector<std::string>{"export-dmn", "--edition", "e", "--as", "2.0"},
                      std::vector<std::string>{"list", "check"}));

}  // namespace
}  // namespace safelead::cli
