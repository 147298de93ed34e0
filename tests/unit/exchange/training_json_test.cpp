#include "exchange/training_json.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace safelead::exchange {
namespace {

constexpr const char* training = R"({
  "area": "hill", // made up
  "topics": [
    {
      "id": "lead", "name": "For leads", "about": "All of it.", "covers": ["When to refer"], "guide": "1-guide",
      "sources": [{"tag": "seen", "where": "a page"}],
      "seen_on": null, "verified_on": null, "review_by": "2027-01-01"
    }
  ],
  "requirements": [
    {
      "id": "two-yearly", "what": "Every two years", "roles": ["dsl", "deputy"], "topics": ["lead"],
      "first_within_days": 0, "again_in_months": 24, "where": "anywhere",
      "sources": [{"tag": "seen", "where": "a page"}],
      "seen_on": null, "verified_on": null, "review_by": "2027-01-01"
    }
  ],
  "guides": [
    {
      "guide": "1-guide", "roles": ["staff"],
      "sources": [{"tag": "project", "where": "asked of everybody"}],
      "seen_on": null, "verified_on": null, "review_by": "2027-01-01"
    }
  ]
})";

std::string training_with(const std::string& part, const std::string& instead)
{
    std::string text = training;
    const auto at = text.find(part);
    if (at == std::string::npos) throw std::runtime_error{"the part to replace is not there"};
    return text.replace(at, part.size(), instead);
}

std::string fault_of(const std::string& text)
{
    const auto read = parse_training("training.json", text, "hill");
    return read ? "" : read.error().field;
}

TEST(TrainingJson, GivesTopicsRequirementsAndGuides)
{
    const auto read = parse_training("training.json", training, "hill").value();
    ASSERT_EQ(read.topics.size(), 1U);
    EXPECT_EQ(read.topics[0].covers, std::vector<std::string>{"When to refer"});
    ASSERT_EQ(read.requirements.size(), 1U);
    EXPECT_EQ(read.requirements[0].roles, (directory::Roles{directory::Role::dsl, directory::Role::deputy}));
    EXPECT_EQ(read.requirements[0].again_in_months, 24);
    EXPECT_EQ(read.requirements[0].where, learning::Where::anywhere);
    EXPECT_EQ(read.guides.at(0).guide, "1-guide");
    EXPECT_EQ(fault_of(training_with("24", "null")), "");
}

TEST(TrainingJson, RefusesWhatItDoesNotKnow)
{
    EXPECT_EQ(fault_of(training_with("\"hill\"", "\"valley\"")), "area");
    EXPECT_EQ(fault_of(training_with("\"deputy\"", "\"wizard\"")), "requirements[0].roles");
    EXPECT_EQ(fault_of(training_with("24", "0")), "requirements[0].again_in_months");
    EXPECT_EQ(fault_of(training_with("\"anywhere\"", "\"there\"")), "requirements[0].where");
    EXPECT_EQ(fault_of(training_with("[\"lead\"]", "[]")), "requirements[0].topics");
    EXPECT_EQ(fault_of(training_with("\"about\"", "\"more\": \"\", \"about\"")), "topics[0].more");
}

TEST(TrainingJson, FilesThatDoNotGoTogetherAreNotJoined)
{
    const auto one = parse_training("training.json", training, "hill").value();
    EXPECT_FALSE(learning::join({one, one}));
    auto without = one;
    without.topics.clear();
    EXPECT_FALSE(learning::join({without})) << "a topic is required that nobody teaches";
    EXPECT_TRUE(learning::join({one}));
}

}  // namespace
}  // namespace safelead::exchange
