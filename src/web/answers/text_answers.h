#pragma once

// The pages that are data: young people's, parents'.

#include "web/site.h"

namespace safelead::web {

Later<Response> get_young_people(Site& site, const Request& request);
Later<Response> get_young_people_page(Site& site, const Request& request);
Later<Response> get_parents(Site& site, const Request& request);
Later<Response> get_parents_page(Site& site, const Request& request);

}  // namespace safelead::web
