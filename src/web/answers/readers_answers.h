#pragma once

#include "web/site.h"

namespace safelead::web {

/// `/cases/{ref}/readers`, for whoever may see it.
Later<Response> get_readers(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
