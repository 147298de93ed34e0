#pragma once

// A school's own system, as it calls the pages' server: with a token in the header, and whatever else a test
// puts there.

#include "app/tokens.h"
#include "base/text.h"
#include "support/practice_site.h"
#include "web/forms/multipart.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace safelead::test {

inline constexpr std::string_view office_of_first_school = "office@fennimore.example";

/// By the administrator of the first school, unless said otherwise.
[[nodiscard]] inline std::string token_for(PracticeSite& site, directory::Scopes scopes,
                                           std::string system = "Register",
                                           std::chrono::days good_for = std::chrono::days{90},
                                           std::string_view by = office_of_first_school)
{
    auto& at = site.partnership();
    return wait_for(app::make_token(at.safelead(), at.actor(by), at.command(),
                                    {std::move(system), scopes, good_for}))
        .value();
}

struct Call {
    web::Method method = web::Method::get;
    std::string address;
    std::string body = {};
    std::vector<web::Header> headers = {};
};

/// As it would come over the wire: looked at before its body is read, then answered.
[[nodiscard]] inline web::Response call(PracticeSite& site, const Call& asked)
{
    web::Request request;
    request.method = asked.method;
    const auto mark = asked.address.find('?');
    request.path = asked.address.substr(0, mark);
    for (const auto part : split(std::string_view{request.path}.substr(1), '/'))
        request.segments.emplace_back(part);
    if (mark != std::string::npos)
        request.query = web::parse_urlencoded(asked.address.substr(mark + 1)).value();
    request.headers = asked.headers;
    request.body = asked.body;
    request.remote = "192.0.2.7";
    auto& answerer = site.answerer();
    const auto admitted = answerer.admit(request);
    if (const auto* refused = std::get_if<web::Refused>(&admitted)) {
        auto response = answerer.fault_page(refused->fault, "", &request);
        response.status = web::status_of(refused->fault);
        return response;
    }
    return wait_for(answerer.answer(request));
}

[[nodiscard]] inline web::Header bearer(std::string_view token)
{
    return {"Authorization", fmt::format("Bearer {}", token)};
}

[[nodiscard]] inline web::Response get_with(PracticeSite& site, std::string_view token, std::string address)
{
    return call(site, {web::Method::get, std::move(address), {}, {bearer(token)}});
}

[[nodiscard]] inline web::Response report_with(PracticeSite& site, std::string_view token, std::string body,
                                               std::string key)
{
    return call(site,
                {web::Method::post,
                 "/api/v1/concerns",
                 std::move(body),
                 {bearer(token), {"Content-Type", "application/json"}, {"Idempotency-Key", std::move(key)}}});
}

/// What stands for a member of one level in JSON that we wrote: a text or a number.
[[nodiscard]] inline std::string member(std::string_view json, std::string_view name)
{
    const auto mark = fmt::format("\"{}\":", name);
    const auto at = json.find(mark);
    if (at == std::string_view::npos) return {};
    auto rest = json.substr(at + mark.size());
    if (!rest.starts_with('"')) return std::string{rest.substr(0, rest.find_first_of(",}"))};
    rest.remove_prefix(1);
    return std::string{rest.substr(0, rest.find('"'))};
}

/// A problem of that type and status; every one is a problem by its content type.
inline void expect_problem(const web::Response& answer, std::string_view type, web::Status status)
{
    EXPECT_EQ(answer.status, status) << answer.text();
    EXPECT_EQ(answer.content_type, "application/problem+json");
    EXPECT_EQ(answer.caching, web::Caching::no_store);
    EXPECT_TRUE(answer.cookies.empty());
    EXPECT_EQ(member(answer.text(), "type"), fmt::format("/api/v1/problems/{}", type));
    EXPECT_EQ(member(answer.text(), "status"), std::to_string(static_cast<unsigned>(status)));
    EXPECT_FALSE(member(answer.text(), "title").empty());
    EXPECT_TRUE(member(answer.text(), "detail").ends_with("."));
}

[[nodiscard]] inline std::string header_of(const web::Response& answer, std::string_view name)
{
    for (const auto& header : answer.headers)
        if (header.name == name) return header.value;
    return {};
}

}  // namespace safelead::test
