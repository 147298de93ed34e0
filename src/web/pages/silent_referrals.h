#pragma once

#include "app/referral_waits.h"
#include "directory/local_time.h"
#include "web/html/components.h"
#include "web/text/phrase.h"

#include <vector>

namespace safelead::web {

/// For the manager whom silence has reached: which, and since when. Empty where there is none.
[[nodiscard]] Html silent_lines(const Speaker& say, const std::vector<app::SilentReferral>& lines,
                                const directory::Zone& zone);

}  // namespace safelead::web
