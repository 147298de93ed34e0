#pragma once

// The fuller assessment and what each child needs, as pages of a case.

#include "web/answers/case_turn.h"
#include "web/pages/words.h"

namespace safelead::web::case_page {

Html draw_assessment(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);
FormFields start_assessment(const CaseTurn& turn);
CaseTyped parse_assessed(const CaseTurn& turn, const FormFields& typed);

Html draw_needs(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);
FormFields start_needs(const CaseTurn& turn);
CaseTyped parse_needed(const CaseTurn& turn, const FormFields& typed);

inline constexpr CaseForm assessment_turn{"Fuller assessment: case {0}"_p,
                                          "assessment",
                                          "assessment",
                                          draw_assessment,
                                          start_assessment,
                                          parse_assessed};
inline constexpr CaseForm needs_turn{
    "What a child needs: case {0}"_p, "needs", "assessment", draw_needs, start_needs, parse_needed};

}  // namespace safelead::web::case_page
