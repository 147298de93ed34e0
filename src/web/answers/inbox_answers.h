#pragma once

// What waits for the lead: the inbox, one concern, and the cases.

#include "web/site.h"

namespace safelead::web {

Later<Response> get_inbox(Site& site, const Request& request, Visitor visitor);
Later<Response> get_cases(Site& site, const Request& request, Visitor visitor);
Later<Response> post_find_cases(Site& site, const Request& request, Visitor visitor);
Later<Response> get_concern(Site& site, const Request& request, Visitor visitor);
Later<Response> post_open_case(Site& site, const Request& request, Visitor visitor);
Later<Response> post_join_case(Site& site, const Request& request, Visitor visitor);
Later<Response> post_keep_without_case(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
