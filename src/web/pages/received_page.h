#pragma once

// What was referred to an organisation, as those who work there see the list, and look in it.

#include "app/find_referrals.h"
#include "web/forms/form_writer.h"

#include <vector>

namespace safelead::web {

/// One page of the list.
[[nodiscard]] Html received_page(const FormWriter& form, const FormFrame& find,
                                 const std::vector<app::ReferralLine>& lines, const directory::Zone& zone);

[[nodiscard]] Html received_found_page(const FormWriter& form, const FormFrame& find,
                                       const app::ReferralsFound& found, const directory::Zone& zone);

}  // namespace safelead::web
