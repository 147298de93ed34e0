#pragma once

// `/guides`: the list with its search, one guide, and the feed.

#include "web/pages/open_text.h"

#include <vector>

namespace safelead::web {

/// `asked` is what was searched for, empty if nothing was.
[[nodiscard]] Html guides_page(const Speaker& say, const std::vector<const guidance::OpenText*>& guides,
                               std::string_view asked, Date today);

[[nodiscard]] Html guide_page(const Speaker& say, const guidance::OpenText& guide, const RingingNow& ringing);

/// Atom 1.0 (RFC 4287).
[[nodiscard]] std::string guides_feed(const std::vector<const guidance::OpenText*>& guides);

}  // namespace safelead::web
