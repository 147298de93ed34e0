#pragma once

// Facts out of nowhere, for properties.

#include "guidance/facts.h"
#include "guidance/pack.h"

// RapidCheck's header needs GoogleTest's before it.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

namespace safelead::test {

[[nodiscard]] inline rc::Gen<std::optional<int>> any_age()
{
    // Ages where something changes come up more often than others.
    return rc::gen::oneOf(
        rc::gen::just(std::optional<int>{}),
        rc::gen::map(rc::gen::element(9, 10, 12, 13, 14, 15, 16, 17, 18, 19),
                     [](int age) { return std::optional<int>{age}; }),
        rc::gen::map(rc::gen::inRange(0, 121), [](int age) { return std::optional<int>{age}; }));
}

[[nodiscard]] inline rc::Gen<guidance::Person> any_person()
{
    return rc::gen::exec([] {
        guidance::Person person;
        const int roles = *rc::gen::element(1, 1, 1, 2, 2, 3);
        for (int i = 0; i < roles; ++i) {
            const std::vector<guidance::Role> all{guidance::all_roles};
            person.roles.add(*rc::gen::elementOf(all));
        }
        person.age_at_event = *any_age();
        person.age = *any_age();
        using guidance::AgeBasis;
        using guidance::Setting;
        person.age_basis = *rc::gen::element(AgeBasis::known, AgeBasis::known, AgeBasis::known,
                                             AgeBasis::claimed, AgeBasis::unknown);
        person.setting = *rc::gen::element(Setting::this_school, Setting::this_school, Setting::other_school,
                                           Setting::staff, Setting::none, Setting::unknown);
        return person;
    });
}

/// A calm person: a known age below 18, at this school.
[[nodiscard]] inline rc::Gen<guidance::Person> any_known_child()
{
    return rc::gen::exec([] {
        guidance::Person person = *any_person();
        person.age_at_event = *rc::gen::inRange(10, 18);
        person.age = person.age_at_event;
        person.age_basis = guidance::AgeBasis::known;
        person.setting = guidance::Setting::this_school;
        return person;
    });
}

/// Mostly "no", so that the quiet corners are reached, or mostly anything.
[[nodiscard]] inline rc::Gen<guidance::Facts> any_facts(const guidance::Vocabulary& vocabulary)
{
    return rc::gen::exec([&vocabulary] {
        guidance::Facts facts;
        const int wildness = *rc::gen::element(0, 1, 2, 5, 12);
        for (const auto& entry : vocabulary.entries()) {
            if (entry.values.empty()) continue;
            const bool is_wild = *rc::gen::inRange(0, 12) < wildness;
            if (is_wild) {
                facts.set(entry.fact, *rc::gen::elementOf(entry.values));
            } else if (entry.fact.text() == "subject_identified" || entry.fact.text() == "nude_or_sexual") {
                facts.set(entry.fact, "yes");
            } else if (entry.fact.text() == "medium") {
                facts.set(entry.fact, "image");
            } else if (entry.type == guidance::AnswerType::three_valued ||
                       entry.fact.text() == "adult_involved") {
                facts.set(entry.fact, "no");
            }
        }
        const int people = *rc::gen::element(0, 1, 2, 2, 3, 3, 4, 5);
        const bool calm = *rc::gen::element(true, false);
        for (int i = 0; i < people; ++i) {
            guidance::Person person = calm ? *any_known_child() : *any_person();
            person.ref = "P" + std::to_string(i);
            if (!facts.add(std::move(person))) throw std::logic_error{"a generated person was refused"};
        }
        return facts;
    });
}

}  // namespace safelead::test

namespace safelead::guidance {

/// So that a failing property shows what it failed on.
inline void showValue(const Facts& facts, std::ostream& out)
{
    for (const Answer& answer : facts.answers()) out << answer.fact.text() << "=" << answer.value << " ";
    for (const Person& person : facts.people()) {
        out << "\n  " << person.ref << ":";
        for (const Role role : person.roles.in_order()) out << " " << to_text(role);
        out << " at_event=" << person.age_at_event.value_or(-1) << " now=" << person.age.value_or(-1) << " "
            << to_text(person.age_basis) << " " << to_text(person.setting);
    }
}

}  // namespace safelead::guidance
