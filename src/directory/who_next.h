#pragma once

#include "directory/partnership.h"

#include <set>
#include <vector>

namespace safelead::directory {

/// Somebody to turn to, and as what.
struct NextPerson {
    PersonId person;
    Role role;
    bool covering = false;  ///< Stands in for somebody who is away.

    bool operator==(const NextPerson&) const = default;
};

/// Who answers for a concern, in the order in which it goes up: the leads, their deputies, the headteacher,
/// the chair of governors. Whoever is in `excluding` (named in the concern) never appears, and neither does
/// anybody covering who is. Whoever is away on `day` gives way to their cover, and comes last if nobody else
/// is left. Each person once.
[[nodiscard]] std::vector<NextPerson> who_next(const Partnership& partnership,
                                               const OrganisationId& organisation, Date day,
                                               const std::set<PersonId>& excluding);

}  // namespace safelead::directory
