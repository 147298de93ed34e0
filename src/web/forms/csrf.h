#pragma once

// A form counts only if it came from a page of ours. Three things must agree: what the browser says of where
// the form came from, the cookie, and a token in the form that only we could have made for that cookie.

#include "web/http/request.h"
#include "web/http/response.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace safelead::web {

/// A keyed digest (HMAC-SHA-256, say) under a key of the server, as hexadecimal or base64url.
using Mac = std::function<std::string(std::string_view text)>;

/// Fresh chance, at least 128 bits, as hexadecimal or base64url.
using RandomText = std::function<std::string()>;

/// The name of the hidden field.
inline constexpr std::string_view csrf_field = "csrf";

/// The cookie of somebody who has not signed in: without a prefix, see SetCookie.
inline constexpr std::string_view csrf_cookie = "form";

/// The token for forms of a signed-in page, bound to the session.
[[nodiscard]] std::string session_token(const Mac& mac, std::string_view session);

/// The token for forms of an open page (sign-in), bound to the cookie of this browser.
struct OpenToken {
    std::string token;
    std::optional<SetCookie> cookie;  ///< To be set, if the browser had none.
};
[[nodiscard]] OpenToken open_token(const Mac& mac, const RandomText& random, const Request& request);

enum class CsrfFault { from_elsewhere, no_token, wrong_token };

/// Whether a form has `wanted` for its token and is ours, for whoever has made the session's token already.
[[nodiscard]] Result<Done, CsrfFault> check_form(const std::string& wanted, const Request& request);

/// Whether a signed-in form is ours.
[[nodiscard]] Result<Done, CsrfFault> check_session_form(const Mac& mac, std::string_view session,
                                                         const Request& request);

/// Whether an open form is ours.
[[nodiscard]] Result<Done, CsrfFault> check_open_form(const Mac& mac, const Request& request);

/// Whether the browser says that the request came from one of our own pages (Sec-Fetch-Site, or else Origin).
/// A browser that says nothing is judged by the token alone.
[[nodiscard]] bool came_from_us(const Request& request);

}  // namespace safelead::web
