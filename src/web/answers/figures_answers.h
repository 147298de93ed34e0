#pragma once

// `/insight`: what was counted, as far as whoever asks may see it.

#include "web/site.h"

namespace safelead::web {

Later<Response> get_figures(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
