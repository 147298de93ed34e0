#pragma once

#include "web/answers/signing_in.h"

namespace safelead::web {

/// What waits over all cases.
Later<Response> get_today(Site& site, const Request& request, Visitor visitor);

/// Who has how much, and handing it over.
Later<Response> get_caseload(Site& site, const Request& request, Visitor visitor);
Later<Response> post_hand_over(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
