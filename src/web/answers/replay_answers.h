#pragma once

// Recorded advice under another edition, for those who may see what comes of it.

#include "web/site.h"

namespace safelead::web {

Later<Response> get_replay(Site& site, const Request& request, Visitor visitor);

/// What changed between two editions, for anybody; what it would touch, for those who may see that.
Later<Response> get_diff(Site& site, const Request& request);

}  // namespace safelead::web
