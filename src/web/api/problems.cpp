#include "web/api/problems.h"

#include "app/problem.h"
#include "base/bug.h"
#include "base/overloaded.h"
#include "web/site.h"

#include <fmt/format.h>

#include <utility>
#include <variant>

namespace safelead::web {

namespace {

constexpr std::string_view fields_are_wrong = "Correct what errors says and send it again.";
constexpr std::string_view again = "Send the same again in a moment, with the same Idempotency-Key.";

Response problem(std::string_view type, std::string_view title, Status status, std::string detail,
                 std::vector<app::Problem::Wrong> errors = {})
{
    auto response = json_response(
        app::problem_json({type, title, static_cast<unsigned>(status), std::move(detail), std::move(errors)}),
        status);
    response.content_type = "application/problem+json";
    return response;
}

Response not_there()
{
    return problem("not-there", "Not there", Status::not_found,
                   "There is nothing here that this token may see: check the address and the reference.");
}

Response not_understood(std::string detail, std::vector<app::Problem::Wrong> errors = {})
{
    return problem("not-understood", "Not understood", Status::bad_request, std::move(detail),
                   std::move(errors));
}

Response fields(std::vector<app::Problem::Wrong> errors)
{
    return problem("fields", "Fields are wrong", Status::unprocessable, std::string{fields_are_wrong},
                   std::move(errors));
}

Response ours(Status status, std::string_view incident)
{
    auto detail = std::string{again};
    if (!incident.empty()) detail += fmt::format(" If it goes on, tell us the number {}.", incident);
    auto response = problem("ours", "Our fault", status, std::move(detail));
    if (status == Status::unavailable) response.with_header("Retry-After", "5");
    return response;
}

Response answer_of(const app::WrongBody& wrong)
{
    std::vector<app::Problem::Wrong> errors;
    for (const auto& field : wrong.fields) errors.push_back({field.name, field.words});
    if (wrong.why == app::WrongBody::Why::not_understood)
        return not_understood("The body is not JSON as docs/formats/api.md asks for it: correct it.",
                              std::move(errors));
    return fields(std::move(errors));
}

Response answer_of(const app::ScopeMissing& missing)
{
    const auto scope = directory::scope_name(missing.scope);
    auto response = problem(
        "scope", "Not in the token's scopes", Status::forbidden,
        fmt::format("Ask an administrator of your organisation for a token with the scope {}.", scope));
    response.with_header("WWW-Authenticate",
                         fmt::format("Bearer error=\"insufficient_scope\", scope=\"{}\"", scope));
    return response;
}

Response answer_of(record::ConcernRefusal why)
{
    using enum record::ConcernRefusal;
    switch (why) {
        case no_words:
            return field_problem("words", "Send a text that is not empty.");
        case no_child:
            return field_problem("children", "Send at least one child.");
        case text_too_long:
            return field_problem("words", "Send at most 20,000 characters.");
        case already_reported:
        case not_reported:
        case no_reason:
        case not_the_reporter:
        case in_a_case_already:
            break;
    }
    throw_bug("a report was refused for what is no matter of a report");
}

Response answer_of(const app::NotDone& why)
{
    return std::visit(
        Overloaded{
            [](const app::NotThere&) { return not_there(); },
            [](const app::NotAllowed&) { return not_there(); },
            [](const app::OtherContent&) {
                return problem(
                    "key-used", "The key was used before", Status::unprocessable,
                    "This Idempotency-Key was sent before with another report, which was kept: use "
                    "a new key for each report.");
            },
            [](record::ConcernRefusal refusal) { return answer_of(refusal); },
            [](record::ChildRefusal) { return field_problem("children", "Name each child."); },
            [](const auto&) { return ours(Status::unavailable, {}); },
        },
        why);
}

}  // namespace

bool is_api(std::string_view path)
{
    return path == "/api" || path.starts_with("/api/");
}

Response token_problem(app::TokenRefusal why)
{
    if (why == app::TokenRefusal::wait) {
        auto response = problem("too-many", "Too many wrong tokens", Status::too_many_requests,
                                "Too many wrong tokens came from this address: put the right one in and wait "
                                "a quarter of an hour.");
        return response.with_header("Retry-After", "900");
    }
    if (why == app::TokenRefusal::fast) {
        auto response = problem("too-fast", "Too many calls", Status::too_many_requests,
                                "This token was used too often in the last minute: wait a minute, and ask "
                                "less often.");
        return response.with_header("Retry-After", "60");
    }
    auto response = problem(
        "token", "No good token", Status::unauthorised,
        "Send a good token as Authorization: Bearer; an administrator of your organisation makes one on "
        "/settings/tokens.");
    return response.with_header("WWW-Authenticate", "Bearer realm=\"safelead\"");
}

Response problem_of(const app::NotAnswered& why)
{
    return std::visit([](const auto& one) { return answer_of(one); }, why);
}

Response field_problem(std::string_view field, std::string_view words)
{
    return fields({{std::string{field}, std::string{words}}});
}

Response not_json_problem()
{
    return problem("not-json", "Not JSON", Status::unsupported_media,
                   "Send JSON, uncompressed, with Content-Type: application/json; files are never taken.");
}

Response fault_answer(const Site& site, Fault fault, std::string_view incident, const Request* asked)
{
    if (asked == nullptr || !is_api(asked->path)) return site.fault(fault, incident);
    switch (fault) {
        case Fault::not_found:
            return not_there();
        case Fault::wrong_method:
            return problem("method", "Not with this method", Status::method_not_allowed,
                           "Use one of the methods that Allow names.");
        case Fault::too_large:
            return problem("too-large", "Too large", Status::too_large, "Send at most 256 kB in one report.");
        case Fault::carries_file:
        case Fault::not_a_form:
            return not_json_problem();
        case Fault::internal:
            return ours(Status::internal_error, incident);
        case Fault::unavailable:
            return ours(Status::unavailable, incident);
        default:
            // The server puts in the status that goes with the fault.
            return problem("not-understood", "Not understood", status_of(fault),
                           "The request could not be read: check how it is sent.");
    }
}

}  // namespace safelead::web
