#include "web/http/answerer.h"
#include "web/http/router.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace safelead::web {
namespace {

using testing::ElementsAre;

/// The router passes the Site on and never looks at it, so a number will do.
int seen = 0;
Site& site = reinterpret_cast<Site&>(seen);

Later<Response> say_route(Site& given, const Request& request)
{
    ++reinterpret_cast<int&>(given);
    return html_response(std::string{request.route});
}

constexpr std::array routes{
    Route{Method::get, "/", say_route},
    Route{Method::get, "/cases", say_route},
    Route{Method::get, "/cases/new", say_route},
    Route{Method::get, "/cases/{ref}", say_route},
    Route{Method::post, "/cases/{ref}", say_route},
    Route{Method::get, "/cases/{ref}/people/{person}", say_route, BodyKind::form, 10},
    Route{Method::get, "/{page}/new", say_route},
};

RouteMatch match_path(Method method, std::vector<std::string> segments)
{
    return match(routes, method, segments);
}

std::string_view found(Method method, std::vector<std::string> segments)
{
    const auto matched = match_path(method, std::move(segments));
    const auto* route = std::get_if<RouteFound>(&matched);
    return route == nullptr ? "" : route->route->pattern;
}

TEST(Router, FindsTheRouteOfAnAddress)
{
    EXPECT_EQ(found(Method::get, {}), "/");
    EXPECT_EQ(found(Method::get, {"cases"}), "/cases");
    EXPECT_EQ(found(Method::get, {"cases", "7"}), "/cases/{ref}");
    EXPECT_EQ(found(Method::post, {"cases", "7"}), "/cases/{ref}");
}

TEST(Router, PrefersFixedWordsFromTheLeft)
{
    EXPECT_EQ(found(Method::get, {"cases", "new"}), "/cases/new");
    EXPECT_EQ(found(Method::get, {"guides", "new"}), "/{page}/new");
}

TEST(Router, GivesWhatStoodInTheBraces)
{
    const auto matched = match_path(Method::get, {"cases", "LS-7", "people", "p 1"});
    EXPECT_THAT(std::get<RouteFound>(matched).path_values,
                ElementsAre(Field{"ref", "LS-7"}, Field{"person", "p 1"}));
}

TEST(Router, KnowsNoAddressButItsOwn)
{
    for (const auto& segments : std::vector<std::vector<std::string>>{{"case"},
                                                                      {"cases", ""},
                                                                      {"", "cases"},
                                                                      {"cases", ".."},
                                                                      {"cases", "."},
                                                                      {"cases", "7", "people"},
                                                                      {"cases", "..", "people", "p"},
                                                                      {"CASES"},
                                                                      {""}}) {
        EXPECT_TRUE(std::holds_alternative<RouteUnknown>(match_path(Method::get, segments)));
    }
}

TEST(Router, SaysWhichMethodsAnAddressHas)
{
    EXPECT_THAT(std::get<WrongMethod>(match_path(Method::erase, {"cases", "7"})).allowed,
                ElementsAre(Method::get, Method::head, Method::post));
    EXPECT_THAT(std::get<WrongMethod>(match_path(Method::post, {"cases", "new"})).allowed,
                ElementsAre(Method::get, Method::head))
        << "a post to /cases/new is not one to the case \"new\"";
}

TEST(Router, AnswersHeadWithGet)
{
    EXPECT_EQ(found(Method::head, {"cases", "new"}), "/cases/new");
}

TEST(Router, SeesRoutesThatOverlap)
{
    const Route one{Method::get, "/a/{x}", say_route};
    EXPECT_TRUE(overlap(one, {Method::get, "/a/{y}", say_route}));
    EXPECT_FALSE(overlap(one, {Method::post, "/a/{y}", say_route}));
    EXPECT_FALSE(overlap(one, {Method::get, "/a/b", say_route})) << "the plainer one wins";
    EXPECT_FALSE(overlap(one, {Method::get, "/b/{x}", say_route}));
    EXPECT_FALSE(overlap(one, {Method::get, "/a", say_route}));
}

TEST(Router, KnowsAWellFormedPattern)
{
    for (const char* good : {"/", "/a", "/{a}", "/a/{b}/c"}) EXPECT_TRUE(is_well_formed(good)) << good;
    for (const char* bad : {"", "a", "/a/", "//", "/{}", "/a{b}", "/{a", "/{a}/{a}"}) {
        EXPECT_FALSE(is_well_formed(bad)) << bad;
    }
}

TEST(RoutedAnswerer, AdmitsAndAnswersFromItsTable)
{
    RoutedAnswerer answerer{site, routes, [](Fault, std::string_view, const Request*) { return Response{}; }};
    seen = 0;
    Request request;
    request.segments = {"cases", "7", "people", "p"};

    const auto admission = answerer.admit(request);

    EXPECT_EQ(std::get<BodyRule>(admission).limit, 10U);
    EXPECT_EQ(request.route, "/cases/{ref}/people/{person}");
    EXPECT_EQ(request.path_value("person"), "p");
    EXPECT_THROW((void)request.path_value("other"), Bug);
    EXPECT_EQ(answerer.answer(request).is_ready(), true);
    EXPECT_EQ(seen, 1);
}

TEST(RoutedAnswerer, RefusesAWrongMethodWithAllow)
{
    RoutedAnswerer answerer{site, routes, [](Fault, std::string_view, const Request*) { return Response{}; }};
    Request request;
    request.method = Method::put;
    request.segments = {"cases", "7"};

    const auto admission = answerer.admit(request);

    const auto& refused = std::get<Refused>(admission);
    EXPECT_EQ(refused.fault, Fault::wrong_method);
    EXPECT_EQ(refused.headers.at(0).value, "GET, HEAD, POST");
}

}  // namespace
}  // namespace safelead::web
