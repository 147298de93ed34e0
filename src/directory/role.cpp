#include "directory/role.h"

#include <algorithm>
#include <array>

namespace safelead::directory {
namespace {

struct RoleLine {
    Role role;
    std::string_view name;
    std::string_view words;
};

constexpr std::array lines{
    RoleLine{Role::staff, "staff", "member of staff"},
    RoleLine{Role::dsl, "dsl", "designated safeguarding lead"},
    RoleLine{Role::deputy, "deputy", "deputy safeguarding lead"},
    RoleLine{Role::headteacher, "headteacher", "headteacher"},
    RoleLine{Role::chair_of_governors, "chair_of_governors", "chair of governors"},
    RoleLine{Role::governor_safeguarding, "governor_safeguarding", "governor for safeguarding"},
    RoleLine{Role::trust_lead, "trust_lead", "trust safeguarding lead"},
    RoleLine{Role::lado, "lado", "local authority designated officer"},
    RoleLine{Role::education_safeguarding_adviser, "education_safeguarding_adviser",
             "education safeguarding adviser"},
    RoleLine{Role::agency_lead, "agency_lead", "safeguarding lead of an agency"},
    RoleLine{Role::safer_schools_officer, "safer_schools_officer", "Safer Schools Officer"},
    RoleLine{Role::social_worker, "social_worker", "social worker"},
    RoleLine{Role::coordinator, "coordinator", "local coordinator"},
    RoleLine{Role::trainer, "trainer", "trainer"},
    RoleLine{Role::administrator, "administrator", "administrator"},
};

constexpr auto every_role = [] {
    std::array<Role, lines.size()> roles{};
    for (std::size_t i = 0; i < lines.size(); ++i) roles[i] = lines[i].role;
    return roles;
}();

constexpr Roles no_records{Role::staff, Role::governor_safeguarding, Role::trainer, Role::administrator};

const RoleLine& line_of(Role role)
{
    return lines.at(static_cast<std::size_t>(role));
}

}  // namespace

std::span<const Role> all_roles()
{
    return every_role;
}

std::string_view role_name(Role role)
{
    return line_of(role).name;
}

std::optional<Role> role_from_name(std::string_view name)
{
    const auto found = std::ranges::find(lines, name, &RoleLine::name);
    if (found == lines.end()) return std::nullopt;
    return found->role;
}

std::string_view role_words(Role role)
{
    return line_of(role).words;
}

bool reads_records(Role role)
{
    return !no_records.has(role);
}

bool takes_two(Role role)
{
    return reads_records(role) || role == Role::administrator;
}

std::vector<Role> Roles::list() const
{
    std::vector<Role> roles;
    for (const auto role : every_role) {
        if (has(role)) roles.push_back(role);
    }
    return roles;
}

bool answers_young_people(Roles roles)
{
    return roles.has_any(Roles{Role::dsl, Role::deputy, Role::headteacher});
}

}  // namespace safelead::directory
