#include "directory/organisation.h"

#include <algorithm>
#include <array>
#include <utility>

namespace safelead::directory {
namespace {

using enum OrganisationKind;

constexpr std::array<std::pair<OrganisationKind, std::string_view>, 6> kinds{{
    {school, "school"},
    {college, "college"},
    {police, "police"},
    {social_care, "social_care"},
    {local_authority, "local_authority"},
    {other_agency, "other_agency"},
}};

constexpr std::array<std::pair<Phase, std::string_view>, 8> phases{{
    {Phase::not_a_school, "not_a_school"},
    {Phase::early_years, "early_years"},
    {Phase::primary, "primary"},
    {Phase::secondary, "secondary"},
    {Phase::all_through, "all_through"},
    {Phase::special, "special"},
    {Phase::alternative, "alternative"},
    {Phase::post_16, "post_16"},
}};

template <class Names, class Name>
auto from_name(const Names& names, Name name) -> std::optional<typename Names::value_type::first_type>
{
    for (const auto& [value, word] : names) {
        if (word == name) return value;
    }
    return std::nullopt;
}

}  // namespace

std::string_view kind_name(OrganisationKind kind)
{
    return kinds.at(static_cast<std::size_t>(kind)).second;
}

std::optional<OrganisationKind> kind_from_name(std::string_view name)
{
    return from_name(kinds, name);
}

Roles usual_roles(OrganisationKind kind)
{
    switch (kind) {
        case OrganisationKind::school:
        case OrganisationKind::college:
            return {Role::staff,
                    Role::dsl,
                    Role::deputy,
                    Role::headteacher,
                    Role::chair_of_governors,
                    Role::governor_safeguarding,
                    Role::trust_lead,
                    Role::trainer,
                    Role::administrator};
        case OrganisationKind::police:
            return {Role::staff, Role::agency_lead, Role::safer_schools_officer, Role::trainer,
                    Role::administrator};
        case OrganisationKind::social_care:
            return {Role::staff,         Role::agency_lead,
                    Role::lado,          Role::education_safeguarding_adviser,
                    Role::social_worker, Role::trainer,
                    Role::administrator};
        case OrganisationKind::local_authority:
            return {
                Role::staff,         Role::agency_lead, Role::lado,    Role::education_safeguarding_adviser,
                Role::social_worker, Role::coordinator, Role::trainer, Role::administrator};
        case OrganisationKind::other_agency:
            return {Role::staff, Role::agency_lead, Role::trust_lead, Role::trainer, Role::administrator};
    }
    return {};
}

std::string_view phase_name(Phase phase)
{
    return phases.at(static_cast<std::size_t>(phase)).second;
}

std::optional<Phase> phase_from_name(std::string_view name)
{
    return from_name(phases, name);
}

}  // namespace safelead::directory
