#pragma once

// Learning by oneself needs no account; keeping how it went does.

#include "web/site.h"

namespace safelead::web {

Later<Response> get_self_led(Site& site, const Request& request);
Later<Response> post_self_led(Site& site, const Request& request);
Later<Response> post_keep_self_led(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
