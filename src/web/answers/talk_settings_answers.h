#pragma once

// Who answers young people at this school, and when.

#include "web/site.h"

namespace safelead::web {

Later<Response> get_talk_settings(Site& site, const Request& request, Visitor visitor);
Later<Response> post_talk_settings(Site& site, const Request& request, Visitor visitor);
Later<Response> post_stop_talk(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
