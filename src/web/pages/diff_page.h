#pragma once

// What changed from one edition to another, in sentences; and, for those who may see it, which recorded
// decisions that would touch.

#include "app/differences.h"
#include "web/html/html.h"
#include "web/pages/replay_page.h"

namespace safelead::web {

/// What the change would touch.
struct Touched {
    enum class Why { shown, not_signed_in, not_their_role };
    Why why = Why::not_signed_in;
    Html lines = {};  ///< What came of weighing again.
};

/// `/guidance/diff/{before}/{after}`
[[nodiscard]] Html diff_page(const Speaker& say, const app::TwoEditions& two,
                             const std::vector<app::Difference>& all, const Touched& touched);

/// How many recorded assessments and decisions, and which cases.
[[nodiscard]] Html touched_lines(const Speaker& say, const ReplayPage& page);

}  // namespace safelead::web
