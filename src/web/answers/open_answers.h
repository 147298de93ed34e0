#pragma once

// The pages that need no account.

#include "web/pages/open_pages.h"
#include "web/site.h"

#include <functional>
#include <string_view>

namespace safelead::web {

/// Whom those people may ring at this moment, in the area that is usual here.
[[nodiscard]] RingingNow ringing_for(Site& site, directory::Audience audience);

/// The page with what is the same on all of them.
[[nodiscard]] Response open_response(const Site& site, const Request& request, Page page);

/// A page that stands on nothing but the minute and the partnership, drawn once for all who ask. With a query
/// it is drawn for each; `variant` tells apart what one address shows, as a language.
[[nodiscard]] Response drawn_once(Site& site, const Request& request, std::string_view variant,
                                  const std::function<Response()>& draw);

Later<Response> get_home(Site& site, const Request& request);
Later<Response> get_now(Site& site, const Request& request);
Later<Response> get_paper_form(Site& site, const Request& request);
Later<Response> get_law(Site& site, const Request& request);
Later<Response> get_accessibility(Site& site, const Request& request);
Later<Response> get_privacy(Site& site, const Request& request);
Later<Response> get_asset(Site& site, const Request& request);
Later<Response> get_health(Site& site, const Request& request);

}  // namespace safelead::web
