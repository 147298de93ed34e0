#include "directory/who_manages.h"

#include <algorithm>

namespace safelead::directory {

bool manages_referrals(const Partnership& partnership, const OrganisationId& organisation,
                       const PersonId& person)
{
    constexpr Roles managers{Role::agency_lead, Role::coordinator};
    const auto own = partnership.roles_of(person, organisation);
    if (own.has_any(managers)) return true;
    const bool has_one = std::ranges::any_of(
        managers.list(), [&](Role role) { return !partnership.people_with(organisation, role).empty(); });
    return !has_one && !own.is_empty();
}

}  // namespace safelead::directory
