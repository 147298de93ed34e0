#include "web/api/calls.h"

#include "base/text.h"
#include "web/html/assets.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace safelead::web {

namespace {

constexpr std::size_t shortest_key = 16;
constexpr std::size_t longest_key = 64;

bool is_plain(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

std::size_t count_of(const Request& request, std::string_view lower_name)
{
    return static_cast<std::size_t>(std::ranges::count(
        request.headers, lower_name, [](const Header& header) { return ascii_lower(header.name); }));
}

/// "application/json", also with "; charset=utf-8".
bool is_json(const Request& request)
{
    if (count_of(request, "content-type") != 1) return false;
    const auto type = request.header("Content-Type").value_or("");
    return ascii_lower(trim(type.substr(0, type.find(';')))) == "application/json";
}

std::optional<CommandId> key_of(const Request& request)
{
    if (count_of(request, "idempotency-key") != 1) return std::nullopt;
    const auto key = trim(request.header("Idempotency-Key").value_or(""));
    const bool is_key =
        key.size() >= shortest_key && key.size() <= longest_key && std::ranges::all_of(key, is_plain);
    if (!is_key) return std::nullopt;
    return CommandId{std::string{key}};
}

std::optional<std::size_t> limit_of(const Request& request)
{
    const auto typed = request.query.find("limit");
    if (!typed) return app::usual_people_listed;
    std::size_t limit = 0;
    const auto [end, fault] = std::from_chars(typed->data(), typed->data() + typed->size(), limit);
    const bool is_number = fault == std::errc{} && end == typed->data() + typed->size();
    if (!is_number || limit < 1 || limit > app::most_people_listed) return std::nullopt;
    return limit;
}

}  // namespace

std::string_view bearer_token(const Request& request)
{
    if (count_of(request, "authorization") != 1) return {};
    const auto header = request.header("Authorization").value_or("");
    const auto space = header.find(' ');
    if (space == std::string_view::npos || ascii_lower(header.substr(0, space)) != "bearer") return {};
    return trim(header.substr(space));
}

Later<Response> get_openapi(Site&, const Request&)
{
    const auto assets = all_assets();
    const auto found = std::ranges::find(assets, "openapi.json", &Asset::name);
    if (found == assets.end()) throw_bug("tools/build-assets made no openapi.json");
    Response response;
    response.content_type = "application/json";
    response.body = LastingText{found->file.bytes};
    return response;
}

Later<Response> post_api_concern(Site& site, const Request& request, app::CallingSystem system)
{
    if (!is_json(request)) return not_json_problem();
    const auto key = key_of(request);
    if (!key)
        return field_problem("Idempotency-Key",
                             "Send this header once: 16 to 64 letters, digits, - or _, new for each report.");
    return app::send_report(site.app(), system, *key, request.body)
        .then([](app::Answered<app::ReportSent> sent) -> Response {
            if (!sent) return problem_of(sent.error());
            auto response = json_response(sent->json, Status::created);
            return response.with_header("Location", fmt::format("/api/v1/concerns/{}", sent->reference));
        });
}

Later<Response> get_api_concern(Site& site, const Request& request, app::CallingSystem system)
{
    const record::Reference reference{std::string{request.path_value("reference")}};
    const auto standing = app::sent_report(site.app(), system, reference);
    return standing ? json_response(*standing) : problem_of(standing.error());
}

Later<Response> get_api_people(Site& site, const Request& request, app::CallingSystem system)
{
    const auto limit = limit_of(request);
    if (!limit)
        return field_problem("limit", fmt::format("Send a number from 1 to {}.", app::most_people_listed));
    const auto listed = app::people_listed(site.app(), system, request.query.text("after"), *limit);
    return listed ? json_response(*listed) : problem_of(listed.error());
}

}  // namespace safelead::web
