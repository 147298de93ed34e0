#pragma once

#include "web/site.h"

namespace safelead::web {

Later<Response> get_child(Site& site, const Request& request, Visitor visitor);
Later<Response> post_hold(Site& site, const Request& request, Visitor visitor);
Later<Response> post_lift_hold(Site& site, const Request& request, Visitor visitor);
Later<Response> post_ask_erasure(Site& site, const Request& request, Visitor visitor);
Later<Response> post_refuse_erasure(Site& site, const Request& request, Visitor visitor);
Later<Response> post_agree_erasure(Site& site, const Request& request, Visitor visitor);

Later<Response> get_erasures(Site& site, const Request& request, Visitor visitor);
Later<Response> get_erasure(Site& site, const Request& request, Visitor visitor);
Later<Response> get_erasure_text(Site& site, const Request& request, Visitor visitor);
Later<Response> get_erasure_notice(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
