#include "decision/smallest.h"

#include <gtest/gtest.h>

namespace safelead::decision {
namespace {

using guidance::Facts;
using guidance::Person;
using guidance::Role;

Facts of_a_child(int age)
{
    Person child;
    child.ref = "A";
    child.roles.add(Role::subject);
    child.age = age;
    child.age_at_event = age;
    Facts facts;
    if (!facts.add(child)) throw std::runtime_error{"the child is refused"};
    return facts;
}

int age_at_event(const Facts& facts)
{
    return facts.people().front().age_at_event.value();
}

TEST(Smallest, GivesAnAgeOnWhichNothingHangsAsASchoolchilds)
{
    const auto is_there_with_an_age = [](const Facts& facts) {
        return !facts.people().empty() && facts.people().front().age_at_event.has_value();
    };
    const auto small = smallest(of_a_child(0), is_there_with_an_age);
    EXPECT_EQ(age_at_event(small), 14);
    EXPECT_FALSE(small.people().front().age);
}

TEST(Smallest, KeepsAnAgeThatMatters)
{
    const auto is_under_thirteen = [](const Facts& facts) {
        return !facts.people().empty() && facts.people().front().age_at_event.value_or(99) < 13;
    };
    EXPECT_EQ(age_at_event(smallest(of_a_child(7), is_under_thirteen)), 7);
}

}  // namespace
}  // namespace safelead::decision
