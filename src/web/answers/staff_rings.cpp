#include "web/answers/staff_rings.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace safelead::web {

namespace {

using directory::Role;

bool is_past(Role role, record::RoutedTo routed_to)
{
    switch (routed_to) {
        case record::RoutedTo::lead:
            return false;
        case record::RoutedTo::head:
            return role == Role::dsl || role == Role::deputy;
        case record::RoutedTo::chair:
            return role != Role::chair_of_governors;
    }
    throw_bug("a concern goes to nobody");
}

}  // namespace

std::vector<Ring> rings_past(const app::Ringing& ringing, record::RoutedTo routed_to)
{
    std::vector<Ring> rings;
    for (const auto& person : ringing.people) {
        if (is_past(person.role, routed_to)) continue;
        const bool on_lead_line = person.role == Role::dsl || person.role == Role::deputy;
        const auto& number =
            on_lead_line && !ringing.dsl_telephone.empty() ? ringing.dsl_telephone : ringing.telephone;
        rings.push_back({fmt::format("{}, {}", person.name, directory::role_words(person.role)), number, ""});
    }
    return rings;
}

std::vector<Ring> in_house_rings(const app::Ringing& ringing)
{
    return rings_past(ringing, record::RoutedTo::lead);
}

std::vector<Ring> rings_for_need(const app::Ringing& ringing, directory::Need need)
{
    std::vector<directory::ToRing> chosen;
    for (const auto& one : ringing.outside) {
        const auto& needs = one.contact.needs;
        if (std::ranges::find(needs, need) != needs.end()) chosen.push_back(one);
    }
    return rings_of(chosen, ringing.at);
}

}  // namespace safelead::web
