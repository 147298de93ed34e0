#pragma once

// What a referral says, row by row: one list, so that neither the page nor the paper lacks what the other
// has.

#include "web/pages/referral_page.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::web {

struct ReferralRow {
    std::optional<record::CaseRef> child;  ///< Whom it is about; nobody: all of it.
    std::string label;
    std::string words;
};

/// Child by child, then of all of it; what is empty is left out.
[[nodiscard]] std::vector<ReferralRow> referral_rows(const Speaker& say, const ReferralPage& page);

}  // namespace safelead::web
