#pragma once

// One's own training, that of everybody here, and guides that were read and understood.

#include "guidance/open_text.h"
#include "web/site.h"

namespace safelead::web {

Later<Response> get_my_training(Site& site, const Request& request, Visitor visitor);
Later<Response> get_training_record(Site& site, const Request& request, Visitor visitor);
Later<Response> post_training_record(Site& site, const Request& request, Visitor visitor);
Later<Response> post_strike_out(Site& site, const Request& request, Visitor visitor);
Later<Response> post_understood(Site& site, const Request& request, Visitor visitor);

/// For the page of a guide: what somebody signed in may confirm there.
[[nodiscard]] Html understood_of(Site& site, const Visitor& visitor, const guidance::OpenText& guide);

/// For the page Today.
[[nodiscard]] Html training_today_of(Site& site, const Visitor& visitor);

}  // namespace safelead::web
