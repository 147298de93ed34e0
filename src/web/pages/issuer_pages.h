#pragma once

// Signing in through an issuer, as far as it shows: the buttons, the pages that go on by themselves, the
// accounts elsewhere among somebody's own ways to sign in.

#include "app/issuer_sign_in.h"
#include "app/issuer_ties.h"
#include "web/forms/form_writer.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::web {

/// "Sign in with …", each a form of its own. Nothing if there are no issuers.
[[nodiscard]] Html issuer_buttons(const FormWriter& form, const std::vector<app::IssuerShown>& issuers,
                                  std::string_view csrf_token, std::string_view next,
                                  const std::optional<app::Draft>& carried);

/// Inside the form of an invitation: "Use … instead of a password".
[[nodiscard]] Html issuer_choices(const Speaker& say, const std::vector<app::IssuerShown>& issuers);

/// Shown for a moment on the way, and longer where the browser does not go on by itself.
[[nodiscard]] Html going_on_page(const Speaker& say, Html words, const std::string& address);

/// Why an account was not tied, to a browser that does not say who it is yet.
[[nodiscard]] Html not_tied_page(const Speaker& say, Html why);

struct TiesPage {
    std::vector<app::TieShown> ties;
    FormFrame tie;
    FormFrame untie;
};
[[nodiscard]] Html ties_page(const FormWriter& form, const TiesPage& page);

}  // namespace safelead::web
