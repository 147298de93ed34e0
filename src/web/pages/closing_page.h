#pragma once

// What has to be true before a case is closed, each met or not; and what opens it again.

#include "web/pages/case_view.h"

namespace safelead::web {

[[nodiscard]] Html closing_list(const Speaker& say, const CaseView& view);

/// What was recorded as new, and the way to record more, in a closed case too.
[[nodiscard]] Html something_new(const Speaker& say, const CaseView& view);

/// Earlier cases of the same children within twelve months, and that it is asked whether that is a previous
/// incident. Nothing where there is none.
[[nodiscard]] Html repeat_notice(const Speaker& say, const CaseView& view);

}  // namespace safelead::web
