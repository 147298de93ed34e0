#include "cli/command_line.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

namespace safelead::cli {
namespace {

template <class Command>
Command parsed(std::vector<std::string> arguments)
{
    return std::get<Command>(parse_command_line(std::move(arguments)).value().command);
}

/// An empty folder to stand in, so that no safelead.toml but the test's own is read.
class CommandLineTest : public testing::Test {
protected:
    void SetUp() override
    {
        folder_ = testing::TempDir() + "/safelead_cli_" +
                  testing::UnitTest::GetInstance()->current_test_info()->name();
        std::filesystem::create_directories(folder_);
        before_ = std::filesystem::current_path();
        std::filesystem::current_path(folder_);
    }
    void TearDown() override
    {
        std::filesystem::current_path(before_);
        std::filesystem::remove_all(folder_);
        ::unsetenv("SAFELEAD_LISTEN");
    }
    std::filesystem::path folder_;
    std::filesystem::path before_;
};

TEST_F(CommandLineTest, ReadsEachCommand)
{
    EXPECT_EQ(parsed<Init>({"init", "--data", "d"}).place.data, "d");
    EXPECT_EQ(parsed<Serve>({"serve", "--data", "d", "--listen", "127.0.0.1:9"}).listen, "127.0.0.1:9");
    EXPECT_EQ(parsed<Advise>({"advise", "--edition", "ukcis-2024", "--overlay", "o", "-"}).file, "-");
    EXPECT_EQ(parsed<GuidanceExportDmn>({"guidance", "export-dmn", "--edition", "e", "--as", "1.1"}).version,
              "1.1");
    EXPECT_EQ(parsed<WhoToRing>({"who-to-ring", "--area", "leeds"}).area, "leeds");
    EXPECT_EQ(parsed<Doctor>({"doctor", "--data", "d", "--json"}).output, Output::json);
}

TEST_F(CommandLineTest, KeepsTheWordsOfACommandOnTheRecordForARunningServer)
{
    const std::vector<std::string> words{"organisation", "list", "--data", "d", "--json"};
    const auto command = parsed<OnRecord>(words);
    EXPECT_EQ(command.arguments, words);
    EXPECT_EQ(std::get<OrganisationList>(command.command).output, Output::json);
    EXPECT_TRUE(parse_record_command(words).has_value());
    EXPECT_FALSE(parse_record_command({"init", "--data", "d"}).has_value());
}

TEST_F(CommandLineTest, LetsAnOptionWinOverTheEnvironmentAndThatOverTheFile)
{
    std::ofstream{"safelead.toml"} << "[serve]\ndata = \"from-file\"\nlisten = \"127.0.0.1:1\"\n";
    EXPECT_EQ(parsed<Serve>({"serve"}).place.data, "from-file");
    EXPECT_EQ(parsed<Serve>({"serve"}).listen, "127.0.0.1:1");
    ::setenv("SAFELEAD_LISTEN", "127.0.0.1:2", 1);
    EXPECT_EQ(parsed<Serve>({"serve"}).listen, "127.0.0.1:2");
    EXPECT_EQ(parsed<Serve>({"serve", "--listen", "127.0.0.1:3"}).listen, "127.0.0.1:3");
}

TEST_F(CommandLineTest, SaysWhatToDoWhenItIsUsedWrongly)
{
    for (const std::vector<std::string>& wrong :
         std::vector<std::vector<std::string>>{{},
                                               {"nonsense"},
                                               {"init"},
                                               {"serve", "--data", "d", "--tls-cert", "c"},
                                               {"organisation"},
                                               {"guidance"}}) {
        const auto result = parse_command_line(wrong);
        ASSERT_FALSE(result.has_value());
        EXPECT_EQ(result.error().exit_code, 64);
        EXPECT_NE(result.error().text.find("--help"), std::string::npos) << result.error().text;
    }
}

TEST_F(CommandLineTest, CountsTheCharactersOfAReasonAndNotItsBytes)
{
    const auto read = [](std::string reason) {
        return parse_record_command({"record", "new-epoch", "--data", "d", "--reason", std::move(reason)});
    };
    std::string reason;
    while (reason.size() < 2'000) reason += "é";
    EXPECT_TRUE(read(reason).has_value());
    EXPECT_NE(read(reason + "é").error().text.find("at most 1,000 characters"), std::string::npos);
    EXPECT_NE(read(" ").error().text.find("Give a reason"), std::string::npos);

    // How long it may be is for the record to say.
    EXPECT_TRUE(parse_record_command({"organisation", "reopen-set-up", "--data", "d", "--organisation", "o",
                                      "--reason", reason + "é"})
                    .has_value());
}

TEST_F(CommandLineTest, GivesHelpAndVersionWhenAsked)
{
    EXPECT_EQ(parse_command_line({"--help"}).error().exit_code, 0);
    EXPECT_NE(parse_command_line({"serve", "--help"}).error().text.find("--listen"), std::string::npos);
    EXPECT_NE(parse_command_line({"--version"}).error().text.find("0.1.0"), std::string::npos);
}

}  // namespace
}  // namespace safelead::cli
