#pragma once

// The pages that need no account. Each gives a Page with its title, its middle and whether it has a way out
// at once; whoever answers adds what is the same for all (practice, navigation, who is signed in) and draws
// it with `document`.

#include "directory/who_to_ring.h"
#include "web/html/page.h"
#include "web/http/answerer.h"

#include <string_view>
#include <vector>

namespace safelead::web {

/// `/`: three doors.
[[nodiscard]] Page home_page(const Speaker& say);

/// Whom to ring at a moment, as `directory::who_to_ring` gives it.
struct RingingNow {
    std::vector<directory::ToRing> to_ring;
    directory::WallTime at;
    bool bank_holidays_known = true;  ///< For this year; if not, the page says so.
};

/// `/now`: the first minute. `ringing` is for staff, every need.
[[nodiscard]] Page now_page(const Speaker& say, const RingingNow& ringing);

/// Its list of whom to ring, under a heading of the second level, for other pages too.
[[nodiscard]] Html who_to_ring_now(const Speaker& say, const RingingNow& ringing);

/// `/now/paper`: the report on paper, with the numbers for any hour. `contacts` are those of the area and of
/// England.
[[nodiscard]] Page paper_form_page(const Speaker& say, const std::vector<directory::Contact>& contacts,
                                   Date today);

[[nodiscard]] Page law_page(const Speaker& say);
[[nodiscard]] Page accessibility_page(const Speaker& say);
[[nodiscard]] Page privacy_page(const Speaker& say);

/// Why there is no ordinary page, and what to do. `incident` is a number to quote, "" unless it was our
/// fault.
[[nodiscard]] Page error_page(const Speaker& say, Fault fault, std::string_view incident);

}  // namespace safelead::web
