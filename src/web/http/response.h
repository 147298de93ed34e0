#pragma once

// What is answered. The server adds the security headers, Content-Length, Date and the rest.

#include "web/http/request.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace safelead::web {

enum class Status : unsigned {
    ok = 200,
    created = 201,
    accepted = 202,
    no_content = 204,
    see_other = 303,
    not_modified = 304,
    bad_request = 400,
    unauthorised = 401,
    forbidden = 403,
    not_found = 404,
    method_not_allowed = 405,
    timed_out = 408,
    conflict = 409,
    gone = 410,
    too_large = 413,
    target_too_long = 414,
    unsupported_media = 415,
    misdirected = 421,
    unprocessable = 422,
    too_many_requests = 429,
    headers_too_large = 431,
    internal_error = 500,
    not_implemented = 501,
    unavailable = 503
};

/// Bytes that are there for as long as the program runs, as an asset's are.
struct LastingText {
    std::string_view text;
};

enum class Caching {
    no_store,    ///< Nothing keeps it. For everything that is made for one person.
    revalidate,  ///< May be kept, but asked about each time.
    for_ever     ///< The name changes when the content does.
};

/// A cookie to set. Path=/, HttpOnly always; Secure and the `__Host-` prefix when the browser came by https.
struct SetCookie {
    enum class SameSite { strict, lax };

    std::string name;  ///< Without a prefix: "session".
    std::string value;
    std::optional<std::chrono::seconds> max_age;  ///< None: until the browser closes. Zero: forget it now.
    SameSite same_site = SameSite::strict;
};

struct Response {
    Status status = Status::ok;
    std::string content_type = "text/html; charset=utf-8";  ///< "" with an empty body.
    std::variant<std::string, LastingText> body;
    std::vector<Header> headers;  ///< Further ones: Location, Allow, ETag, Content-Disposition, …
    std::vector<SetCookie> cookies;
    Caching caching = Caching::no_store;

    [[nodiscard]] std::string_view text() const;

    Response& with_header(std::string name, std::string value);
    Response& with_cookie(SetCookie cookie);
};

[[nodiscard]] Response html_response(std::string html, Status status = Status::ok);
[[nodiscard]] Response text_response(std::string text, Status status = Status::ok);
[[nodiscard]] Response json_response(std::string json, Status status = Status::ok);

/// 303 to a path of our own ("/cases/7"), after a POST. Anything that is not such a path is a bug: no open
/// redirects.
[[nodiscard]] Response see_other(std::string path);

/// The name under which the browser keeps our cookie `name`: "__Host-session" by https, "session" otherwise.
[[nodiscard]] std::string cookie_name(std::string_view name, Scheme scheme);

/// The value of our cookie `name`, under its name for the request's scheme.
[[nodiscard]] std::optional<std::string_view> own_cookie(const Request& request, std::string_view name);

}  // namespace safelead::web
