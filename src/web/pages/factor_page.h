#pragma once

// The second factor: the code asked for at sign-in, setting one up, recovery codes shown once, an invitation.

#include "app/drafts.h"
#include "app/issuer_sign_in.h"
#include "web/forms/form_writer.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::web {

struct CodePage {
    FormFrame frame;
    std::string next;
    std::optional<app::Draft> carried = std::nullopt;
};
[[nodiscard]] Html code_page(const FormWriter& form, const CodePage& page);

/// Why somebody is asked to set one up.
enum class FactorWhy { needed, wished, replaced };

struct SetUpFactorPage {
    FormFrame frame;
    std::string next;
    std::string secret;  ///< Base32.
    std::string email;
    FactorWhy why = FactorWhy::needed;
    std::optional<app::Draft> carried = std::nullopt;
};
[[nodiscard]] Html set_up_factor_page(const FormWriter& form, const SetUpFactorPage& page);

/// What an app reads: its link, as the picture and the text on the page say it.
[[nodiscard]] std::string app_link(std::string_view secret, std::string_view email);

/// Shown once. `on` is where to go then.
[[nodiscard]] Html recovery_codes_page(const Speaker& say, const std::vector<std::string>& codes,
                                       std::string_view on);

[[nodiscard]] Html invitation_page(const FormWriter& form, const FormFrame& frame,
                                   const std::vector<app::IssuerShown>& issuers);

}  // namespace safelead::web
