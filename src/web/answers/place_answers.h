#pragma once

// /settings/place: going to work in another organisation.

#include "web/answers/signing_in.h"

namespace safelead::web {

Later<Response> get_place(Site& site, const Request& request, Visitor visitor);
Later<Response> post_place(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
