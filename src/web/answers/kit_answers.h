#pragma once

// `/kits/{campaign}`: a school says that it used a kit. `/to-check`: what the coordinator has to see to.

#include "web/site.h"

namespace safelead::web {

Later<Response> get_kit(Site& site, const Request& request, Visitor visitor);
Later<Response> post_kit(Site& site, const Request& request, Visitor visitor);
Later<Response> get_upkeep(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
