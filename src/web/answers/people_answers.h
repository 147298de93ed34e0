#pragma once

#include "web/site.h"

namespace safelead::web {

/// Adds the children ticked, and somebody without a record, one after the other.
Later<Response> post_people(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
