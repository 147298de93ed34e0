#pragma once

// What may come between a password and a session: a code, setting one up, an invitation.

#include "app/second_factor.h"
#include "app/sign_in.h"
#include "web/answers/signing_in.h"

namespace safelead::web {

/// Opens nothing but the steps of signing in, for ten minutes.
inline constexpr std::string_view step_cookie = "step";

/// On to where they wanted to go, or to the step that comes first.
[[nodiscard]] Response answer_sign_in(Site& site, const Request& request, const app::SignInAnswer& answer,
                                      const std::string& next, std::optional<app::Draft> carried);

/// The cookies of a new session; that of the step goes.
void begin_session(Response& response, const app::SignedIn& in);

[[nodiscard]] Phrase words_of_code(app::CodeRefusal why);

Later<Response> get_sign_in_code(Site& site, const Request& request);
Later<Response> post_sign_in_code(Site& site, const Request& request);
Later<Response> get_sign_in_factor(Site& site, const Request& request);
Later<Response> post_sign_in_factor(Site& site, const Request& request);
Later<Response> get_sign_in_place(Site& site, const Request& request);
Later<Response> post_sign_in_place(Site& site, const Request& request);
Later<Response> get_invitation(Site& site, const Request& request);
Later<Response> post_invitation(Site& site, const Request& request);

}  // namespace safelead::web
