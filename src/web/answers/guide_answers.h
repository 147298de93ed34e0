#pragma once

// Guides, and whom to ring by place, need and hour.

#include "web/site.h"

namespace safelead::web {

Later<Response> get_guides(Site& site, const Request& request);
Later<Response> get_guides_feed(Site& site, const Request& request);

/// The page, or with ".pdf" at the end of the address one sheet to print.
Later<Response> get_guide(Site& site, const Request& request);

/// A campaign kit, and one piece of it: page or, with ".pdf", sheet.
Later<Response> get_campaign(Site& site, const Request& request);
Later<Response> get_campaign_piece(Site& site, const Request& request);

Later<Response> get_statistics(Site& site, const Request& request);
Later<Response> get_contacts(Site& site, const Request& request);
Later<Response> get_arrangements(Site& site, const Request& request);

}  // namespace safelead::web
