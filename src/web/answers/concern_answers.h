#pragma once

// Reporting, and what whoever reported sees afterwards.

#include "web/site.h"

#include <optional>

namespace safelead::web {

/// Whoever can't report is told so before they type anything; where nobody would read it, also what to do.
[[nodiscard]] std::optional<Response> cannot_report(Site& site, const Request& request,
                                                    const Visitor& visitor);

Later<Response> get_new_concern(Site& site, const Request& request, Visitor visitor);
Later<Response> post_new_concern(Site& site, const Request& request, Visitor visitor);
Later<Response> get_concern_sent(Site& site, const Request& request, Visitor visitor);
Later<Response> get_my_reports(Site& site, const Request& request, Visitor visitor);
Later<Response> post_still_worried(Site& site, const Request& request, Visitor visitor);

/// For the type-ahead: `q` in the body, so that no name stands in an address.
Later<Response> post_find_children(Site& site, const Request& request, Visitor visitor);
Later<Response> post_find_staff(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
