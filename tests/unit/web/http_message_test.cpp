#include "base/unavailable.h"
#include "web/http/cookies.h"
#include "web/http/fixed_file.h"
#include "web/http/log.h"
#include "web/http/make_request.h"
#include "web/http/target.h"
#include "web/http/write_head.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace safelead::web {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

TEST(Target, IsDecodedSegmentBySegment)
{
    const Target target = parse_target("/children/%C5%BB%2F7?q=a+b&sort=%26").value();

    EXPECT_EQ(target.path, "/children/%C5%BB%2F7");
    EXPECT_THAT(target.segments, ElementsAre("children", "Ż/7"));
    EXPECT_THAT(target.query.in_order(), ElementsAre(Field{"q", "a b"}, Field{"sort", "&"}));
}

TEST(Target, KeepsEmptyAndDottedSegmentsAsTheyAre)
{
    EXPECT_TRUE(parse_target("/").value().segments.empty());
    EXPECT_THAT(parse_target("/cases/").value().segments, ElementsAre("cases", ""));
    EXPECT_THAT(parse_target("/a/../b").value().segments, ElementsAre("a", "..", "b"));
    EXPECT_THAT(parse_target("/a/%2e%2e/b").value().segments, ElementsAre("a", "..", "b"));
    EXPECT_THAT(parse_target("//a").value().segments, ElementsAre("", "a"));
}

TEST(Target, RefusesWhatIsNotAnAddressOfOurs)
{
    for (const char* bad :
         {"", "cases", "http://other.example/", "*", "/%00", "/%0d%0a", "/%FF", "/%C0%AF", "/%4", "/a?b=%00",
          "/a?b=%FF", "/a b", "/\x7f", "/%1f", "/\xC5\xBB", "other.example:443"}) {
        EXPECT_FALSE(parse_target(bad).has_value()) << bad;
    }
}

TEST(Cookies, AreReadLeavingOutWhatIsBroken)
{
    EXPECT_THAT(parse_cookies("a=1; b=\"2\";; =x; c; d=e=f; bad name=1; g=\x01; h=ok", 50),
                ElementsAre(Field{"a", "1"}, Field{"b", "2"}, Field{"d", "e=f"}, Field{"h", "ok"}));
    EXPECT_EQ(parse_cookies("a=1; b=2; c=3", 2).size(), 2U);
    EXPECT_TRUE(parse_cookies("a=" + std::string(5000, 'x'), 50).empty());
}

TEST(Cookies, AreSetForUsAlone)
{
    const SetCookie cookie{"session", "abc", std::nullopt, SetCookie::SameSite::strict};
    EXPECT_EQ(to_header(cookie, Scheme::https),
              "__Host-session=abc; Path=/; HttpOnly; SameSite=Strict; Secure");
    EXPECT_EQ(to_header(cookie, Scheme::http), "session=abc; Path=/; HttpOnly; SameSite=Strict");
    EXPECT_THAT(to_header({"s", "", std::chrono::seconds{0}, SetCookie::SameSite::lax}, Scheme::http),
                HasSubstr("SameSite=Lax; Max-Age=0"));
    EXPECT_THROW((void)to_header({"s", "a;b", std::nullopt, SetCookie::SameSite::lax}, Scheme::http), Bug);
    EXPECT_THROW((void)to_header({"s\r\n", "a", std::nullopt, SetCookie::SameSite::lax}, Scheme::http), Bug);
}

TEST(OwnCookie, IsReadUnderTheNameOfItsScheme)
{
    Request request;
    request.cookies = {{"session", "planted"}, {"__Host-session", "real"}};
    request.scheme = Scheme::https;
    EXPECT_EQ(own_cookie(request, "session"), "real");
    request.cookies.pop_back();
    EXPECT_EQ(own_cookie(request, "session"), std::nullopt) << "a neighbour host cannot plant one";
}

RequestHead head_with(std::vector<Header> headers, std::string method = "GET")
{
    headers.insert(headers.begin(), {"Host", "safelead.example"});
    return {std::move(method), "/now", std::move(headers), 11};
}

TEST(MakeRequest, RefusesAHeadThatCanBeReadInTwoWays)
{
    for (const std::vector<Header>& headers : std::vector<std::vector<Header>>{
             {{"Content-Length", "5"}, {"Transfer-Encoding", "chunked"}},
             {{"Content-Length", "5"}, {"Content-Length", "6"}},
             {{"Content-Length", "5"}, {"content-length", "5"}},
             {{"Content-Length", "5, 5"}},
             {{"Content-Length", "+5"}},
             {{"Transfer-Encoding", "gzip, chunked"}},
             {{"Transfer-Encoding", "identity"}},
             {{"Transfer-Encoding", "chunked"}, {"Transfer-Encoding", "chunked"}},
             {{"Host", "other.example"}}}) {
        EXPECT_EQ(make_request(head_with(headers), {}, {}).error(), Fault::bad_request) << headers[0].name;
    }
    EXPECT_EQ(make_request({"GET", "/", {}, 11}, {}, {}).error(), Fault::bad_request) << "no host";
    EXPECT_EQ(make_request({"GET", "/", {{"Transfer-Encoding", "chunked"}}, 10}, {}, {}).error(),
              Fault::bad_request);
    EXPECT_TRUE(make_request(head_with({{"Transfer-Encoding", "Chunked"}}, "POST"), {}, {}).has_value());
}

TEST(MakeRequest, KnowsItsMethods)
{
    EXPECT_EQ(make_request(head_with({}, "DELETE"), {}, {}).value().method, Method::erase);
    EXPECT_EQ(make_request(head_with({}, "get"), {}, {}).error(), Fault::not_implemented);
    EXPECT_EQ(make_request(head_with({}, "TRACE"), {}, {}).error(), Fault::not_implemented);
}

TEST(MakeRequest, AnswersOnlyToOurOwnNames)
{
    const std::vector<std::string> names{"Safelead.example", "[::1]"};
    Asker asker;
    asker.host_names = &names;
    const auto ask = [&](std::string host) {
        return make_request({"GET", "/", {{"Host", std::move(host)}}, 11}, asker, {}).has_value();
    };
    EXPECT_TRUE(ask("safelead.example"));
    EXPECT_TRUE(ask("SAFELEAD.example:8080"));
    EXPECT_TRUE(ask("[::1]:8080"));
    EXPECT_FALSE(ask("other.example"));
    EXPECT_FALSE(ask("safelead.example.other.example"));
    EXPECT_FALSE(ask(""));
}

TEST(MakeRequest, BelievesOnlyItsOwnProxy)
{
    const auto remote = [](bool is_trusted, const char* forwarded) {
        Asker asker;
        asker.remote = "192.0.2.1";
        asker.is_trusted_proxy = is_trusted;
        return make_request(head_with({{"X-Forwarded-For", forwarded}}), asker, {}).value().remote;
    };
    EXPECT_EQ(remote(false, "198.51.100.7"), "192.0.2.1");
    EXPECT_EQ(remote(true, "203.0.113.9, 198.51.100.7"), "198.51.100.7");
    EXPECT_EQ(remote(true, "<script>"), "192.0.2.1");
}

TEST(WriteHead, PutsTheSecurityHeadersOnEverything)
{
    const std::string head = write_head(html_response("<p>"), Scheme::http, After::keep_alive, "now");

    EXPECT_THAT(head, StartsWith("HTTP/1.1 200 OK\r\nDate: now\r\n"));
    EXPECT_THAT(head, HasSubstr("\r\nContent-Security-Policy: default-src 'none'; style-src 'self';"));
    EXPECT_THAT(head, HasSubstr("frame-ancestors 'none'"));
    EXPECT_THAT(head, Not(HasSubstr("unsafe")));
    EXPECT_THAT(head, HasSubstr("\r\nX-Content-Type-Options: nosniff\r\n"));
    EXPECT_THAT(head, HasSubstr("\r\nReferrer-Policy: no-referrer\r\n"));
    EXPECT_THAT(head, HasSubstr("\r\nX-Frame-Options: DENY\r\n"));
    EXPECT_THAT(head, HasSubstr("\r\nCross-Origin-Opener-Policy: same-origin\r\n"));
    EXPECT_THAT(head, HasSubstr("\r\nCross-Origin-Resource-Policy: same-origin\r\n"));
    EXPECT_THAT(head, HasSubstr("\r\nPermissions-Policy: camera=()"));
    EXPECT_THAT(head, HasSubstr("\r\nCache-Control: no-store\r\n"));
    EXPECT_THAT(head, HasSubstr("\r\nContent-Length: 3\r\n"));
    EXPECT_THAT(head, Not(HasSubstr("Strict-Transport-Security")));
    EXPECT_THAT(head, Not(HasSubstr("Connection:")));
    EXPECT_TRUE(head.ends_with("\r\n\r\n"));
}

TEST(WriteHead, AsksForHttpsOnlyOverHttps)
{
    EXPECT_THAT(write_head({}, Scheme::https, After::close, ""),
                HasSubstr("Strict-Transport-Security: max-age="));
    EXPECT_THAT(write_head({}, Scheme::https, After::close, ""), HasSubstr("\r\nConnection: close\r\n"));
}

TEST(WriteHead, LetsNoHeaderBeSmuggledIn)
{
    EXPECT_THROW((void)write_head(Response{}.with_header("A", "b\r\nC: d"), Scheme::http, After::close, ""),
                 Bug);
    EXPECT_THROW((void)write_head(Response{}.with_header("A: b", "c"), Scheme::http, After::close, ""), Bug);
    EXPECT_THROW((void)write_head(Response{}.with_header("", "c"), Scheme::http, After::close, ""), Bug);
}

TEST(SeeOther, LeadsOnlyToOurOwnPages)
{
    EXPECT_EQ(see_other("/cases/7?saved=1").headers.at(0).value, "/cases/7?saved=1");
    for (const char* bad :
         {"", "cases", "//other.example", "/\\other.example", "https://other.example", "/a\r\nb"}) {
        EXPECT_THROW((void)see_other(bad), Bug) << bad;
    }
}

constexpr FixedFile sheet{"safelead-1f2e.css", "text/css", "body { }", "(gz)"};

Response ask_for_sheet(std::vector<Header> headers)
{
    Request request;
    request.headers = std::move(headers);
    return file_response(request, sheet);
}

TEST(FixedFile, IsCompressedForWhoeverTakesThat)
{
    EXPECT_EQ(ask_for_sheet({}).text(), "body { }");
    EXPECT_EQ(ask_for_sheet({{"Accept-Encoding", "br, GZIP;q=0.5"}}).text(), "(gz)");
    EXPECT_EQ(ask_for_sheet({{"Accept-Encoding", "gzip;q=0"}}).text(), "body { }");
    EXPECT_EQ(ask_for_sheet({}).caching, Caching::for_ever);
}

TEST(FixedFile, IsNotSentAgain)
{
    const Response again = ask_for_sheet({{"If-None-Match", "\"x\", \"safelead-1f2e.css\""}});
    EXPECT_EQ(again.status, Status::not_modified);
    EXPECT_EQ(again.text(), "");
    EXPECT_EQ(ask_for_sheet({{"If-None-Match", "\"safelead-1f2e.css\""}, {"Accept-Encoding", "gzip"}}).status,
              Status::ok)
        << "what it has is the other form";
}

TEST(Log, WritesOneObjectToALine)
{
    std::string written;
    Log log{[&](std::string_view lines) { written += lines; }};
    log.write(Log::line(Severity::note, "request")
                  .with("status", 200U)
                  .with("ms", std::chrono::microseconds{1234})
                  .with("method", Method::post)
                  .with_route("/cases/{ref}")
                  .with("id", RequestId{"00ff"}));
    log.flush();

    EXPECT_THAT(written, StartsWith("{\"at\":\"20"));
    EXPECT_THAT(written, HasSubstr("\"severity\":\"note\",\"event\":\"request\",\"status\":200,\"ms\":1.234,"
                                   "\"method\":\"POST\",\"route\":\"/cases/{ref}\",\"id\":\"00ff\"}\n"));
}

TEST(Log, RepeatsNoWordsOfAStrangeException)
{
    std::string written;
    Log log{[&](std::string_view lines) { written += lines; }};
    log.write(Log::line(Severity::error, "incident").with_cause(std::runtime_error{"A name"}));
    log.write(
        Log::line(Severity::error, "incident").with_cause(Unavailable{"The disk is full; free some of it."}));

    EXPECT_THAT(written, Not(HasSubstr("A name")));
    EXPECT_THAT(written, HasSubstr("The disk is full"));
}

// What must not compile: a name, a typed word, the id of a person.
template <class Value>
concept Loggable = requires(LogLine line, Value value) { line.with("name", value); };
static_assert(Loggable<int> && Loggable<RequestId>);
static_assert(!Loggable<std::string> && !Loggable<std::string_view> && !Loggable<const char*>);
static_assert(!Loggable<bool> && !Loggable<Id<struct PersonKind>>);

}  // namespace
}  // namespace safelead::web
