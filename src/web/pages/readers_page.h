#pragma once

#include "app/cases.h"
#include "web/pages/case_view.h"

namespace safelead::web {

/// Who has read the case, the newest first.
[[nodiscard]] Html readers_page(const Speaker& say, const CaseView& view,
                                const std::vector<app::ReadOfCase>& reads);

}  // namespace safelead::web
