#pragma once

// The advice so far: always advice, always with its reasons, the edition they come from, and what is not
// known.

#include "web/pages/case_view.h"

namespace safelead::web {

[[nodiscard]] Html advice_page(const Speaker& say, const CaseView& view);

/// The route and the criteria alone, with the way to the rest: for the top of other pages.
[[nodiscard]] Html advice_so_far(const Speaker& say, const CaseView& view);

/// What else is still to be asked, as a list of questions.
[[nodiscard]] Html still_to_ask(const Speaker& say, const CaseView& view,
                                const std::vector<guidance::FactId>& facts);

}  // namespace safelead::web
