#include "access/lead_and_head.h"

#include <algorithm>

namespace safelead::access {

record::LeadAndHead lead_and_head_of(const directory::Partnership& partnership,
                                     const OrganisationId& organisation)
{
    const auto heads = partnership.people_with(organisation, directory::Role::headteacher);
    const bool all_lead = std::ranges::all_of(heads, [&](const directory::Person* head) {
        return partnership.roles_of(head->id, organisation).has(directory::Role::dsl);
    });
    return !heads.empty() && all_lead ? record::LeadAndHead::in_one : record::LeadAndHead::apart;
}

}  // namespace safelead::access
