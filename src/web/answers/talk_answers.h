#pragma once

// A young person writes to their school, and comes back.

#include "web/site.h"

namespace safelead::web {

Later<Response> get_talk(Site& site, const Request& request);
Later<Response> post_talk_write(Site& site, const Request& request);
Later<Response> post_talk_send(Site& site, const Request& request);
Later<Response> get_talk_back(Site& site, const Request& request);
Later<Response> post_talk_back(Site& site, const Request& request);
Later<Response> post_talk_more(Site& site, const Request& request);
Later<Response> post_talk_name(Site& site, const Request& request);
Later<Response> post_talk_leave(Site& site, const Request& request);

/// For an address that only a form leads to: back to where the form is.
Later<Response> get_talk_again(Site& site, const Request& request);

}  // namespace safelead::web
