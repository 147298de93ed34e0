#pragma once

// The form of what the police recorded: made from its own list like the others, with the outcome codes beside
// it and held to them.

#include "web/answers/kept_forms.h"
#include "web/forms/asked_police.h"

namespace safelead::web::case_page {

Html draw_police_said(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);
CaseTyped parse_police_said(const CaseTurn& turn, const FormFields& typed);

inline constexpr CaseForm police_said_turn{AskedOf<record::PoliceSaid>::title,
                                           record::FieldsOf<record::PoliceSaid>::type,
                                           AskedOf<record::PoliceSaid>::page,
                                           draw_police_said,
                                           nullptr,
                                           parse_police_said};

}  // namespace safelead::web::case_page
