#include "app/made_up_facts.h"

#include "base/bug.h"

#include <array>
#include <string>

namespace safelead::app {

namespace {

using guidance::AgeBasis;
using guidance::Facts;
using guidance::Person;
using guidance::Role;
using guidance::Setting;

template <class Item, std::size_t size>
Item one_of(const std::array<Item, size>& items, Numbers& numbers)
{
    return items.at(numbers.below(size));
}

// What comes up more often stands more often in its list.
constexpr std::array<Role, 8> roles = {Role::subject,   Role::creator, Role::sharer,     Role::requester,
                                       Role::recipient, Role::holder,  Role::threatener, Role::bystander};
constexpr std::array<Setting, 6> settings = {Setting::this_school,  Setting::this_school,
                                             Setting::other_school, Setting::staff,
                                             Setting::none,         Setting::unknown};
constexpr std::array<AgeBasis, 5> bases = {AgeBasis::known, AgeBasis::known, AgeBasis::known,
                                           AgeBasis::claimed, AgeBasis::unknown};
constexpr std::array<int, 12> telling_ages = {9, 10, 12, 13, 14, 15, 16, 17, 18, 19, 21, 40};

std::optional<int> any_age(Numbers& numbers)
{
    const std::size_t kind = numbers.below(8);
    if (kind == 0) return std::nullopt;
    if (kind == 1) return static_cast<int>(numbers.below(guidance::oldest_age + 1));
    return one_of(telling_ages, numbers);
}

Person any_person(Numbers& numbers)
{
    Person person;
    for (std::size_t left = 1 + numbers.below(6) / 3; left > 0; --left)
        person.roles.add(one_of(roles, numbers));
    person.age_at_event = any_age(numbers);
    person.age = any_age(numbers);
    person.age_basis = one_of(bases, numbers);
    person.setting = one_of(settings, numbers);
    return person;
}

Person known_child(Numbers& numbers)
{
    Person person = any_person(numbers);
    person.age_at_event = 10 + static_cast<int>(numbers.below(8));
    person.age = person.age_at_event;
    person.age_basis = AgeBasis::known;
    person.setting = Setting::this_school;
    return person;
}

Person known_adult(Numbers& numbers)
{
    Person person = known_child(numbers);
    person.age_at_event = 18 + static_cast<int>(numbers.below(10));
    person.age = person.age_at_event;
    return person;
}

/// The answer that raises no worry, if the fact has one.
std::string_view quiet(const guidance::Vocabulary::Entry& entry)
{
    const auto name = entry.fact.text();
    if (name == "nude_or_sexual" || name == "subject_identified") return "yes";
    if (name == "medium") return "image";
    for (const std::string& value : entry.values) {
        if (value == "no" || value == "none") return value;
    }
    return guidance::unknown_value;
}

}  // namespace

std::uint64_t Numbers::next()
{
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
}

std::size_t Numbers::below(std::size_t limit)
{
    return static_cast<std::size_t>((next() >> 32U) * limit >> 32U);
}

Facts made_up_facts(const guidance::Vocabulary& vocabulary, Numbers& numbers)
{
    constexpr std::array<std::size_t, 6> how_wild = {0, 1, 1, 3, 6, 16};  // Of sixteen.
    const std::size_t wild = one_of(how_wild, numbers);
    Facts facts;
    for (const auto& entry : vocabulary.entries()) {
        if (entry.values.empty()) continue;
        const bool anything = numbers.below(16) < wild;
        facts.set(entry.fact, anything ? std::string_view{entry.values[numbers.below(entry.values.size())]}
                                       : quiet(entry));
    }
    static constexpr std::array<const char*, 5> refs = {"A", "B", "C", "D", "E"};
    const std::size_t mood = numbers.below(5);
    const std::size_t people = (numbers.below(refs.size() + 1) + numbers.below(refs.size() + 1)) / 2;
    for (std::size_t i = 0; i < people; ++i) {
        Person person = mood < 2    ? known_child(numbers)
                        : mood == 2 ? (i == 0 ? known_adult(numbers) : known_child(numbers))
                                    : any_person(numbers);
        person.ref = refs.at(i);
        if (mood == 2 && i == 0) person.roles.add(Role::subject);
        if (!facts.add(std::move(person))) throw_bug("a made-up person was refused");
    }
    return facts;
}

}  // namespace safelead::app
