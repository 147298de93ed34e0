#include "exchange/exercises.h"

#include "exchange/facts_reader.h"
#include "support/packs.h"
#include "support/source_dir.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace safelead::exchange {
namespace {

const guidance::Vocabulary& words()
{
    return test::packs().newest().vocabulary();
}

TEST(Exercises, AreTheScenariosWithTheirFacts)
{
    std::ifstream file{test::source_dir() + "/tests/data/scenarios.json"};
    std::stringstream text;
    text << file.rdbuf();
    const auto facts = parse_facts(text.str(), words());
    ASSERT_TRUE(facts.has_value());
    const auto& exercises = test::packs().exercises();
    ASSERT_EQ(exercises.size(), facts->size());
    EXPECT_EQ(exercises.size(), 25U);
    for (std::size_t i = 0; i < exercises.size(); ++i)
        EXPECT_EQ(exercises[i].facts, (*facts)[i]) << exercises[i].id;
}

TEST(Exercises, NameWhatIsWrong)
{
    constexpr auto one = R"({"id":"E1","summary":"A child asked for help.","why":"x","facts":{}})";
    EXPECT_TRUE(parse_exercises(std::string{"["} + one + "]", words()).has_value());
    EXPECT_EQ(parse_exercises(std::string{"["} + one + "," + one + "]", words()).error().field, "[1].id");
    EXPECT_EQ(parse_exercises(R"([{"id":"E1","why":"x","facts":{}}])", words()).error().field, "[0].summary");
    EXPECT_FALSE(
        parse_exercises(R"([{"id":"E1","summary":"x","why":"x","facts":{"medium":"song"}}])", words())
            .has_value());
    EXPECT_FALSE(parse_exercises("{}", words()).has_value());
}

}  // namespace
}  // namespace safelead::exchange
