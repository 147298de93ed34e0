#pragma once

// Advice for anybody. Keeps nothing: no cookie is set or looked at, and the log has the route alone.

#include "web/site.h"

namespace safelead::web {

Later<Response> get_advise(Site& site, const Request& request);

/// The same page with the advice, or with room for another person.
Later<Response> post_advise(Site& site, const Request& request);

}  // namespace safelead::web
