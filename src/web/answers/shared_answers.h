#pragma once

// `/shared`: a referral for somebody who was given a link and, another way, a code. No cookie: what lets them
// go on is posted with each form.

#include "web/site.h"

namespace safelead::web {

Later<Response> get_shared(Site& site, const Request& request);
Later<Response> post_shared(Site& site, const Request& request);
Later<Response> post_shared_step(Site& site, const Request& request);

}  // namespace safelead::web
