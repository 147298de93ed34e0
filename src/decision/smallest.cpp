#include "decision/smallest.h"

#include "base/bug.h"

#include <vector>

namespace safelead::decision {

namespace {

using guidance::AgeBasis;
using guidance::Facts;
using guidance::Person;
using guidance::Role;
using guidance::Setting;

/// `facts` with somebody else in the place of number `who`.
Facts with_person(const Facts& facts, std::size_t who, const Person& instead)
{
    Facts changed = facts;
    for (const Person& person : facts.people()) changed.remove_person(person.ref);
    for (std::size_t i = 0; i < facts.people().size(); ++i) {
        if (!changed.add(i == who ? instead : facts.people()[i]))
            throw_bug("a person that was there is refused");
    }
    return changed;
}

/// Everything that has one thing less to say of `person`.
std::vector<Person> with_less(const Person& person)
{
    std::vector<Person> less;
    const auto offer = [&](auto change) {
        Person changed = person;
        change(changed);
        if (!(changed == person)) less.push_back(std::move(changed));
    };
    for (const Role role : person.roles.in_order()) {
        if (person.roles.in_order().size() > 1) offer([role](Person& p) { p.roles.remove(role); });
    }
    offer([](Person& p) { p.age.reset(); });
    offer([](Person& p) { p.age_at_event.reset(); });
    offer([](Person& p) { p.age_basis = AgeBasis::unknown; });
    offer([](Person& p) { p.setting = Setting::unknown; });
    return less;
}

std::vector<Facts> all_with_less(const Facts& facts)
{
    std::vector<Facts> less;
    for (const Person& person : facts.people()) {
        less.push_back(facts);
        less.back().remove_person(person.ref);
    }
    for (const auto& answer : facts.answers()) {
        less.push_back(facts);
        less.back().set(answer.fact, guidance::unknown_value);
    }
    for (std::size_t who = 0; who < facts.people().size(); ++who) {
        for (const Person& changed : with_less(facts.people()[who]))
            less.push_back(with_person(facts, who, changed));
    }
    return less;
}

/// Ages on which nothing hangs become a schoolchild's, so that a reader can picture the example.
Facts with_usual_ages(Facts facts, const std::function<bool(const Facts&)>& still)
{
    constexpr int usual = 14;
    for (std::size_t who = 0; who < facts.people().size(); ++who) {
        const Person& person = facts.people()[who];
        Person changed = person;
        if (changed.age) changed.age = usual;
        if (changed.age_at_event) changed.age_at_event = usual;
        Facts candidate = with_person(facts, who, changed);
        if (still(candidate)) facts = std::move(candidate);
    }
    return facts;
}

}  // namespace

Facts smallest(Facts facts, const std::function<bool(const Facts&)>& still)
{
    for (bool smaller = true; smaller;) {
        smaller = false;
        for (Facts& candidate : all_with_less(facts)) {
            if (!still(candidate)) continue;
            facts = std::move(candidate);
            smaller = true;
            break;
        }
    }
    return with_usual_ages(std::move(facts), still);
}

}  // namespace safelead::decision
