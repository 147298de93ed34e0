#pragma once

// The pages that need no account.

#include "web/pages/open_pages.h"
#include "web/site.h"

namespace safelead::web {

/// Whom those people may ring at this moment, in the area that is usual here.
[[nodiscard]] RingingNow ringing_for(Site& site, directory::Audience audience);

/// The page with what is the same on all of them.
[[nodiscard]] Response open_response(const Site& site, const Request& request, Page page);

Later<Response> get_home(Site& site, const Request& request);
Later<Response> get_now(Site& site, const Request& request);
Later<Response> get_paper_form(Site& site, const Request& request);
Later<Response> get_law(Site& site, const Request& request);
Later<Response> get_accessibility(Site& site, const Request& request);
Later<Response> get_privacy(Site& site, const Request& request);
Later<Response> get_asset(Site& site, const Request& request);
Later<Response> get_health(Site& site, const Request& request);

}  // namespace safelead::web
