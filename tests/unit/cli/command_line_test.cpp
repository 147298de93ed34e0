#include "cli/command_line.h"

#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
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
        before_ = std::filesystem::current_path();
        std::filesystem::current_path(folder_.path());
    }
    void TearDown() override
    {
        std::filesystem::current_path(before_);
        ::unsetenv("SAFELEAD_LISTEN");
        ::unsetenv("SAFELEAD_DATA");
    }
    test::TemporaryFolder folder_;
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

TEST_F(CommandLineTest, SaysToARunningServerWhatTheEnvironmentAndTheFileSay)
{
    using Words = std::vector<std::string>;
    ::setenv("SAFELEAD_DATA", "from-environment", 1);
    std::ofstream{"safelead.toml"} << "[record.verify]\njson = true\ndata = \"from-file\"\n";
    EXPECT_EQ(parsed<OnRecord>({"record", "verify"}).arguments,
              (Words{"record", "verify", "--data", "from-environment", "--json"}));
    ::unsetenv("SAFELEAD_DATA");
    const auto by_file = parsed<OnRecord>({"record", "verify"}).arguments;
    EXPECT_EQ(by_file, (Words{"record", "verify", "--data", "from-file", "--json"}));
    EXPECT_EQ(std::get<RecordVerify>(parse_record_command(by_file).value()).output, Output::json);
}

TEST_F(CommandLineTest, LetsTheServersOwnEnvironmentAndFileSayNothingOfWhatSomebodyAsks)
{
    ::setenv("SAFELEAD_DATA", "the-server's", 1);
    std::ofstream{"safelead.toml"} << "[record.verify]\njson = true\n";
    EXPECT_FALSE(parse_record_command({"record", "verify"}).has_value());
    const auto asked = parse_record_command({"record", "verify", "--data", "d"});
    EXPECT_EQ(std::get<RecordVerify>(asked.value()).output, Output::words);
}

TEST_F(CommandLineTest, SaysAllOfACommandToARunningServerAsItWasMeant)
{
    const auto again = [](std::vector<std::string> words) {
        return parse_record_command(parsed<OnRecord>(std::move(words)).arguments).value();
    };
    const auto proved =
        std::get<RecordProve>(again({"record", "prove", "--data=d", "--organisation", "o", "--from=7"}));
    EXPECT_EQ(proved.from, 7U);
    EXPECT_EQ(proved.entry, 0U);
    const auto imported =
        std::get<Import>(again({"import", "children", "--data", "d", "--organisation", "o", "--map",
                                "born=DOB", "--map", "upn=UPN", "--dry-run", "-", "--guidance", "g"}));
    EXPECT_EQ(imported.file, "-");
    EXPECT_EQ(imported.map, (std::vector<std::string>{"born=DOB", "upn=UPN"}));
    EXPECT_EQ(imported.trial, Trial::dry_run);
    const auto added =
        std::get<PersonAdd>(again({"person", "add", "--data", "d", "--organisation", "-o", "--name", "",
                                   "--email", "a@b.example", "--role", "dsl", "staff"}));
    EXPECT_EQ(added.organisation, "-o");
    EXPECT_EQ(added.name, "");
    EXPECT_EQ(added.roles, (std::vector<std::string>{"dsl", "staff"}));
    EXPECT_FALSE(added.invite);
    EXPECT_EQ(std::get<KeyRotate>(again({"key", "rotate", "--data", "d", "partnership"})).organisation,
              "partnership");
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

TEST_F(CommandLineTest, ChangesOfAnOrganisationOnlyWhatIsNamed)
{
    EXPECT_FALSE(parse_record_command({"organisation", "change", "--data", "d", "--organisation", "o"}))
        << "there is nothing to put right";
    const auto change = parse_record_command({"organisation", "change", "--data", "d", "--organisation", "o",
                                              "--name", "Hill Academy", "--telephone", ""});
    ASSERT_TRUE(change);
    const auto& put = std::get<OrganisationChange>(*change);
    EXPECT_EQ(put.name, "Hill Academy");
    EXPECT_EQ(put.telephone, "") << "an empty one takes it away";
    EXPECT_EQ(put.area, std::nullopt);
}

TEST_F(CommandLineTest, AsksForAReasonBeforeAnEntryIsGivenAwayAndForAWholeNumber)
{
    const auto read = [](std::string entry, std::string why) {
        return parse_record_command({"record", "disclose", "--data", "d", "--organisation", "o", "--out", "f",
                                     "--entry", std::move(entry), "--why", std::move(why)});
    };
    EXPECT_EQ(std::get<RecordDisclose>(read("12", "For the court.").value()).entry, 12U);
    EXPECT_NE(read("12", "").error().text.find("Give a reason"), std::string::npos);
    for (const auto* wrong : {"0", "-1", "abc", "1.5", "18446744073709551616"})
        EXPECT_EQ(
            read(wrong, "For the court.").error().text,
            "--entry: Give a whole number from 1: the log counts its entries. `safelead --help` says what "
            "there is.\n");
}

TEST_F(CommandLineTest, GivesHelpAndVersionWhenAsked)
{
    EXPECT_EQ(parse_command_line({"--help"}).error().exit_code, 0);
    EXPECT_NE(parse_command_line({"serve", "--help"}).error().text.find("--listen"), std::string::npos);
    EXPECT_NE(parse_command_line({"--version"}).error().text.find("0.1.0"), std::string::npos);
}

TEST(CommandLine, TakesABackupsFileToBeWhereTheCommandIsGiven)
{
    const auto asked = parsed<OnRecord>({"backup", "--data", "d", "--out", "here.backup"});
    const auto file = std::filesystem::absolute("here.backup");
    EXPECT_EQ(std::get<Backup>(asked.command).file, file);
    EXPECT_NE(std::ranges::find(asked.arguments, file.string()), asked.arguments.end());
}

}  // namespace
}  // namespace safelead::cli
