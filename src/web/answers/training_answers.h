#pragma once

// Training: looking needs no account, booking does.

#include "web/site.h"

namespace safelead::web {

Later<Response> get_training(Site& site, const Request& request);
Later<Response> get_session(Site& site, const Request& request);
/// A file for a calendar.
Later<Response> get_session_calendar(Site& site, const Request& request);

Later<Response> post_book_place(Site& site, const Request& request, Visitor visitor);
Later<Response> post_give_up_place(Site& site, const Request& request, Visitor visitor);
Later<Response> post_attend(Site& site, const Request& request, Visitor visitor);
Later<Response> post_evaluate(Site& site, const Request& request, Visitor visitor);
Later<Response> get_certificate(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
