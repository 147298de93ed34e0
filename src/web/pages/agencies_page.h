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
};

/// One of the two forms came back; the other is drawn empty.
enum class ReferralForm { made, given_back };
[[nodiscard]] Html referrals_page(const FormWriter& form, const CaseView& view, const ReferralsPage& page,
                                  ReferralForm which);

}  // namespace safelead::web
