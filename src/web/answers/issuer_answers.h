#pragma once

// To an issuer and back. Both ways lead over a page that goes on by itself: a form may not lead away from our
// pages (its Content-Security-Policy says so), and a browser that comes from elsewhere sends no
// SameSite=Strict cookie until a page of ours has asked for the next one.

#include "app/issuer_sign_in.h"
#include "web/answers/signing_in.h"

namespace safelead::web {

/// Lax, because the browser comes from elsewhere; it opens nothing without the `state` of the same sign-in.
inline constexpr std::string_view issuer_cookie = "issuer";

Later<Response> post_sign_in_with(Site& site, const Request& request);
Later<Response> get_sign_in_return(Site& site, const Request& request);

/// The same for an invitation that is taken up with an account elsewhere. `not_begun` shows the form again.
using ShowInvitation = Response (*)(Site& site, const Request& request, const FormErrors& errors);
[[nodiscard]] Later<Response> take_up_with_issuer(Site& site, const Request& request,
                                                  ShowInvitation not_begun);

Later<Response> get_ties(Site& site, const Request& request, Visitor visitor);
Later<Response> post_tie(Site& site, const Request& request, Visitor visitor);
Later<Response> post_untie(Site& site, const Request& request, Visitor visitor);

}  // namespace safelead::web
