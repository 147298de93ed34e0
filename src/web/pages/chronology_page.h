#pragma once

// Everything that happened in a case: when it happened, as far as that is known, and when it was entered.

#include "web/pages/case_view.h"

namespace safelead::web {

[[nodiscard]] Html chronology_page(const Speaker& say, const CaseView& view);

}  // namespace safelead::web
