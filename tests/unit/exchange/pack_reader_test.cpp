#include "exchange/pack_reader.h"

#include "base/unavailable.h"
#include "guidance/pack_draft.h"
#include "support/source_dir.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

namespace safelead::exchange {
namespace {

using guidance::PackFault;

PackFiles newest()
{
    auto files = read_pack_files(std::filesystem::path{safelead::test::source_dir()} / "guidance/ukcis-2024");
    if (!files) throw std::runtime_error{files.error().text()};
    return *std::move(files);
}

/// What is wrong with the newest edition once `from` in one of its files is `to`.
PackFault fault_after(const std::string& file, const std::string& from, const std::string& to)
{
    PackFiles files = newest();
    std::string& text = files.files.at(file).content;
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error{"the file does not have: " + from};
    text.replace(at, from.size(), to);
    const auto draft = parse_pack(files, "");
    if (!draft) return draft.error();
    const auto pack = guidance::build_pack(*draft);
    if (pack) throw std::runtime_error{"the pack was taken"};
    return pack.error();
}

struct Bad {
    std::string file;
    std::string from;
    std::string to;
    std::string field;
    std::string problem;
};

void PrintTo(const Bad& bad, std::ostream* out)
{
    *out << bad.file << ": " << bad.to;
}

class BadPack : public testing::TestWithParam<Bad> {};

TEST_P(BadPack, IsAnErrorThatNamesFileLineAndField)
{
    const PackFault fault = fault_after(GetParam().file, GetParam().from, GetParam().to);
    EXPECT_EQ(fault.place.file, "ukcis-2024/" + GetParam().file);
    EXPECT_GT(fault.place.line, 0);
    EXPECT_EQ(fault.field, GetParam().field) << fault.text();
    EXPECT_NE(fault.problem.find(GetParam().problem), std::string::npos) << fault.text();
}

INSTANTIATE_TEST_SUITE_P(
    Packs, BadPack,
    testing::Values(
        Bad{"pack.json", R"("verified_by": null,)", "", "verified_by", "missing"},
        Bad{"pack.json", R"("verified_by": null,)", R"("verified_by": null, "colour": "red",)", "colour",
            "not a field"},
        Bad{"pack.json", R"("in_force_from": "2024-03-11")", R"("in_force_from": "2024-02-30")",
            "in_force_from", "not a date"},
        Bad{"pack.json", R"("in_force_to": null)", R"("in_force_to": "2024-01-01")", "in_force_to", "before"},
        Bad{"facts.json", R"("type": "choice")", R"("type": "number")", "[0].type", "not one of"},
        Bad{"facts.json", R"("fact": "origin")", R"("fact": "medium")", "fact", "twice"},
        Bad{"facts.json", R"(["yes", "no", "unknown"])", R"(["yes", "no"])", "values", "unknown"},
        Bad{"questions.json", R"("why":)", R"("reason":)", "[0].why", "missing"},
        Bad{"questions.json", R"("fact": "medium")", R"("fact": "maximum")", "fact", "not a fact"},
        Bad{"questions.json", R"("fact": "medium")", R"("fact": "immediate_danger")", "fact", "twice"},
        Bad{"rules.json", R"("id": "category.2")", R"("id": "category.1")", "id", "another rule"},
        Bad{"rules.json", R"("when": "medium is text")", R"("when": "medium is prose")", "when",
            "a value that 'medium' may take"},
        Bad{"rules.json", R"("when": "medium is text")", R"("when": "C1")", "when", "before this one"},
        Bad{"rules.json", R"("when": "medium is text")", R"("when": "medium is text and pressure or wide")",
            "when", "brackets"},
        Bad{"rules.json", R"("when": "medium is text")", R"("when": "medium = text")", "when", "character"},
        Bad{"rules.json", R"("gives": "NOT_TEXT_ONLY")", R"("gives": "NOT_TEXT")", "gives", "no term"},
        Bad{"rules.json", R"("gives": "EMERGENCY_999")", R"("gives": "EMERGENCY_998")", "gives",
            "not one of the routes"},
        Bad{"rules.json", R"("source": ["guidance",)", R"("source": ["rumour",)", "category[1].source",
            "pack.json does not have"},
        Bad{"rules.json", R"("kind": "guidance")", R"("kind": "opinion")", "category[1].kind", "not one of"},
        Bad{"rules.json", R"("when": "always",)", R"("when": "medium is image",)", "category", "always"},
        Bad{"rules.json", R"("name": "wide", "means": "in_scope)", R"("name": "wide", "means": "wide)",
            "when", "circle"},
        Bad{"rules.json", R"("name": "involved")", R"("name": "sharer")", "is", "name of a role"},
        Bad{"rules.json", R"("severity": 5)", R"("severity": 0)", "severity", "less"},
        Bad{"rules.json", R"("severity": 5)", R"("severity": 0.5)", "routes[6].severity",
            "not a whole number"},
        Bad{"steps.json", R"("deadline": "hours 24")", R"("deadline": "soon")", "[5].deadline",
            "not immediately"},
        Bad{"steps.json", R"("when": ["EMERGENCY_999"])", R"("when": ["EMERGENCY"])", "EMERGENCY",
            "given by no rule"},
        Bad{"steps.json", R"("owner": "dsl")", R"("owner": "parent")", "[2].owner", "not one of"},
        Bad{"terms.json", R"("code": "C2")", R"("code": "C1")", "code", "two terms"},
        Bad{"terms.json", R"(21", "audience": "officers")", R"(21", "audience": "nobody")", "[53].audience",
            "not officers"}));

TEST(PackReader, NamesTheLineOfTheRule)
{
    PackFiles files = newest();
    files.files.at("rules.json").content = "// one\n// two\n{ \"people\": [\n  { \"name\": \"x\" }\n] }";
    const auto draft = parse_pack(files, "");
    ASSERT_FALSE(draft);
    EXPECT_EQ(draft.error().text(), "ukcis-2024/rules.json:4: people[0].are is missing");
}

TEST(PackReader, SaysWhichFileIsMissing)
{
    PackFiles files = newest();
    files.files.erase("terms.json");
    const auto draft = parse_pack(files, "");
    ASSERT_FALSE(draft);
    EXPECT_EQ(draft.error().place.file, "terms.json");
    EXPECT_EQ(draft.error().problem, "is missing");
}

TEST(PackReader, TakesFilesAFolderLacksFromTheEditionItIsBasedOn)
{
    const auto files =
        read_pack_files(std::filesystem::path{safelead::test::source_dir()} / "guidance/ukccis-2016");
    ASSERT_TRUE(files);
    EXPECT_EQ(files->files.at("facts.json").shown_as, "ukcis-2024/facts.json");
    EXPECT_EQ(files->files.at("rules.json").shown_as, "ukccis-2016/rules.json");
}

TEST(PackReader, ReadsAnOverlayThatCanOnlyRaiseTheRoute)
{
    const auto folder =
        std::filesystem::path{safelead::test::source_dir()} / "guidance/overlays/mandatory-reporting";
    auto file = read_overlay_file(folder).value();
    const auto overlay = parse_overlay(file, "d");
    ASSERT_TRUE(overlay);
    EXPECT_EQ(overlay->at_least.size(), 1U);

    const auto at = file.content.find("\"at_least\"");
    file.content.replace(at, 10, "\"gives\"");
    const auto lowering = parse_overlay(file, "d");
    ASSERT_FALSE(lowering);
    EXPECT_EQ(lowering.error().field, "rules[0].at_least");
}

TEST(PackReader, IsUnavailableWhenAFileCannotBeRead)
{
    EXPECT_THROW((void)read_overlay_file("no-such-folder"), Unavailable);
}

}  // namespace
}  // namespace safelead::exchange
