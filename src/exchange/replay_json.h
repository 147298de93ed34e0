#pragma once

// What a replay came to, for programs that read it. Counts only, never a case.

#include "insight/figure.h"

#include <string>
#include <utility>
#include <vector>

namespace safelead::exchange {

/// Empty `before` and `after`: changes too rare to be shown one by one.
struct ReplayLine {
    std::string before;
    std::string after;
    insight::Figure count;
};

struct ReplayLines {
    std::string edition;
    std::vector<std::string> overlays;
    std::vector<std::pair<std::string, insight::Figure>> figures;
    std::uint64_t organisations_that_do_not_open;
    std::vector<ReplayLine> categories;
    std::vector<ReplayLine> routes;
};

/// An object; each figure as {"count": 10, "is": "about"}, or null and "fewer than 5".
[[nodiscard]] std::string replay_to_json(const ReplayLines& lines);

}  // namespace safelead::exchange
