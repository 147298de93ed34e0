#pragma once

#include "app/drafts.h"
#include "app/issuer_sign_in.h"
#include "web/forms/form_writer.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::web {

/// Why somebody is asked to sign in.
enum class SignInReason { asked, timed_out, typing_kept, signed_out };

struct SignInPage {
    FormFrame frame;
    std::string next;  ///< Where to go on afterwards: an address of our own.
    SignInReason reason = SignInReason::asked;
    std::optional<app::Draft> carried = std::nullopt;  ///< Typing that only this page has: it goes along.
    std::vector<app::IssuerShown> issuers = {};        ///< Who else may vouch for them.
    std::optional<app::IssuerToLeave> left = std::nullopt;  ///< Where they may be signed in still.
};
/// Typing that only this page has, as hidden fields.
[[nodiscard]] Html carried_fields(const app::Draft& carried);

[[nodiscard]] Html sign_in_page(const FormWriter& form, const SignInPage& page);

}  // namespace safelead::web
