// `safelead advise`, with its streams.

#include "cli/advise.h"
#include "support/packs.h"
#include "support/source_dir.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>

namespace safelead {
namespace {

struct Said {
    int exit_code;
    std::string out;
    std::string errors;
};

Said advise(const std::string& facts, std::vector<std::string> overlays = {},
            std::string edition = "ukcis-2024", std::string file = "-")
{
    std::istringstream in{facts};
    std::ostringstream out;
    std::ostringstream errors;
    const cli::Advise asked{std::move(edition), std::move(overlays), std::move(file)};
    const auto guidance = std::filesystem::path{safelead::test::source_dir()} / "guidance";
    const int exit_code = cli::advise(asked, guidance, in, out, errors);
    return {exit_code, out.str(), errors.str()};
}

TEST(AdviseCommand, WritesALineForEachFactsObject)
{
    const Said said = advise(R"([{"immediate_danger": "yes"}, {"facts": {"medium": "text"}}])");
    EXPECT_EQ(said.exit_code, 0);
    EXPECT_EQ(said.errors, "");
    EXPECT_EQ(std::ranges::count(said.out, '\n'), 2);
    EXPECT_TRUE(
        said.out.starts_with(R"({"edition":"ukcis-2024","category":"UNDETERMINED","route":"EMERGENCY_999")"));
}

TEST(AdviseCommand, WritesNothingWhenOneOfManyIsWrong)
{
    const Said said = advise("[{\"immediate_danger\": \"yes\"},\n {\"coercion\": \"maybe\"}]");
    EXPECT_EQ(said.exit_code, 1);
    EXPECT_EQ(said.out, "");
    EXPECT_EQ(said.errors, "standard input:2: [1].coercion is not one of yes, no, unknown, alleged.\n");
}

TEST(AdviseCommand, NamesTheEditionsWhenItIsAskedForAnother)
{
    const Said said = advise("{}", {}, "ukcis-2019");
    EXPECT_EQ(said.exit_code, 64);
    EXPECT_EQ(said.out, "");
    EXPECT_EQ(said.errors,
              "There is no guidance called 'ukcis-2019'; there is: ukccis-2016, ukcis-2020, ukcis-2024.\n");
    EXPECT_EQ(advise("{}", {"a-duty"}).errors,
              "There is no guidance called 'a-duty'; there is: mandatory-reporting.\n");
}

TEST(AdviseCommand, SaysThatAFileCannotBeRead)
{
    const Said said = advise("", {}, "ukcis-2024", "no-such-file.json");
    EXPECT_EQ(said.exit_code, 64);
    EXPECT_EQ(said.out, "");
    EXPECT_TRUE(said.errors.starts_with("no-such-file.json: "));
}

TEST(AdviseCommand, LaysAnOverlayOnlyWhenAskedTo)
{
    const std::string facts = R"({"medium": "image", "subject_identified": "yes",
        "people": [{"ref": "A", "roles": ["subject", "sharer"]}]})";
    EXPECT_NE(advise(facts).out.find(R"("route":"CONSULT")"), std::string::npos);
    const Said raised = advise(facts, {"mandatory-reporting"});
    EXPECT_NE(raised.out.find(R"("route":"REFER_IMMEDIATE","consult":null)"), std::string::npos);
    EXPECT_NE(raised.out.find(R"("rule":"overlay.mandatory-reporting")"), std::string::npos);
    EXPECT_EQ(raised.out.find("HEAD_SIGNOFF_IF_NOT_REFERRED"), std::string::npos);
}

TEST(Packs, AreInForceFromTheDayTheirImprintSays)
{
    using namespace std::chrono;
    const auto& packs = test::packs();
    EXPECT_EQ(packs.in_force_on(Date{2016y / July / 31}), nullptr);
    EXPECT_EQ(packs.in_force_on(Date{2017y / April / 1})->edition().text(), "ukccis-2016");
    EXPECT_EQ(packs.in_force_on(Date{2024y / March / 10})->edition().text(), "ukcis-2020");
    EXPECT_EQ(packs.in_force_on(Date{2024y / March / 11})->edition().text(), "ukcis-2024");
    EXPECT_EQ(packs.newest().edition().text(), "ukcis-2024");
    EXPECT_EQ(packs.newest().imprint().digest.size(), 64U);
    EXPECT_EQ(packs.newest().imprint().verified_by, std::nullopt);
    EXPECT_FALSE(packs.newest().is_shown_to_schools("OUTCOME_21_AGGRAVATING_FEATURE"));
    EXPECT_TRUE(packs.newest().is_shown_to_schools("LADO"));
    EXPECT_FALSE(packs.newest().is_referring("CONSULT"));
    EXPECT_TRUE(packs.newest().is_referring("REFER_IMMEDIATE"));
}

TEST(Packs, HaveWordsForEverythingTheyGive)
{
    for (const guidance::Pack& pack : test::packs().editions()) {
        for (const guidance::Table& table : pack.tables()) {
            for (const guidance::Rule& rule : table.rules)
                EXPECT_NE(pack.term(rule.gives), rule.gives.text()) << pack.edition().text();
        }
        for (const guidance::Question& question : pack.questions()) {
            EXPECT_NE(pack.term(question.fact.text()), question.fact.text());
            for (const guidance::AllowedValue& value : question.values) EXPECT_NE(value.label, value.value);
        }
    }
}

}  // namespace
}  // namespace safelead
