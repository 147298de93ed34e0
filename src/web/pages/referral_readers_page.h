#pragma once

// Who reads a referral where it was sent to, and the forms that settle it.

#include "app/referral_readers.h"
#include "web/forms/form_writer.h"

#include <string>

namespace safelead::web {

struct ReferralReadersPage {
    const app::ReadersOfReferral& readers;
    std::string address;  ///< Of the referral.
    std::string csrf_token;
    std::string command;
};

[[nodiscard]] Html referral_readers_page(const FormWriter& form, const ReferralReadersPage& page);

/// On the referral's own page: how it stands, and the way to that page.
[[nodiscard]] Html readers_notice(const Speaker& say, const record::Referral& referral,
                                  std::string_view address);

}  // namespace safelead::web
