#pragma once

// What passed between the school and the agencies: advice sought, referrals made, cases given back.

#include "web/forms/form_writer.h"
#include "web/pages/case_view.h"
#include "web/pages/rings.h"

namespace safelead::web {

[[nodiscard]] Html consultations_page(const FormWriter& form, const CaseView& view, const FormFrame& frame,
                                      const std::vector<Ring>& rings);

struct ReferralsPage {
    FormFrame made;
    FormFrame given_back;
    std::vector<Ring> rings;
    Html sent;  ///< What was sent to agencies that work here too.
};

[[nodiscard]] Html referrals_page(const FormWriter& made, const FormWriter& given_back, const CaseView& view,
                                  const ReferralsPage& page);

}  // namespace safelead::web
