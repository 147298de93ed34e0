#include "exchange/facts_reader.h"

#include "support/packs.h"

#include <gtest/gtest.h>

#include <string>

namespace safelead::exchange {
namespace {

using guidance::Facts;

std::vector<Facts> read(const std::string& text)
{
    auto all = parse_facts(text, test::pack("ukcis-2024").vocabulary());
    EXPECT_TRUE(all) << (all ? "" : all.error().field + " " + all.error().problem);
    return all ? *std::move(all) : std::vector<Facts>{};
}

struct Bad {
    std::string text;
    int line;
    std::string field;
    std::string problem;
};

void PrintTo(const Bad& bad, std::ostream* out)
{
    *out << bad.text;
}

class BadFacts : public testing::TestWithParam<Bad> {};

TEST_P(BadFacts, AreAnErrorThatNamesLineAndField)
{
    const auto all = parse_facts(GetParam().text, test::pack("ukcis-2024").vocabulary());
    ASSERT_FALSE(all);
    EXPECT_EQ(all.error().line, GetParam().line);
    EXPECT_EQ(all.error().field, GetParam().field);
    EXPECT_NE(all.error().problem.find(GetParam().problem), std::string::npos) << all.error().problem;
}

std::string with_person(const std::string& person)
{
    return "{\"people\": [\n" + person + "\n]}";
}

INSTANTIATE_TEST_SUITE_P(
    Facts, BadFacts,
    testing::Values(
        Bad{R"({"coertion": "yes"})", 1, "coertion", "not a fact"},
        Bad{"{\n\"medium\": \"hologram\"}", 2, "medium", "not one of image"},
        Bad{R"({"nude_or_sexual": "alleged"})", 1, "nude_or_sexual", "not one of yes, no, unknown"},
        Bad{R"({"adult_involved": "alleged"})", 1, "adult_involved", "not one of"},
        Bad{R"({"coercion": null})", 1, "coercion", "not a word"},
        Bad{R"({"coercion": true})", 1, "coercion", "not a word"},
        Bad{R"({"spread_band": 1})", 1, "spread_band", "not a word"},
        Bad{R"({"relationship": ""})", 1, "relationship", "not a word"},
        Bad{"{\"coercion\": \"no\",\n \"coercion\": \"yes\"}", 2, "coercion", "twice"},
        Bad{R"({"people": null})", 1, "people", "not a list"},
        Bad{R"([{}, {"people": [4]}])", 1, "[1].people[0]", "not an object"},
        Bad{with_person(R"({"roles": ["subject"]})"), 2, "people[0].ref", "missing"},
        Bad{with_person(R"({"ref": "A"})"), 2, "people[0].roles", "missing"},
        Bad{with_person(R"({"ref": null, "roles": []})"), 2, "people[0].ref", "not a text"},
        Bad{with_person(R"({"ref": "A", "roles": null})"), 2, "people[0].roles", "not a list"},
        Bad{with_person(R"({"ref": "A", "roles": ["subject", "author"]})"), 2, "people[0].roles[1]",
            "not one of subject"},
        Bad{with_person(R"({"ref": "A", "roles": [], "age": -1})"), 2, "people[0].age", "between 0 and 120"},
        Bad{with_person(R"({"ref": "A", "roles": [], "age_at_event": 121})"), 2, "people[0].age_at_event",
            "between 0 and 120"},
        Bad{with_person(R"({"ref": "A", "roles": [], "age": 14.5})"), 2, "people[0].age",
            "not a whole number"},
        Bad{with_person(R"({"ref": "A", "roles": [], "age": 99999999999999999999})"), 2, "people[0].age",
            "number"},
        Bad{with_person(R"({"ref": "A", "roles": [], "age": "14"})"), 2, "people[0].age",
            "neither a whole number nor null"},
        Bad{with_person(R"({"ref": "A", "roles": [], "age_basis": null})"), 2, "people[0].age_basis",
            "not one of known"},
        Bad{with_person(R"({"ref": "A", "roles": [], "setting": "home"})"), 2, "people[0].setting",
            "not one of this_school"},
        Bad{with_person(R"({"ref": "A", "roles": [], "name": "x"})"), 2, "people[0].name", "not a field"},
        Bad{with_person("{\"ref\": \"A\", \"roles\": []},\n{\"ref\": \"A\", \"roles\": []}"), 3,
            "people[1].ref", "another person"},
        Bad{R"({"facts": {"facts": {"coercion": "maybe"}}})", 1, "facts.facts.coercion", "not one of"},
        Bad{"[[]]", 1, "[0]", "not a facts object"}, Bad{"7", 1, "", "not a facts object"},
        Bad{"", 1, "", "not JSON"}, Bad{"{} {}", 1, "", "not JSON"},
        Bad{"{\n\"medium\"\n", 2, "", "not JSON"}, Bad{"{\"relationship\": \"\xff\"}", 1, "", "not JSON"},
        Bad{"// a comment\n{}", 1, "", "not JSON"},
        Bad{R"([[[[[[[[[[]]]]]]]]]])", 1, "[0][0][0][0][0][0][0][0]", "too deep"}));

TEST(FactsReader, TakesOneObjectAnArrayOrObjectsWithFacts)
{
    EXPECT_EQ(read(R"({"coercion": "alleged"})").at(0).value("coercion"), "alleged");
    EXPECT_EQ(read(R"([{"coercion": "no"}, {"coercion": "yes"}])").at(1).value("coercion"), "yes");
    EXPECT_EQ(read(R"([{"id": 4, "facts": {"coercion": "no"}, "why": [1]}])").at(0).value("coercion"), "no");
    EXPECT_TRUE(read("[]").empty());
}

TEST(FactsReader, TakesAnAbsentFactAsUnknown)
{
    const auto facts = read(R"({"blackmail": "unknown"})").at(0);
    EXPECT_EQ(facts, Facts{});
    EXPECT_EQ(facts.value("coercion"), "unknown");
}

TEST(FactsReader, TakesWhatAPersonLacksAsNotKnown)
{
    const auto facts = read(with_person(R"({"ref": "A", "roles": ["subject"], "age": null})")).at(0);
    const auto& person = facts.people().at(0);
    EXPECT_EQ(person.age, std::nullopt);
    EXPECT_EQ(person.age_at_event, std::nullopt);
    EXPECT_EQ(person.age_basis, guidance::AgeBasis::unknown);
    EXPECT_EQ(person.setting, guidance::Setting::unknown);
}

}  // namespace
}  // namespace safelead::exchange
