#pragma once

#include "directory/partnership.h"

namespace safelead::directory {

/// Whether somebody manages at an organisation that referrals are sent to: its own safeguarding lead, or the
/// coordinator; where nobody there is either, everybody is asked. What they may see of one, access says.
[[nodiscard]] bool manages_referrals(const Partnership& partnership, const OrganisationId& organisation,
                                     const PersonId& person);

}  // namespace safelead::directory
