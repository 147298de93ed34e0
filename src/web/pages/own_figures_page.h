#pragma once

#include "guidance/pack.h"
#include "insight/tally.h"
#include "web/html/html.h"
#include "web/text/phrase.h"

#include <string>
#include <vector>

namespace safelead::web {

enum class FiguresOf { own_exact, own_rounded, partnership };

struct OwnFiguresPage {
    FiguresOf of = FiguresOf::own_exact;
    std::string organisation;
    const std::vector<insight::TermFigures>& terms;
    std::uint64_t not_read = 0;
    const guidance::Pack& newest;  ///< Says what routes are called.
    bool is_practice = false;
};

[[nodiscard]] Html own_figures_page(const Speaker& say, const OwnFiguresPage& page);

}  // namespace safelead::web
