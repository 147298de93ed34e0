#include "record/case_facts.h"

#include <algorithm>

namespace safelead::record {

std::string_view answered_in(const Case& of, std::string_view fact)
{
    const auto found = of.answers.find(fact);
    return found == of.answers.end() ? guidance::unknown_value : std::string_view{found->second.value};
}

bool is_there_an_image(const Case& of)
{
    const auto medium = answered_in(of, "medium");
    return medium != "text" && medium != "adult_pornography" && medium != "asked_not_sent" &&
           answered_in(of, "nude_or_sexual") != "no";
}

bool has_role(const PersonDescribed& described, std::string_view role)
{
    return std::ranges::find(described.roles, role) != described.roles.end();
}

bool has_role(const CasePerson& person, std::string_view role)
{
    return person.described && has_role(*person.described, role);
}

}  // namespace safelead::record
