#pragma once

#include "directory/partnership.h"
#include "record/routing.h"

namespace safelead::access {

/// In one, where somebody is head there and every head is a lead too: what is about the lead then has nobody
/// to go to below the chair.
[[nodiscard]] record::LeadAndHead lead_and_head_of(const directory::Partnership& partnership,
                                                   const OrganisationId& organisation);

}  // namespace safelead::access
