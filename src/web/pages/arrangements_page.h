#pragma once

#include "directory/arrangements.h"
#include "web/html/page.h"

#include <string>

namespace safelead::web {

/// /guidance/local/{area}: how a child is referred there, and how long each part may take. Contacts that a
/// door names and that are not there are left out.
[[nodiscard]] Html arrangements_page(const Speaker& say, const directory::Arrangements& arrangements,
                                     const directory::Contacts& contacts, Date today);

/// "within 2 working days"
[[nodiscard]] std::string time_allowed(const Speaker& say, const directory::Deadline& deadline);

}  // namespace safelead::web
