#pragma once

// The rules of each edition, for anybody; and as one case meets them, for those who may see it.

#include "web/answers/case_turn.h"
#include "web/pages/words.h"
#include "web/site.h"

namespace safelead::web {

Later<Response> get_editions(Site& site, const Request& request);
Later<Response> get_edition(Site& site, const Request& request);
Later<Response> get_examples(Site& site, const Request& request);

namespace case_page {

Html draw_guidance(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);

inline constexpr CaseForm guidance_turn{"The rules: case {0}"_p, "", "", draw_guidance};

}  // namespace case_page

}  // namespace safelead::web
