#pragma once

#include "guidance/figures.h"
#include "web/html/html.h"
#include "web/text/phrase.h"

#include <vector>

namespace safelead::web {

/// `/statistics`: each set drawn as bars, with its table, its base, its year and its source.
[[nodiscard]] Html statistics_page(const Speaker& say, const std::vector<guidance::FigureSet>& sets);

}  // namespace safelead::web
