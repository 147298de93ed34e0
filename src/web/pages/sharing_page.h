#pragma once

// What was shared from a case, as the rest of its record shows.

#include "record/sharing_log.h"
#include "web/pages/case_view.h"

#include <vector>

namespace safelead::web {

/// A card for each, with its basis, or the way to write it down. Empty where nothing was shared so.
[[nodiscard]] Html shared_by_the_record(const Speaker& say, const CaseView& view,
                                        const std::vector<record::SharedLine>& lines);

}  // namespace safelead::web
