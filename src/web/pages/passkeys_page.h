#pragma once

#include "app/drafts.h"
#include "app/passkeys.h"
#include "web/forms/form_writer.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::web {

struct PasskeySignInPage {
    FormFrame frame;
    std::string next;
    app::PasskeyChallenge challenge;
    std::string host;
    std::optional<app::Draft> carried = std::nullopt;
};
[[nodiscard]] Html passkey_sign_in_page(const FormWriter& form, const PasskeySignInPage& page);

struct PasskeysPage {
    std::vector<app::PasskeyShown> passkeys;
    FormFrame add;
    FormFrame remove;
    app::PasskeyChallenge challenge;
    std::string host;
    std::string user;   ///< An id that says nothing, base64url.
    std::string email;  ///< Their own: the browser shows it beside the passkey.
};
[[nodiscard]] Html passkeys_page(const FormWriter& form, const PasskeysPage& page);

}  // namespace safelead::web
