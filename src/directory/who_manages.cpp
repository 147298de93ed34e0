#include "directory/who_manages.h"

#include <algorithm>

namespace safelead::directory {

bool manages_referrals(const Partnership& partnership, const OrganisationId& organisation,
                       const PersonId& person, const std::function<bool(const PersonId&)>& may_see)
{
    constexpr Roles managers{Role::agency_lead, Role::coordinator};
    const auto own = partnership.roles_of(person, organisation);
    if (own.is_empty() || !may_see(person)) return false;
    if (own.has_any(managers)) return true;
    return std::ranges::none_of(managers.list(), [&](Role role) {
        return std::ranges::any_of(partnership.people_with(organisation, role),
                                   [&](const Person* one) { return may_see(one->id); });
    });
}

}  // namespace safelead::directory
