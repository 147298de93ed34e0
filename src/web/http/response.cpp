#include "web/http/response.h"

#include "base/bug.h"

#include <algorithm>

namespace safelead::web {

std::string_view Response::text() const
{
    if (const auto* own = std::get_if<std::string>(&body)) return *own;
    return std::get<LastingText>(body).text;
}

Response& Response::with_header(std::string name, std::string value)
{
    headers.push_back({std::move(name), std::move(value)});
    return *this;
}

Response& Response::with_cookie(SetCookie cookie)
{
    cookies.push_back(std::move(cookie));
    return *this;
}

Response html_response(std::string html, Status status)
{
    Response response;
    response.status = status;
    response.body = std::move(html);
    return response;
}

Response text_response(std::string text, Status status)
{
    Response response = html_response(std::move(text), status);
    response.content_type = "text/plain; charset=utf-8";
    return response;
}

Response json_response(std::string json, Status status)
{
    Response response = html_response(std::move(json), status);
    response.content_type = "application/json";
    return response;
}

Response see_other(std::string path)
{
    const bool is_ours = path.starts_with('/') && !path.starts_with("//") && !path.starts_with("/\\") &&
                         std::ranges::all_of(path, [](char c) { return c > ' ' && c < 0x7F; });
    if (!is_ours) throw_bug("a redirect leads away from our own pages");
    Response response;
    response.status = Status::see_other;
    response.content_type.clear();
    response.with_header("Location", std::move(path));
    return response;
}

std::string cookie_name(std::string_view name, Scheme scheme)
{
    return (scheme == Scheme::https ? "__Host-" : "") + std::string{name};
}

std::optional<std::string_view> own_cookie(const Request& request, std::string_view name)
{
    return request.cookie(cookie_name(name, request.scheme));
}

}  // namespace safelead::web
