#pragma once

// Where nobody would read a report, none is taken: what to do instead. docs/adr/0242.

#include "web/pages/rings.h"

#include <string_view>
#include <vector>

namespace safelead::web {

/// `social_care` are those whom anyone can ring who is worried about a child.
[[nodiscard]] Html no_reports_page(const Speaker& say, std::string_view organisation,
                                   const std::vector<Ring>& social_care);

}  // namespace safelead::web
