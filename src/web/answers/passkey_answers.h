#pragma once

#include "web/answers/signing_in.h"

namespace safelead::web {

/// `carried`: typing that only this page has.
[[nodiscard]] Response show_passkey_sign_in(Site& site, const Request& request, std::string next,
                                            std::optional<app::Draft> carried, const FormErrors& errors);

Later<Response> get_passkey_sign_in(Site& site, const Request& request);
Later<Response> post_passkey_sign_in(Site& site, const Request& request);

Later<Response> get_passkeys(Site& site, const Request& request, Visitor visitor);
Later<Response> post_passkey(Site& site, const Request& request, Visitor visitor);
Later<Response> post_remove_passkey(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
