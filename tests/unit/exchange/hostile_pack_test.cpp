// Packs made to do harm: each is refused soon, with a sentence that says what is wrong.

#include "base/unavailable.h"
#include "exchange/pack_reader.h"
#include "exchange/worked_examples.h"
#include "guidance/pack_draft.h"
#include "support/source_dir.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace safelead::exchange {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

const fs::path editions = fs::path{safelead::test::source_dir()} / "guidance";

PackFiles newest()
{
    return read_pack_files(editions / "ukcis-2024").value();
}

/// What is said of the newest edition with other bytes in one of its files. What would take long is ended by
/// the limit that every test has.
std::string refusal(const std::string& file, std::string content)
{
    PackFiles files = newest();
    files.files.at(file).content = std::move(content);
    const auto draft = parse_pack(files, "");
    std::string said = "taken";
    if (!draft) {
        said = draft.error().text();
    } else if (const auto pack = guidance::build_pack(*draft); !pack) {
        said = pack.error().text();
    }
    return said;
}

std::string repeated(std::string_view part, std::size_t times)
{
    std::string text;
    text.reserve(part.size() * times);
    for (std::size_t i = 0; i < times; ++i) text += part;
    return text;
}

std::string with(const std::string& file, const std::string& from, const std::string& to)
{
    std::string text = newest().files.at(file).content;
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error{"the file does not have: " + from};
    return text.replace(at, from.size(), to);
}

TEST(HostilePack, IsRefusedWhenItIsNestedTooDeep)
{
    EXPECT_THAT(refusal("rules.json", repeated("[", 100'000)), HasSubstr("nested too deep"));
    EXPECT_THAT(refusal("rules.json", repeated("{\"a\":", 100'000)), HasSubstr("nested too deep"));
}

TEST(HostilePack, IsRefusedForNumbersThatNoPackNeeds)
{
    for (const char* number :
         {"99999999999999999999999999", "1e400", "-1e-400", "0.5", "4000000000", "-9223372036854775808"})
        EXPECT_THAT(refusal("rules.json",
                            with("rules.json", "\"severity\": 5", std::string{"\"severity\": "} + number)),
                    HasSubstr("rules.json:"))
            << number;
    EXPECT_THAT(refusal("rules.json",
                        with("rules.json", "\"severity\": 5", "\"severity\": " + repeated("9", 200'000))),
                HasSubstr("rules.json:"));
}

TEST(HostilePack, IsRefusedWhenAMemberStandsTwice)
{
    EXPECT_THAT(refusal("pack.json", with("pack.json", "\"verified_by\": null,",
                                          "\"verified_by\": null, \"verified_by\": \"me\",")),
                HasSubstr("twice"));
}

TEST(HostilePack, IsRefusedWhenItIsNotUtf8)
{
    const std::string good = newest().files.at("pack.json").content;
    EXPECT_THAT(refusal("pack.json", "\xEF\xBB\xBF" + good),
                HasSubstr("pack.json:1: begins with a byte order mark"));
    std::string utf16 = "\xFF\xFE";
    for (const char c : good) (utf16 += c) += '\0';
    EXPECT_THAT(refusal("pack.json", utf16), HasSubstr("pack.json:1: is not UTF-8"));
    EXPECT_THAT(refusal("pack.json", with("pack.json", "UKCIS", "UK\xC3(CIS")), HasSubstr("is not UTF-8"));
    EXPECT_THAT(refusal("pack.json", with("pack.json", "UKCIS", std::string("UK\0CIS", 6))),
                HasSubstr("is not UTF-8"));
    EXPECT_THAT(refusal("text/devices.md", "# Devices\n\n\xFF\n"),
                HasSubstr("text/devices.md:3: is not UTF-8"));
}

TEST(HostilePack, IsRefusedWhenItIsHuge)
{
    EXPECT_THAT(refusal("rules.json", std::string(5'000'000, ' ')), HasSubstr("larger than"));
    EXPECT_THAT(refusal("rules.json", "[" + repeated("1,", 200'000) + "1]"), HasSubstr("too many parts"));
}

TEST(HostilePack, IsRefusedWhenATableHasThousandsOfRules)
{
    std::string many;
    for (int i = 0; i < 4000; ++i)
        many += "{\"id\":\"f" + std::to_string(i) +
                "\",\"gives\":\"LADO\",\"when\":\"always\",\"source\":[\"kcsie\",\"x\"],\"kind\":"
                "\"guidance\"},\n";
    EXPECT_THAT(refusal("rules.json", with("rules.json", "\"flags\": [\n", "\"flags\": [\n" + many)),
                HasSubstr("more than 64"));
}

TEST(HostilePack, IsRefusedForThousandsOfTermsStepsOrDefinitions)
{
    std::string terms;
    for (int i = 0; i < 8000; ++i) terms += "{\"code\":\"t" + std::to_string(i) + "\",\"words\":\"x\"},\n";
    EXPECT_THAT(refusal("terms.json", with("terms.json", "[\n", "[\n" + terms)),
                HasSubstr("terms are more than 1000"));
    std::string steps;
    for (int i = 0; i < 4000; ++i)
        steps += "{\"id\":\"s" + std::to_string(i) +
                 "\",\"owner\":\"dsl\",\"deadline\":\"immediately\",\"words\":\"x\",\"when\":[\"LADO\"],"
                 "\"source\":[\"kcsie\","
                 "\"x\"],\"kind\":\"guidance\"},\n";
    EXPECT_THAT(refusal("steps.json", with("steps.json", "[\n", "[\n" + steps)),
                HasSubstr("steps are more than 300"));
    std::string names;
    for (int i = 0; i < 4000; ++i)
        names += "{\"name\":\"d" + std::to_string(i) + "\",\"means\":\"always\"},\n";
    EXPECT_THAT(
        refusal("rules.json", with("rules.json", "\"definitions\": [\n", "\"definitions\": [\n" + names)),
        HasSubstr("definitions are more than 200"));
}

TEST(HostilePack, IsRefusedWhenDefinitionsDoubleAgainAndAgain)
{
    // Each uses the one before ten times: a hundred million nodes, if somebody wrote them all out.
    std::string names =
        "{\"name\":\"d0\",\"means\":\"" + repeated("coercion is yes or ", 9) + "coercion is yes\"},\n";
    for (int i = 1; i < 8; ++i) {
        const std::string before = "d" + std::to_string(i - 1);
        names += "{\"name\":\"d" + std::to_string(i) + "\",\"means\":\"" + repeated(before + " or ", 9) +
                 before + "\"},\n";
    }
    std::string rules = with("rules.json", "\"definitions\": [\n", "\"definitions\": [\n" + names);
    rules.replace(rules.find("\"when\": \"medium is text\""), 24, "\"when\": \"d7\"");
    EXPECT_THAT(refusal("rules.json", rules),
                ::testing::AnyOf(HasSubstr("too large"), HasSubstr("too deep")));
}

TEST(HostilePack, IsRefusedWhenAConditionIsEndless)
{
    const auto rules = [](const std::string& when) {
        return with("rules.json", "\"when\": \"medium is text\"", "\"when\": \"" + when + "\"");
    };
    EXPECT_THAT(refusal("rules.json", rules(repeated("(", 500) + "always" + repeated(")", 500))),
                HasSubstr("brackets"));
    EXPECT_THAT(refusal("rules.json", rules(repeated("not ", 100'000) + "always")), HasSubstr("2,000"));
}

class HostileFolder : public ::testing::Test {
protected:
    HostileFolder() { fs::copy(editions / "ukcis-2024", pack(), fs::copy_options::recursive); }

    [[nodiscard]] fs::path pack() const { return folder_.path() / "ukcis-2024"; }

    [[nodiscard]] std::string refusal() const
    {
        const auto files = read_pack_files(pack());
        return files ? "taken" : files.error().text();
    }

    void base_on(const std::string& name) const
    {
        std::ofstream{pack() / "pack.json"} << "{\"based_on\": \"" << name << "\"}";
    }

    safelead::test::TemporaryFolder folder_;
};

TEST_F(HostileFolder, IsTakenAsItIs)
{
    EXPECT_EQ(refusal(), "taken");
}

TEST_F(HostileFolder, MayNotTakeFilesFromOutside)
{
    for (const char* name : {"../ukcis-2024", "/etc", ".", "..", "a/b", "a\\\\b"}) {
        base_on(name);
        EXPECT_THAT(refusal(), HasSubstr("based_on is not the name of an edition")) << name;
    }
}

TEST_F(HostileFolder, TakesFromAnotherOnceAndNotRoundInACircle)
{
    fs::copy(pack(), folder_.path() / "other", fs::copy_options::recursive);
    std::ofstream{folder_.path() / "other/pack.json"} << R"({"based_on": "ukcis-2024"})";
    base_on("other");
    fs::remove(pack() / "terms.json");
    fs::remove(folder_.path() / "other/terms.json");
    const auto files = read_pack_files(pack());
    ASSERT_TRUE(files);
    EXPECT_FALSE(files->files.contains("terms.json"));
    base_on("ukcis-2024");
    EXPECT_EQ(refusal(), "taken") << "itself, once";
}

TEST_F(HostileFolder, MayNotHoldLinks)
{
    fs::remove(pack() / "terms.json");
    fs::create_symlink("/etc/passwd", pack() / "terms.json");
    EXPECT_THAT(refusal(), HasSubstr("terms.json: is a link"));
    fs::remove(pack() / "terms.json");
    fs::create_symlink("/etc/passwd", pack() / "text/passwords.md");
    EXPECT_THAT(refusal(), HasSubstr("text/passwords.md: is a link"));
    fs::remove_all(pack() / "text");
    fs::create_directory_symlink("/etc", pack() / "text");
    EXPECT_THAT(refusal(), HasSubstr("text: is a link"));
}

TEST_F(HostileFolder, MayNotHoldAHugeFile)
{
    std::ofstream{pack() / "terms.json"}.close();
    fs::resize_file(pack() / "terms.json", std::uintmax_t{1} << 33U);  // Sparse: no disk is used.
    EXPECT_THAT(refusal(), HasSubstr("terms.json: is larger than 1 MB"));
}

TEST_F(HostileFolder, MayNotHoldThousandsOfPages)
{
    for (int i = 0; i < 300; ++i) std::ofstream{pack() / "text" / (std::to_string(i) + ".md")} << "# x\n";
    EXPECT_THAT(refusal(), HasSubstr("text: has more than 200 pages"));
}

TEST_F(HostileFolder, IsNotAskedForWhatIsNoFile)
{
    fs::remove(pack() / "terms.json");
    fs::create_directory(pack() / "terms.json");
    const auto files = read_pack_files(pack());
    ASSERT_TRUE(files);
    EXPECT_FALSE(files->files.contains("terms.json"));
}

}  // namespace
}  // namespace safelead::exchange
