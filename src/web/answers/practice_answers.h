#pragma once

// The guided exercise, without an account.

#include "web/site.h"

namespace safelead::web {

Later<Response> get_practice(Site& site, const Request& request);
Later<Response> get_exercise(Site& site, const Request& request);
Later<Response> post_exercise(Site& site, const Request& request);

}  // namespace safelead::web
