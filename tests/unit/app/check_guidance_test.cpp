// Faults are planted in a copy of the packs; the check has to find each.

#include "app/check_guidance.h"

#include "support/newest_alone.h"
#include "support/source_dir.h"
#include "support/temporary_folder.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

namespace safelead::app {
namespace {

namespace fs = std::filesystem;
using ::testing::HasSubstr;

class CheckGuidanceTest : public ::testing::Test {
protected:
    CheckGuidanceTest() { test::copy_newest(folder_.path()); }

    void replace(const std::string& file, const std::string& from, const std::string& to)
    {
        const auto path = folder_.path() / "ukcis-2024" / file;
        std::ifstream in{path};
        std::string text{std::istreambuf_iterator<char>{in}, {}};
        const auto at = text.find(from);
        ASSERT_NE(at, std::string::npos) << from;
        text.replace(at, from.size(), to);
        std::ofstream{path} << text;
    }

    std::vector<Shortcoming> found(std::uint64_t cases = 500)
    {
        const auto proof = check_guidance({folder_.path(), cases, 1, {}});
        if (!proof) throw std::runtime_error{proof.error().text()};
        std::vector<Shortcoming> all = proof->in_files;
        for (const auto& edition : proof->editions)
            all.insert(all.end(), edition.shortcomings.begin(), edition.shortcomings.end());
        return all;
    }

    std::vector<Shortcoming> found_about(const std::string& words)
    {
        std::vector<Shortcoming> some;
        for (const auto& one : found()) {
            if (one.what.find(words) != std::string::npos) some.push_back(one);
        }
        return some;
    }

    safelead::test::TemporaryFolder folder_;
};

TEST_F(CheckGuidanceTest, FindsNoLawBrokenAndNothingUnusedInThePackAsItIs)
{
    EXPECT_TRUE(found_about("Law").empty());
    EXPECT_TRUE(found_about("is used by nothing").empty());
    EXPECT_TRUE(found_about("source").empty());
}

TEST_F(CheckGuidanceTest, FindsLocalTimesForStepsThatAreNotThereOrThatGiveMoreTime)
{
    fs::copy(fs::path{safelead::test::source_dir()} / "guidance/local", folder_.path() / "local",
             fs::copy_options::recursive);
    EXPECT_TRUE(found_about("The timescale").empty());

    const fs::path times = "../local/leeds/timescales.json";
    replace(times, "\"step\": \"contact-form\"", "\"step\": \"no-such-step\"");
    replace(times, "\"working_days 1\", \"counted_from\": \"when the school",
            "\"working_days 2\", \"counted_from\": \"when the school");
    const auto told = found_about("The timescale");
    ASSERT_EQ(told.size(), 2U);
    EXPECT_THAT(told[0].what, HasSubstr("no-such-step, which no edition has"));
    EXPECT_THAT(told[1].what, HasSubstr("gives the step lado more time than ukcis-2024 does"));
    EXPECT_EQ(told[1].at, "local/leeds/timescales.json");

    replace(times, "\"working_days 1\", \"counted_from\": \"the referral\", \"clock\"",
            "\"working_days 2\", \"counted_from\": \"the referral\", \"clock\"");
    const auto with_clock = found_about("The timescale acknowledged");
    ASSERT_EQ(with_clock.size(), 1U);
    EXPECT_THAT(with_clock[0].what, HasSubstr("more time than it has anyway"));

    replace(times, "hours 24", "some day");
    EXPECT_THAT(found().front().at, HasSubstr("timescales.json:7"));
}

TEST_F(CheckGuidanceTest, FindsWordsOnAChangeThatWasNone)
{
    for (const auto* edition : {"ukccis-2016", "ukcis-2020", "ukcis-2024"})
        fs::copy(fs::path{safelead::test::source_dir()} / "guidance" / edition, folder_.path() / edition,
                 fs::copy_options::recursive | fs::copy_options::overwrite_existing);
    replace("pack.json", "\"about\": [\"category.7\"", "\"about\": [\"category.1\"");
    const auto told = found_about("did not change");
    ASSERT_EQ(told.size(), 1U);
    EXPECT_THAT(told[0].what, HasSubstr("ukcis-2024: category.1"));
}

TEST_F(CheckGuidanceTest, FindsWhatAnOverlayBreaksAndARuleOfItThatNeverSpeaks)
{
    fs::copy(fs::path{safelead::test::source_dir()} / "guidance/overlays", folder_.path() / "overlays",
             fs::copy_options::recursive);
    EXPECT_TRUE(found_about("Law").empty());

    const fs::path overlay = "../overlays/mandatory-reporting/overlay.json";
    replace(overlay, "\"when\": \"wide\"", "\"when\": \"coercion is no\"");
    replace(overlay, "\"at_least\": \"REFER_IMMEDIATE\"", "\"at_least\": \"POLICE_URGENT\"");
    const auto told = found_about("Law");
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told[0].at, "ukcis-2024 with mandatory-reporting");
    EXPECT_THAT(told[0].what, HasSubstr("coercion"));
    EXPECT_FALSE(told[0].facts_words.empty());

    replace(overlay, "coercion is no", "coercion is no and coercion is yes");
    ASSERT_EQ(found_about("can never speak").size(), 1U);
}

TEST_F(CheckGuidanceTest, FindsARuleThatLowersTheRouteOnARiskFact)
{
    replace(
        "rules.json", "\"route\": [\n",
        "\"route\": [\n    { \"id\": \"route.planted\", \"gives\": \"SCHOOL_MANAGE\", \"when\": \"profit is "
        "yes\", \"source\": [\"project\", \"planted\"], \"kind\": \"project rule\" },\n");
    const auto broken = found_about("Law 1");
    ASSERT_EQ(broken.size(), 1U);
    EXPECT_THAT(broken.front().what, HasSubstr("profit from unknown to alleged"));
    EXPECT_LE(broken.front().facts_words.size(), 3U) << "the facts are not small";
}

TEST_F(CheckGuidanceTest, FindsARuleThatIsNeverReached)
{
    replace(
        "rules.json", "\"category\": [\n",
        "\"category\": [\n    { \"id\": \"category.first\", \"gives\": \"NOT_TEXT_ONLY\", \"when\": \"medium "
        "is text\", \"source\": [\"project\", \"planted\"], \"kind\": \"project rule\" },\n");
    EXPECT_EQ(found_about("The rule category.2, which gives NOT_TEXT_ONLY, can never speak").size(), 1U);
}

TEST_F(CheckGuidanceTest, FindsADefinitionThatNothingUses)
{
    replace("rules.json", "\"definitions\": [\n",
            "\"definitions\": [\n    { \"name\": \"idle\", \"means\": \"profit is yes\" },\n");
    const auto unused = found_about("The definition idle is used by nothing");
    ASSERT_EQ(unused.size(), 1U);
    EXPECT_THAT(unused.front().at, HasSubstr("ukcis-2024/rules.json:"));
}

TEST_F(CheckGuidanceTest, FindsAFactThatNothingUses)
{
    replace("facts.json", "[\n",
            "[\n  { \"fact\": \"idle_fact\", \"type\": \"three_valued\", \"values\": "
            "[\"yes\", \"no\", \"unknown\"] },\n");
    replace("questions.json", "[\n",
            "[\n  { \"fact\": \"idle_fact\", \"words\": \"Is it?\", \"why\": \"For a test.\", \"who\": "
            "[\"dsl\"], \"source\": [\"project\", \"planted\"] },\n");
    EXPECT_EQ(found_about("The fact idle_fact").size(), 1U);
}

TEST_F(CheckGuidanceTest, FindsARuleWithoutASource)
{
    replace("rules.json",
            "\"source\": [\"project\", \"Category 1: an image was asked for and none was sent\"]",
            "\"source\": [\"project\", \" \"]");
    try {
        EXPECT_FALSE(found_about("The rule category.1 names no source").empty());
    } catch (const std::runtime_error& refused) {  // Refusing to load the pack is finding it too.
        EXPECT_THAT(refused.what(), HasSubstr("source"));
    }
}

TEST_F(CheckGuidanceTest, FindsATermThatNothingIsCalledBy)
{
    replace("terms.json", "[\n", "[\n  { \"code\": \"IDLE\", \"words\": \"Nobody says so\" },\n");
    EXPECT_EQ(found_about("The term IDLE is used by nothing").size(), 1U);
}

TEST_F(CheckGuidanceTest, FindsAStepThatIsNeverCalledFor)
{
    replace("steps.json", "\"when\": [\"EMERGENCY_999\"],",
            "\"when\": [\"EMERGENCY_999\"], \"and_any\": [\"SCHOOL_MANAGE\"],");
    EXPECT_EQ(found_about("The step ring-999 can never be called for").size(), 1U);
}

TEST_F(CheckGuidanceTest, FindsAnExampleToWhichTheRulesGiveAnotherAnswer)
{
    replace("examples/pressed-by-a-partner.md", "* route: REFER_IMMEDIATE", "* route: SCHOOL_MANAGE");
    const auto wrong =
        found_about("The example expects route SCHOOL_MANAGE, and the edition gives REFER_IMMEDIATE");
    ASSERT_EQ(wrong.size(), 1U);
    EXPECT_EQ(wrong.front().at, "ukcis-2024/examples/pressed-by-a-partner.md");
}

TEST_F(CheckGuidanceTest, FindsAnExampleThatCitesWhatNoRuleOfItSays)
{
    replace("examples/pressed-by-a-partner.md", "when to refer at once", "when to do nothing");
    EXPECT_EQ(found_about("No rule that speaks for this example has the source").size(), 1U);
}

TEST(CheckGuidance, HoldsOfEveryPackWithItsExamples)
{
    const auto proof = check_guidance({fs::path{safelead::test::source_dir()} / "guidance", 2000, 1, {}});
    ASSERT_TRUE(proof) << proof.error().text();
    for (const auto& edition : proof->editions) {
        EXPECT_EQ(edition.not_proved, "");
        EXPECT_GE(edition.examples, 10U);
        for (const auto& one : edition.shortcomings) ADD_FAILURE() << one.at << ": " << one.what;
    }
    for (const auto& one : proof->in_files) ADD_FAILURE() << one.at << ": " << one.what;
}

TEST_F(CheckGuidanceTest, FindsTheSameForTheSameSeed)
{
    const auto first = check_guidance({folder_.path(), 500, 7, {}});
    const auto again = check_guidance({folder_.path(), 500, 7, {}});
    ASSERT_TRUE(first && again);
    ASSERT_EQ(first->editions.front().reached.size(), again->editions.front().reached.size());
    for (std::size_t i = 0; i < first->editions.front().reached.size(); ++i)
        EXPECT_EQ(first->editions.front().reached[i].facts, again->editions.front().reached[i].facts);
}

}  // namespace
}  // namespace safelead::app
