#include "guidance/facts.h"

#include <algorithm>
#include <array>

namespace safelead::guidance {

namespace {

constexpr std::array<std::string_view, 8> role_names = {"subject",   "creator", "sharer",     "requester",
                                                        "recipient", "holder",  "threatener", "bystander"};
constexpr std::array<std::string_view, 3> basis_names = {"known", "claimed", "unknown"};
constexpr std::array<std::string_view, 5> setting_names = {"this_school", "other_school", "staff", "none",
                                                           "unknown"};

template <class Value, std::size_t count>
std::optional<Value> find_in(const std::array<std::string_view, count>& names, std::string_view text)
{
    const auto found = std::ranges::find(names, text);
    if (found == names.end()) return std::nullopt;
    return static_cast<Value>(found - names.begin());
}

bool is_age(const std::optional<int>& age)
{
    return !age || (*age >= 0 && *age <= oldest_age);
}

}  // namespace

std::string_view to_text(Role role)
{
    return role_names.at(static_cast<std::size_t>(role));
}

std::string_view to_text(AgeBasis basis)
{
    return basis_names.at(static_cast<std::size_t>(basis));
}

std::string_view to_text(Setting setting)
{
    return setting_names.at(static_cast<std::size_t>(setting));
}

std::optional<Role> parse_role(std::string_view text)
{
    return find_in<Role>(role_names, text);
}

std::optional<AgeBasis> parse_age_basis(std::string_view text)
{
    return find_in<AgeBasis>(basis_names, text);
}

std::optional<Setting> parse_setting(std::string_view text)
{
    return find_in<Setting>(setting_names, text);
}

std::vector<Role> Roles::in_order() const
{
    std::vector<Role> roles;
    std::ranges::copy_if(all_roles, std::back_inserter(roles), [this](Role role) { return has(role); });
    return roles;
}

void Facts::set(std::string_view fact, std::string_view value)
{
    const auto place =
        std::ranges::lower_bound(answers_, fact, {}, [](const Answer& a) { return a.fact.text(); });
    const bool answered = place != answers_.end() && place->fact.text() == fact;

    if (value == unknown_value) {
        if (answered) answers_.erase(place);
    } else if (answered) {
        place->value = value;
    } else {
        answers_.insert(place, Answer{FactId{std::string{fact}}, std::string{value}});
    }
}

std::string_view Facts::value(std::string_view fact) const
{
    const auto place =
        std::ranges::lower_bound(answers_, fact, {}, [](const Answer& a) { return a.fact.text(); });
    return place != answers_.end() && place->fact.text() == fact ? std::string_view{place->value}
                                                                 : unknown_value;
}

Result<Done, FactFault> Facts::add(Person person)
{
    const std::string at = "people[" + std::to_string(people_.size()) + "].";
    if (person.ref.empty()) return fail(FactFault{at + "ref", "is empty"});
    if (std::ranges::find(people_, person.ref, &Person::ref) != people_.end())
        return fail(FactFault{at + "ref", "is used by another person"});
    if (people_.size() >= most_people) return fail(FactFault{"people", "are more than 200"});
    if (!is_age(person.age)) return fail(FactFault{at + "age", "is not between 0 and 120"});
    if (!is_age(person.age_at_event)) return fail(FactFault{at + "age_at_event", "is not between 0 and 120"});
    people_.push_back(std::move(person));
    return Done{};
}

void Facts::remove_person(std::string_view ref)
{
    std::erase_if(people_, [ref](const Person& person) { return person.ref == ref; });
}

}  // namespace safelead::guidance
