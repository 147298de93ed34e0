#pragma once

#include "web/html/html.h"
#include "web/pages/words.h"

namespace safelead::web {

/// After an answer: that part of what was typed was not kept. The words around it were.
[[nodiscard]] Html taken_out_notice(const Speaker& say);

}  // namespace safelead::web
