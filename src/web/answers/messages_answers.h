#pragma once

// Whether somebody is told by mail that something waits: their own setting.

#include "web/site.h"

namespace safelead::web {

Later<Response> get_messages(Site& site, const Request& request, Visitor visitor);
Later<Response> post_messages(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
