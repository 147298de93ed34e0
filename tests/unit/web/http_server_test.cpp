#include "unit/web/http_support.h"

namespace safelead::web {
namespace {

using testing::HasSubstr;
using testing::Not;

Later<Response> echo(const Request& request)
{
    std::string text = std::string{method_name(request.method)} + ' ' + request.path + '\n';
    for (const Field& field : request.query.in_order())
        text += "query " + field.name + '=' + field.value + '\n';
    for (const Field& field : request.form.in_order())
        text += "form " + field.name + '=' + field.value + '\n';
    if (!request.body.empty()) text += "body " + request.body + '\n';
    return text_response(text);
}

TEST(Server, AnswersOneRequestAfterAnotherOnOneConnection)
{
    Served served;
    served.answerer.say = echo;
    Visitor visitor = served.start().visit();

    EXPECT_EQ(visitor.send(get("/now?a=1")).receive().body, "GET /now\nquery a=1\n");
    EXPECT_EQ(visitor.send(get("/law")).receive().body, "GET /law\n");
    EXPECT_EQ(served.server->open_connections(), 1U);
}

TEST(Server, AnswersRequestsThatCameTogetherInTheirOrder)
{
    Served served;
    served.answerer.say = echo;
    Visitor visitor = served.start().visit();
    visitor.send(get("/1") + post(form_type, "a=2") + get("/3"));

    EXPECT_EQ(visitor.receive().body, "GET /1\n");
    EXPECT_EQ(visitor.receive().body, "POST /form\nform a=2\n");
    EXPECT_EQ(visitor.receive().body, "GET /3\n");
}

TEST(Server, ReadsARequestThatComesByteByByte)
{
    Served served;
    served.answerer.say = echo;
    Visitor visitor = served.start().visit();
    for (const char c : post(form_type, "said=hello")) visitor.send({&c, 1});
    EXPECT_EQ(visitor.receive().body, "POST /form\nform said=hello\n");
}

TEST(Server, ReadsAChunkedBody)
{
    Served served;
    served.answerer.say = echo;
    Visitor visitor = served.start().visit();
    visitor.send(
        "POST /form HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        "Transfer-Encoding: chunked\r\n\r\n4\r\na=1&\r\n3;x=y\r\nb=2\r\n0\r\nX-Sum: 9\r\n\r\n");
    EXPECT_EQ(visitor.receive().body, "POST /form\nform a=1\nform b=2\n");
    EXPECT_EQ(visitor.send(get("/next")).receive().body, "GET /next\n");
}

TEST(Server, ReadsAMultipartForm)
{
    Served served;
    served.answerer.say = echo;
    Visitor visitor = served.start().visit();
    visitor.send(post("multipart/form-data; boundary=b",
                      "--b\r\nContent-Disposition: form-data; name=\"said\"\r\n\r\nhello\r\n--b--\r\n"));
    EXPECT_EQ(visitor.receive().body, "POST /form\nform said=hello\n");
}

TEST(Server, RefusesAFileAndStaysToSaySo)
{
    Served served;
    Visitor visitor = served.start().visit();
    const std::string file(3 * ordinary_body, '\xFF');
    visitor.send(post("multipart/form-data; boundary=b",
                      "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f.bin\"\r\n\r\n" + file +
                          "\r\n--b--\r\n"));

    const Answer answer = visitor.receive();

    EXPECT_EQ(answer.status, 415);
    EXPECT_EQ(answer.body, "<p>fault " + std::to_string(static_cast<int>(Fault::carries_file)) + ' ');
    EXPECT_EQ(visitor.send(get("/now")).receive().status, 200) << "the same connection goes on";
}

TEST(Server, TakesAnyBodyForARawRoute)
{
    Served served;
    served.answerer.say = echo;
    served.answerer.admission = BodyRule{BodyKind::raw, 100};
    Visitor visitor = served.start().visit();
    EXPECT_EQ(visitor.send(post("application/json", "{}")).receive().body, "POST /form\nbody {}\n");
    EXPECT_EQ(visitor.send(post(form_type, "a=1")).receive().body, "POST /form\nbody a=1\n");
}

TEST(Server, WantsAFormWhereAFormBelongs)
{
    Served served;
    served.start();
    EXPECT_EQ(served.visit().send(post("application/json", "{}")).receive().status, 415);
    EXPECT_EQ(served.visit().send(post("text/plain", "a=1")).receive().status, 415);
    EXPECT_EQ(served.visit().send(post(form_type, "a=1", "Content-Encoding: gzip\r\n")).receive().status,
              415);
    EXPECT_EQ(served.visit().send(post(form_type, "a=%FF")).receive().status, 400);
    EXPECT_EQ(
        served.visit().send("POST /form HTTP/1.1\r\nHost: h\r\nContent-Length: 0\r\n\r\n").receive().status,
        200)
        << "an empty form is one";
    EXPECT_EQ(served.visit().send("GET / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\n\r\nx").receive().status,
              400);
}

TEST(Server, AnswersHeadWithTheHeadOnly)
{
    Served served;
    Visitor visitor = served.start().visit();
    visitor.send("HEAD /now HTTP/1.1\r\nHost: h\r\n\r\n" + get("/now"));

    const Answer head = visitor.receive(Carries::head_only);

    EXPECT_THAT(head.head, HasSubstr("Content-Length: 4\r\n"));
    EXPECT_EQ(visitor.receive().body, "here");
}

TEST(Server, TellsThoseWhoAskToGoOn)
{
    Served served;
    served.answerer.say = echo;
    Visitor visitor = served.start().visit();
    visitor.send(
        "POST /form HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        "Content-Length: 3\r\nExpect: 100-continue\r\n\r\n");
    EXPECT_EQ(visitor.receive().status, 100);
    EXPECT_EQ(visitor.send("a=1").receive().body, "POST /form\nform a=1\n");
}

TEST(Server, RefusesBeforeItSaysGoOn)
{
    Served served;
    served.answerer.admission = Refused{Fault::wrong_method, {{"Allow", "GET, HEAD"}}};
    Visitor visitor = served.start().visit();
    visitor.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");

    const Answer answer = visitor.receive();

    EXPECT_EQ(answer.status, 405);
    EXPECT_THAT(answer.head, HasSubstr("\r\nAllow: GET, HEAD\r\n"));
    visitor.end_sending();
    EXPECT_TRUE(visitor.is_closed_by_server());
}

TEST(Server, KeepsTheConnectionAfterAnUnknownAddress)
{
    Served served;
    served.answerer.admission = Refused{Fault::not_found, {}};
    Visitor visitor = served.start().visit();
    EXPECT_EQ(visitor.send(get("/nowhere")).receive().status, 404);
    EXPECT_EQ(visitor.send(get("/nowhere")).receive().status, 404);
}

TEST(Server, ClosesWhenItIsAskedTo)
{
    Served served;
    served.start();
    Visitor polite = served.visit();
    polite.send("GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
    EXPECT_THAT(polite.receive().head, HasSubstr("Connection: close"));
    EXPECT_TRUE(polite.is_closed_by_server());

    Visitor old = served.visit();
    EXPECT_EQ(old.send("GET / HTTP/1.0\r\n\r\n").receive().status, 200);
    EXPECT_TRUE(old.is_closed_by_server());
}

TEST(Server, RefusesGarbageAndWhatCouldBeReadInTwoWays)
{
    Served served;
    served.start();
    for (const std::string& bad : std::vector<std::string>{
             "\x16\x03\x01\x02\r\n\r\n", "garbage\r\n\r\n", "GET /\r\n\r\n", "GET / HTTP/2.0\r\n\r\n",
             "GET / HTTP/1.1\r\n\r\n", "GET / HTTP/1.1\r\nHost: h\r\nBad Header: x\r\n\r\n",
             "GET / HTTP/1.1\r\nHost : h\r\n\r\n", "GET / HTTP/1.1\r\nHost: h\r\nHost: i\r\n\r\n",
             "GET http://other.example/ HTTP/1.1\r\nHost: h\r\n\r\n", "GET /%00 HTTP/1.1\r\nHost: h\r\n\r\n",
             "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
             "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n",
             "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
             "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab",
             "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: -1\r\n\r\n",
             "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 99999999999999999999999\r\n\r\n",
             "POST / HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\n"
             "Transfer-Encoding: chunked\r\n\r\nzz\r\n",
             "POST / HTTP/1.1\r\nHost: h\r\nContent-Type: application/x-www-form-urlencoded\r\n"
             "Transfer-Encoding: chunked\r\n\r\n0\r\nContent-Length: 9\r\n\r\n"}) {
        Visitor visitor = served.visit();
        visitor.send(bad);
        EXPECT_EQ(visitor.receive().status, 400) << bad;
        visitor.end_sending();
        EXPECT_TRUE(visitor.is_closed_by_server()) << bad;
    }
    EXPECT_EQ(served.visit().send("BREW / HTTP/1.1\r\nHost: h\r\n\r\n").receive().status, 501);
    EXPECT_EQ(served.visit().send(get("/")).receive().status, 200) << "nobody else noticed";
}

TEST(Server, AnswersOnlyToItsNames)
{
    Served served{[](ServerOptions& options) { options.host_names = {"safelead.example"}; }};
    served.start();
    EXPECT_EQ(served.visit().send(get("/")).receive().status, 200);
    EXPECT_EQ(served.visit().send("GET / HTTP/1.1\r\nHost: other.example\r\n\r\n").receive().status, 421);
}

TEST(Server, TellsItsHandlersWhoAsks)
{
    Served served{[](ServerOptions& options) { options.front = Front::tls_proxy; }};
    served.answerer.say = [](const Request& request) {
        return text_response(request.remote + (request.is_https() ? " https " : " http ") +
                             std::to_string(request.id.text().size()));
    };
    Visitor visitor = served.start().visit();
    EXPECT_EQ(visitor.send(get("/")).receive().body, "127.0.0.1 https 16");
    visitor.send("GET / HTTP/1.1\r\nHost: h\r\nX-Forwarded-For: 198.51.100.7\r\n\r\n");
    EXPECT_EQ(visitor.receive().body, "198.51.100.7 https 16");
}

TEST(Server, LogsTheRouteAndNeverTheAddress)
{
    Served served;
    served.start().visit().send(get("/cases/A-name?q=A-name")).receive();
    served.server->stop(std::chrono::seconds{1});

    EXPECT_THAT(served.logged, HasSubstr("\"event\":\"request\",\"status\":200,"));
    EXPECT_THAT(served.logged, HasSubstr("\"method\":\"GET\",\"route\":\"/any\""));
    EXPECT_THAT(served.logged, Not(HasSubstr("A-name")));
    EXPECT_THAT(served.logged, Not(HasSubstr("127.0.0.1")));
}

TEST(Server, SendsALongAnswerWhole)
{
    Served served;
    const std::string whole(5'000'000, 'x');
    served.answerer.say = [&](const Request&) { return text_response(whole); };
    EXPECT_EQ(served.start().visit().send(get("/")).receive().body, whole);
}

TEST(Server, SendsBytesThatLast)
{
    Served served;
    served.answerer.say = [](const Request&) {
        Response response;
        response.body = LastingText{"lasting"};
        return response;
    };
    EXPECT_EQ(served.start().visit().send(get("/")).receive().body, "lasting");
}

TEST(Server, RefusesAnAddressThatIsTakenOrNone)
{
    Served served;
    served.start();
    Served second{
        [&](ServerOptions& options) { options.listen = TcpAddress{"127.0.0.1", served.server->port()}; }};
    EXPECT_THROW(second.start(), Unavailable);
    Served third{[](ServerOptions& options) { options.listen = TcpAddress{"nowhere", 0}; }};
    EXPECT_THROW(third.start(), Unavailable);
}

}  // namespace
}  // namespace safelead::web
