#pragma once

#include "web/answers/signing_in.h"
#include "web/site.h"

namespace safelead::web {

Later<Response> get_supervision(Site& site, const Request& request, Visitor visitor);
Later<Response> post_supervision(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
