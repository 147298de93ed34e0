#pragma once

// `/open-by-force`: a case that is closed to whoever asks. `/openings`: what became known of that.

#include "web/answers/signing_in.h"
#include "web/site.h"

namespace safelead::web {

Later<Response> get_open_by_force(Site& site, const Request& request, Visitor visitor);
Later<Response> post_open_by_force(Site& site, const Request& request, Visitor visitor);
Later<Response> get_openings(Site& site, const Request& request, Visitor visitor);
Later<Response> post_opening_review(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
