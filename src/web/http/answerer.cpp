#include "web/http/answerer.h"

#include "base/bug.h"
#include "base/overloaded.h"

#include <algorithm>

namespace safelead::web {

namespace {

std::string allow(const std::vector<Method>& methods)
{
    std::string text;
    for (const Method method : methods) {
        if (!text.empty()) text += ", ";
        text += method_name(method);
    }
    return text;
}

}  // namespace

Status status_of(Fault fault)
{
    switch (fault) {
        case Fault::bad_request:
            return Status::bad_request;
        case Fault::forbidden:
            return Status::forbidden;
        case Fault::not_found:
            return Status::not_found;
        case Fault::wrong_method:
            return Status::method_not_allowed;
        case Fault::timed_out:
            return Status::timed_out;
        case Fault::too_large:
            return Status::too_large;
        case Fault::target_too_long:
            return Status::target_too_long;
        case Fault::headers_too_large:
            return Status::headers_too_large;
        case Fault::carries_file:
        case Fault::not_a_form:
            return Status::unsupported_media;
        case Fault::misdirected:
            return Status::misdirected;
        case Fault::too_many:
            return Status::too_many_requests;
        case Fault::not_implemented:
            return Status::not_implemented;
        case Fault::internal:
            return Status::internal_error;
        case Fault::unavailable:
            return Status::unavailable;
    }
    throw_bug("a Fault without a status");
}

RoutedAnswerer::RoutedAnswerer(Site& site, std::span<const Route> routes, FaultPage page)
    : site_{site}, routes_{routes}, page_{std::move(page)}
{
}

std::variant<BodyRule, Refused> RoutedAnswerer::admit(Request& head)
{
    using Admission = std::variant<BodyRule, Refused>;
    RouteMatch matched = match(routes_, head.method, head.segments);
    return std::visit(Overloaded{
                          [&](RouteFound& found) -> Admission {
                              head.route = found.route->pattern;
                              head.path_values = std::move(found.path_values);
                              return BodyRule{found.route->body_kind, found.route->body_limit,
                                              found.route->on_file};
                          },
                          [](const RouteUnknown&) -> Admission { return Refused{Fault::not_found, {}}; },
                          [](const WrongMethod& wrong) -> Admission {
                              return Refused{Fault::wrong_method, {{"Allow", allow(wrong.allowed)}}};
                          },
                      },
                      matched);
}

const Route& RoutedAnswerer::route_of(const Request& request) const
{
    const Method method = request.method == Method::head ? Method::get : request.method;
    const auto route = std::ranges::find_if(
        routes_, [&](const Route& one) { return one.method == method && one.pattern == request.route; });
    if (route == routes_.end()) throw_bug("a request was answered that was not admitted");
    return *route;
}

Later<Response> RoutedAnswerer::answer(const Request& request)
{
    return route_of(request).handler(site_, request);
}

Needs RoutedAnswerer::needs_of(const Request& request) const
{
    return route_of(request).needs;
}

Response RoutedAnswerer::fault_page(Fault fault, std::string_view incident, const Request* asked)
{
    return page_(fault, incident, asked);
}

}  // namespace safelead::web
