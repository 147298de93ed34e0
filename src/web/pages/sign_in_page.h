#pragma once

#include "web/forms/form_writer.h"

#include <string>

namespace safelead::web {

/// Why somebody is asked to sign in.
enum class SignInReason { asked, timed_out, typing_kept, signed_out };

struct SignInPage {
    FormFrame frame;
    std::string next;  ///< Where to go on afterwards: an address of our own.
    SignInReason reason = SignInReason::asked;
};
[[nodiscard]] Html sign_in_page(const FormWriter& form, const SignInPage& page);

}  // namespace safelead::web
