#include "web/http/write_head.h"

#include "base/bug.h"
#include "web/http/cookies.h"

#include <fmt/chrono.h>
#include <fmt/format.h>

#include <algorithm>

namespace safelead::web {

namespace {

// On every answer, here and nowhere else. Nothing may be loaded from, sent to or framed by anyone but us; the
// browser guesses at no type and tells nobody where it came from.
constexpr std::string_view security_headers =
    "Content-Security-Policy: default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; "
    "font-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'; connect-src 'self'; "
    "manifest-src 'self'\r\n"
    "X-Content-Type-Options: nosniff\r\n"
    "X-Frame-Options: DENY\r\n"
    "Referrer-Policy: no-referrer\r\n"
    "Cross-Origin-Opener-Policy: same-origin\r\n"
    "Cross-Origin-Resource-Policy: same-origin\r\n"
    "Permissions-Policy: camera=(), microphone=(), geolocation=(), display-capture=(), payment=(), "
    "usb=()\r\n";

constexpr std::string_view https_only = "Strict-Transport-Security: max-age=31536000; includeSubDomains\r\n";

std::string_view reason(Status status)
{
    switch (status) {
        case Status::ok:
            return "OK";
        case Status::created:
            return "Created";
        case Status::accepted:
            return "Accepted";
        case Status::no_content:
            return "No Content";
        case Status::see_other:
            return "See Other";
        case Status::not_modified:
            return "Not Modified";
        case Status::bad_request:
            return "Bad Request";
        case Status::unauthorised:
            return "Unauthorized";
        case Status::forbidden:
            return "Forbidden";
        case Status::not_found:
            return "Not Found";
        case Status::method_not_allowed:
            return "Method Not Allowed";
        case Status::timed_out:
            return "Request Timeout";
        case Status::conflict:
            return "Conflict";
        case Status::gone:
            return "Gone";
        case Status::too_large:
            return "Content Too Large";
        case Status::target_too_long:
            return "URI Too Long";
        case Status::unsupported_media:
            return "Unsupported Media Type";
        case Status::misdirected:
            return "Misdirected Request";
        case Status::unprocessable:
            return "Unprocessable Content";
        case Status::too_many_requests:
            return "Too Many Requests";
        case Status::headers_too_large:
            return "Request Header Fields Too Large";
        case Status::internal_error:
            return "Internal Server Error";
        case Status::not_implemented:
            return "Not Implemented";
        case Status::unavailable:
            return "Service Unavailable";
    }
    throw_bug("a Status without a reason");
}

std::string_view cache_control(Caching caching)
{
    switch (caching) {
        case Caching::no_store:
            return "Cache-Control: no-store\r\n";
        case Caching::revalidate:
            return "Cache-Control: no-cache\r\n";
        case Caching::for_ever:
            return "Cache-Control: public, max-age=31536000, immutable\r\n";
    }
    throw_bug("a Caching without a header");
}

void add(std::string& head, std::string_view name, std::string_view value)
{
    const auto is_sendable = [](char c) { return static_cast<unsigned char>(c) >= ' ' && c != 0x7F; };
    if (name.empty() || name.find_first_of(": \t") != std::string_view::npos ||
        !std::ranges::all_of(name, is_sendable) || !std::ranges::all_of(value, is_sendable)) {
        throw_bug("a header cannot be sent");
    }
    head.append(name).append(": ").append(value).append("\r\n");
}

bool has_length(Status status)
{
    return status != Status::no_content && status != Status::not_modified;
}

}  // namespace

std::string write_head(const Response& response, Scheme scheme, After after, std::string_view date)
{
    std::string head;
    head.reserve(1280);
    head.append("HTTP/1.1 ");
    head.append(fmt::format_int{static_cast<unsigned>(response.status)}.c_str());
    head.append(" ").append(reason(response.status)).append("\r\nDate: ").append(date).append("\r\n");
    if (!response.content_type.empty()) add(head, "Content-Type", response.content_type);
    if (has_length(response.status)) {
        head.append("Content-Length: ")
            .append(fmt::format_int{response.text().size()}.c_str())
            .append("\r\n");
    }
    head.append(cache_control(response.caching));
    for (const Header& header : response.headers) add(head, header.name, header.value);
    for (const SetCookie& cookie : response.cookies) add(head, "Set-Cookie", to_header(cookie, scheme));
    head.append(security_headers);
    if (scheme == Scheme::https) head.append(https_only);
    if (after == After::close) head.append("Connection: close\r\n");
    return head.append("\r\n");
}

std::string http_date()
{
    return fmt::format("{:%a, %d %b %Y %H:%M:%S} GMT", fmt::gmtime(std::time(nullptr)));
}

}  // namespace safelead::web
