#include "web/http/make_request.h"

#include "base/text.h"
#include "web/forms/multipart.h"
#include "web/http/cookies.h"
#include "web/http/target.h"

#include <algorithm>
#include <array>
#include <optional>

namespace safelead::web {

namespace {

constexpr std::array methods{Method::get, Method::head,  Method::post,
                             Method::put, Method::patch, Method::erase};

std::optional<Method> method_of(std::string_view text)
{
    const auto found = std::ranges::find(methods, text, method_name);
    if (found == methods.end()) return std::nullopt;
    return *found;
}

std::size_t count_of(const std::vector<Header>& headers, std::string_view lower_name)
{
    return static_cast<std::size_t>(std::ranges::count(
        headers, lower_name, [](const Header& header) { return ascii_lower(header.name); }));
}

/// Whether its length can be read in one way only.
bool is_plainly_framed(const RequestHead& head)
{
    const auto lengths = count_of(head.headers, "content-length");
    const auto codings = count_of(head.headers, "transfer-encoding");
    if (lengths > 1 || codings > 1 || lengths + codings > 1) return false;
    if (codings == 1 && head.version < 11) return false;
    for (const Header& header : head.headers) {
        const std::string name = ascii_lower(header.name);
        if (name == "transfer-encoding" && ascii_lower(trim(header.value)) != "chunked") return false;
        if (name == "content-length" && header.value.find_first_not_of("0123456789") != std::string::npos) {
            return false;
        }
    }
    return true;
}

/// "example.org" of "Example.org:8080"; "[::1]" keeps its brackets.
std::string host_name(std::string_view host)
{
    const auto bracket = host.rfind(']');
    const auto colon = host.rfind(':');
    if (colon != std::string_view::npos && (bracket == std::string_view::npos || colon > bracket)) {
        host = host.substr(0, colon);
    }
    return ascii_lower(host);
}

bool is_ours(const Request& request, const Asker& asker)
{
    if (asker.host_names == nullptr || asker.host_names->empty()) return true;
    const std::string name = host_name(request.header("Host").value_or(""));
    return std::ranges::any_of(*asker.host_names,
                               [&](const std::string& ours) { return ascii_lower(ours) == name; });
}

/// The last address is the one that our own proxy saw; those before it are hearsay.
std::string forwarded_for(const Request& request)
{
    std::string_view last;
    for (const Header& header : request.headers) {
        if (ascii_lower(header.name) == "x-forwarded-for") last = trim(split(header.value, ',').back());
    }
    const bool is_address = !last.empty() && last.size() <= 45 &&
                            last.find_first_not_of("0123456789abcdefABCDEF:.") == std::string_view::npos;
    return is_address ? std::string{last} : request.remote;
}

}  // namespace

Result<Request, Fault> make_request(RequestHead head, const Asker& asker, const Limits& limits)
{
    const auto hosts = count_of(head.headers, "host");
    if (hosts > 1 || (hosts == 0 && head.version >= 11) || !is_plainly_framed(head)) {
        return fail(Fault::bad_request);
    }
    const auto method = method_of(head.method);
    if (!method) return fail(Fault::not_implemented);
    if (head.target.size() > limits.target) return fail(Fault::target_too_long);
    auto target = parse_target(head.target);
    if (!target) return fail(Fault::bad_request);

    Target where = std::move(target).value();
    Request request;
    request.method = *method;
    request.path = std::move(where.path);
    request.segments = std::move(where.segments);
    request.query = std::move(where.query);
    request.headers = std::move(head.headers);
    request.scheme = asker.scheme;
    request.remote = asker.remote;
    if (asker.is_trusted_proxy) request.remote = forwarded_for(request);
    for (const Header& header : request.headers) {
        if (ascii_lower(header.name) != "cookie" || request.cookies.size() >= limits.cookies) continue;
        auto more = parse_cookies(header.value, limits.cookies - request.cookies.size());
        std::ranges::move(more, std::back_inserter(request.cookies));
    }
    if (!is_ours(request, asker)) return fail(Fault::misdirected);
    return request;
}

FormKind form_kind(const Request& request)
{
    const auto content_type = request.header("Content-Type");
    if (!content_type) return FormKind::none;
    const std::string type = ascii_lower(trim(content_type->substr(0, content_type->find(';'))));
    if (type == "application/x-www-form-urlencoded") return FormKind::urlencoded;
    if (multipart_boundary(*content_type)) return FormKind::multipart;
    return FormKind::other;
}

}  // namespace safelead::web
