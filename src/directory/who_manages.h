#pragma once

#include "directory/partnership.h"

#include <functional>

namespace safelead::directory {

/// Whether silence about a referral reaches somebody at the organisation that it was sent to: its own
/// safeguarding lead, or the coordinator; where none of those may see it, everybody there who may.
/// `may_see` is asked about the people of that organisation alone.
[[nodiscard]] bool manages_referrals(const Partnership& partnership, const OrganisationId& organisation,
                                     const PersonId& person,
                                     const std::function<bool(const PersonId&)>& may_see);

}  // namespace safelead::directory
