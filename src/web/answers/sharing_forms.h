#pragma once

// The page of what was shared, with what the rest of the record shows; and the basis of one line of it.

#include "web/answers/kept_forms.h"
#include "web/forms/asked_sharing.h"

namespace safelead::web::case_page {

Html draw_sharing(const CaseTurn& turn, const FormFields& typed, const FormErrors& errors);
/// With the entry that the page was asked for.
FormFields start_basis(const CaseTurn& turn);

inline constexpr CaseForm sharing_turn{"Records: case {0}"_p, "", "", draw_sharing};
inline constexpr CaseForm basis_given_turn{AskedOf<record::BasisGiven>::title,
                                           record::FieldsOf<record::BasisGiven>::type,
                                           AskedOf<record::BasisGiven>::page,
                                           draw_kept<record::BasisGiven>,
                                           start_basis,
                                           parse_kept<record::BasisGiven>};

}  // namespace safelead::web::case_page
