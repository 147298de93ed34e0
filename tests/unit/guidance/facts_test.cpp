#include "guidance/facts.h"

#include <gtest/gtest.h>

namespace safelead::guidance {
namespace {

Person person(std::string ref)
{
    Person one;
    one.ref = std::move(ref);
    one.roles = {Role::subject, Role::sharer};
    return one;
}

TEST(Facts, AreUnknownUntilAnswered)
{
    Facts facts;
    EXPECT_EQ(facts.value("coercion"), "unknown");
    facts.set("coercion", "alleged");
    EXPECT_EQ(facts.value("coercion"), "alleged");
    facts.set("coercion", "unknown");
    EXPECT_EQ(facts, Facts{});
}

TEST(Facts, AreTheSameInWhateverOrderTheyWereLearned)
{
    Facts one;
    one.set("profit", "no");
    one.set("blackmail", "yes");
    one.set("blackmail", "no");
    Facts other;
    other.set("blackmail", "no");
    other.set("profit", "no");
    EXPECT_EQ(one, other);
    EXPECT_EQ(one.answers().front().fact, FactId{"blackmail"});
}

TEST(Facts, RefuseTwoPeopleWithOneRefAndImpossibleAges)
{
    Facts facts;
    EXPECT_TRUE(facts.add(person("A")));
    EXPECT_EQ(facts.add(person("A")).error().field, "people[1].ref");
    EXPECT_EQ(facts.add(person("")).error().field, "people[1].ref");
    Person old = person("B");
    old.age = 121;
    EXPECT_EQ(facts.add(old).error().field, "people[1].age");
    old.age = 120;
    old.age_at_event = -1;
    EXPECT_EQ(facts.add(old).error().field, "people[1].age_at_event");
    old.age_at_event = 0;
    EXPECT_TRUE(facts.add(old));
    facts.remove_person("A");
    EXPECT_EQ(facts.people().size(), 1U);
}

TEST(Facts, TakeTwoHundredPeopleAndNoMore)
{
    Facts facts;
    for (std::size_t i = 0; i < most_people; ++i) ASSERT_TRUE(facts.add(person(std::to_string(i))));
    EXPECT_EQ(facts.add(person("one more")).error().field, "people");
}

TEST(Roles, AreReadBackAsWritten)
{
    for (const Role role : all_roles) EXPECT_EQ(parse_role(to_text(role)), role);
    for (const AgeBasis basis : all_age_bases) EXPECT_EQ(parse_age_basis(to_text(basis)), basis);
    for (const Setting setting : all_settings) EXPECT_EQ(parse_setting(to_text(setting)), setting);
    EXPECT_EQ(parse_role("author"), std::nullopt);
    EXPECT_EQ(person("A").roles.in_order(), (std::vector{Role::subject, Role::sharer}));
}

}  // namespace
}  // namespace safelead::guidance
