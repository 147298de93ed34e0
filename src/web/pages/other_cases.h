#pragma once

#include "web/pages/case_view.h"

namespace safelead::web {

/// The cases that this one is linked to, and those in which the same children are; nothing where there are
/// none.
[[nodiscard]] Html other_cases(const Speaker& say, const CaseView& view);

}  // namespace safelead::web
