#include "unit/web/http_support.h"

#include <atomic>

namespace safelead::web {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// Everything is far away but what a test brings near. What is refused lingers for long enough that a visitor
/// whom a busy machine holds up still reads why.
Served with_limits(std::function<void(Limits&)> choose)
{
    return Served{[&](ServerOptions& options) {
        options.limits.linger_time = seconds{2};
        choose(options.limits);
    }};
}

int status_of_answer(const Served& served, std::string_view bytes)
{
    return served.visit().send(bytes).receive().status;
}

std::string with_header(std::string_view name, std::size_t length)
{
    return "GET / HTTP/1.1\r\nHost: h\r\n" + std::string{name} + ": " + std::string(length, 'x') + "\r\n\r\n";
}

TEST(Limits, BoundTheTarget)
{
    Served served = with_limits([](Limits& limits) { limits.target = 50; });
    served.start();
    EXPECT_EQ(status_of_answer(served, get('/' + std::string(49, 'a'))), 200);
    EXPECT_EQ(status_of_answer(served, get('/' + std::string(50, 'a'))), 414);
    EXPECT_EQ(status_of_answer(served, get('/' + std::string(100'000, 'a'))), 414);
    EXPECT_EQ(status_of_answer(served, "GET /" + std::string(20'000, 'a')), 414) << "a line without an end";
}

TEST(Limits, BoundTheHeaders)
{
    Served served = with_limits([](Limits& limits) {
        limits.header = 1000;
        limits.target = 100;
    });
    served.start();
    EXPECT_EQ(status_of_answer(served, with_header("A", 900)), 200);
    EXPECT_EQ(status_of_answer(served, with_header("A", 1100)), 431);
    EXPECT_EQ(status_of_answer(served, with_header("A", 100'000)), 431);
    EXPECT_EQ(status_of_answer(served, "GET / HTTP/1.1\r\nA: " + std::string(20'000, 'x')), 431);
}

TEST(Limits, BoundHeadersThatComeOneByOne)
{
    Served served = with_limits([](Limits& limits) {
        limits.header = 1000;
        limits.target = 100;
        limits.header_count = 1'000'000;
    });
    Visitor visitor = served.start().visit();
    visitor.send("GET / HTTP/1.1\r\nHost: h\r\n");
    for (int i = 0; i < 200; ++i) visitor.send("A: b\r\nC: d\r\n");
    EXPECT_EQ(visitor.receive().status, 431);
}

TEST(Limits, BoundTheNumberOfHeaders)
{
    Served served = with_limits([](Limits& limits) { limits.header_count = 3; });
    served.start();
    EXPECT_EQ(status_of_answer(served, "GET / HTTP/1.1\r\nHost: h\r\nA: 1\r\nB: 2\r\n\r\n"), 200);
    EXPECT_EQ(status_of_answer(served, "GET / HTTP/1.1\r\nHost: h\r\nA: 1\r\nB: 2\r\nC: 3\r\n\r\n"), 431);
}

TEST(Limits, BoundTheBodyOfARoute)
{
    Served served = with_limits([](Limits&) {});
    served.answerer.admission = BodyRule{BodyKind::form, 10};
    served.start();
    EXPECT_EQ(status_of_answer(served, post(form_type, "a=34567890")), 200);
    EXPECT_EQ(status_of_answer(served, post(form_type, "a=345678901")), 413);
    EXPECT_EQ(
        status_of_answer(served, "POST / HTTP/1.1\r\nHost: h\r\nContent-Type: " + std::string{form_type} +
                                     "\r\nContent-Length: 99999999999\r\n\r\n"),
        413);
    EXPECT_EQ(
        status_of_answer(served, "POST / HTTP/1.1\r\nHost: h\r\nContent-Type: " + std::string{form_type} +
                                     "\r\nTransfer-Encoding: chunked\r\n\r\n5\r\na=345\r\n6\r\n678901\r\n"),
        413);
}

TEST(Limits, BoundTheWordsOfAMultipartForm)
{
    Served served = with_limits([](Limits&) {});
    served.answerer.admission = BodyRule{BodyKind::form, 200};
    served.start();
    const auto form = [](std::size_t length) {
        return post("multipart/form-data; boundary=b",
                    "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n" + std::string(length, 'x') +
                        "\r\n--b--");
    };
    EXPECT_EQ(status_of_answer(served, form(100)), 200);
    EXPECT_EQ(status_of_answer(served, form(10'000)), 413);
}

TEST(Limits, BoundTheFileThatIsReadPast)
{
    Served served = with_limits([](Limits& limits) { limits.dropped_file = 10'000; });
    served.start();
    const std::string start = "--b\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n";
    EXPECT_EQ(
        status_of_answer(served, post("multipart/form-data; boundary=b", start + std::string(900'000, 'x'))),
        415);
    EXPECT_EQ(
        status_of_answer(served,
                         "POST / HTTP/1.1\r\nHost: h\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                         "Content-Length: 99999999999\r\n\r\n"),
        415)
        << "and it isn't waited for";
}

TEST(Limits, EndASlowHead)
{
    Served served = with_limits([](Limits& limits) { limits.header_time = milliseconds{40}; });
    Visitor visitor = served.start().visit();
    visitor.send("GET / HTTP/1.1\r\nHost: h\r\n");
    EXPECT_EQ(visitor.receive().status, 408);
    EXPECT_TRUE(visitor.is_closed_by_server());
}

TEST(Limits, EndAHeadThatComesDripByDrip)
{
    Served served = with_limits([](Limits& limits) { limits.header_time = milliseconds{40}; });
    Visitor visitor = served.start().visit();
    visitor.send("GET / HTTP/1.1\r\n");
    std::jthread dripping{[&](const std::stop_token& enough) {
        while (!enough.stop_requested()) visitor.send("A: b\r\n");
    }};
    // The headers would be too large in the end; either way the connection does not last.
    const int status = visitor.receive().status;
    EXPECT_TRUE(status == 408 || status == 431) << status;
}

TEST(Limits, EndASlowBody)
{
    Served served = with_limits([](Limits& limits) { limits.body_time = milliseconds{40}; });
    Visitor visitor = served.start().visit();
    visitor.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Type: " + std::string{form_type} +
                 "\r\nContent-Length: 10\r\n\r\na=1");
    EXPECT_EQ(visitor.receive().status, 408);
    EXPECT_TRUE(visitor.is_closed_by_server());
}

TEST(Limits, EndAnIdleConnectionWithoutAWord)
{
    // Long enough that nobody is held to be idle who only waits for a processor.
    Served served = with_limits([](Limits& limits) { limits.idle_time = std::chrono::seconds{3}; });
    Visitor silent = served.start().visit();
    Visitor visitor = served.visit();
    EXPECT_EQ(visitor.send(get("/")).receive().status, 200);
    EXPECT_TRUE(visitor.is_closed_by_server());
    EXPECT_TRUE(silent.is_closed_by_server());
}

TEST(Limits, EndAnAnswerThatNobodyReads)
{
    Served served = with_limits([](Limits& limits) { limits.write_time = milliseconds{40}; });
    std::atomic<bool> is_asked = false;
    served.answerer.say = [&](const Request&) {
        is_asked = true;
        return text_response(std::string(50'000'000, 'x'));
    };
    Visitor visitor = served.start().visit();
    visitor.send(get("/"));
    // Not for the connection itself: that may come and go between two looks.
    while (!is_asked) std::this_thread::yield();
    while (served.server->open_connections() != 0) std::this_thread::yield();
}

TEST(Limits, EndALingeringConnection)
{
    Served served = with_limits([](Limits& limits) { limits.linger_time = seconds{1}; });
    Visitor visitor = served.start().visit();
    EXPECT_EQ(visitor.send("garbage\r\n\r\n").receive().status, 400);
    EXPECT_TRUE(visitor.is_closed_by_server()) << "though we have not closed our side";
}

TEST(Limits, EndALingeringConnectionThatGoesOnSending)
{
    Served served = with_limits([](Limits& limits) { limits.linger_time = seconds{1}; });
    Visitor visitor = served.start().visit();
    // Before it can be over: nobody has come yet when nobody is there.
    while (served.server->open_connections() == 0) std::this_thread::yield();
    visitor.send("garbage\r\n\r\n");
    const std::string piece(1'000'000, 'x');
    std::jthread sending{[&](const std::stop_token& over) {
        while (!over.stop_requested()) visitor.send(piece);
    }};
    while (served.server->open_connections() != 0) std::this_thread::yield();
}

TEST(Limits, EndAHandlerThatWaitsTooLong)
{
    Served served = with_limits([](Limits& limits) { limits.handler_time = milliseconds{40}; });
    const auto gate = std::make_shared<TestGate>();
    served.answerer.say = [&](const Request&) {
        return Later<Response>::after(gate, [] { return Later<Response>{text_response("too late")}; });
    };
    Visitor visitor = served.start().visit();
    EXPECT_EQ(visitor.send(get("/")).receive().status, 503);
    gate->open();  // into nothing
    served.answerer.say = [](const Request&) { return text_response("again"); };
    EXPECT_EQ(visitor.send(get("/")).receive().body, "again");
}

TEST(Limits, BoundTheRequestsOfAConnection)
{
    Served served = with_limits([](Limits& limits) { limits.requests_per_connection = 2; });
    Visitor visitor = served.start().visit();
    visitor.send(get("/") + get("/") + get("/"));
    EXPECT_EQ(visitor.receive().status, 200);
    EXPECT_EQ(visitor.receive().status, 200);
    EXPECT_TRUE(visitor.is_closed_by_server());
}

/// Whether a new visitor is served or sent away.
bool is_served(const Served& served)
{
    return served.visit().send(get("/")).receive().status == 200;
}

TEST(Limits, BoundTheConnections)
{
    Served served = with_limits([](Limits& limits) { limits.connections = 2; });
    served.start();
    Visitor one = served.visit();
    EXPECT_EQ(one.send(get("/")).receive().status, 200);
    {
        Visitor two = served.visit();
        EXPECT_EQ(two.send(get("/")).receive().status, 200);
        EXPECT_FALSE(is_served(served));
    }
    while (served.server->open_connections() > 1) std::this_thread::yield();
    EXPECT_TRUE(is_served(served)) << "there is room again";
}

TEST(Limits, BoundTheConnectionsOfOneAddress)
{
    Served served = with_limits([](Limits& limits) { limits.connections_per_address = 1; });
    served.start();
    Visitor one = served.visit();
    EXPECT_EQ(one.send(get("/")).receive().status, 200);
    EXPECT_FALSE(is_served(served));
}

TEST(Limits, CountNoAddressesBehindAProxy)
{
    Served served = with_limits([](Limits& limits) { limits.connections_per_address = 1; });
    served.options.front = Front::tls_proxy;
    served.start();
    Visitor one = served.visit();
    EXPECT_EQ(one.send(get("/")).receive().status, 200);
    EXPECT_TRUE(is_served(served));
}

/// A body of which the rest does not come: read for as long as the visitor is there.
std::string half_a_large_body()
{
    return "POST / HTTP/1.1\r\nHost: h\r\nContent-Type: " + std::string{form_type} +
           "\r\nContent-Length: 2000000\r\nExpect: 100-continue\r\n\r\n";
}

TEST(Limits, BoundTheLargeBodiesOfEachServerByItself)
{
    const auto few = [](Limits& limits) { limits.large_bodies = 1; };
    Served pages = with_limits(few);
    Served commands = with_limits(few);
    for (auto* served : {&pages, &commands}) {
        served->answerer.admission = BodyRule{BodyKind::form, 4'000'000};
        served->start();
    }
    Visitor slow = pages.visit();
    EXPECT_EQ(slow.send(half_a_large_body()).receive().status, 100);
    EXPECT_EQ(status_of_answer(pages, half_a_large_body()), 503);
    EXPECT_EQ(status_of_answer(commands, half_a_large_body()), 100);
}

TEST(Limits, HoldOffHundredsOfBrokenVisitors)
{
    Served served = with_limits([](Limits&) {});
    served.start();
    std::vector<Visitor> slow;
    for (int i = 0; i < 100; ++i) {
        slow.push_back(served.visit());
        slow.back().send("GET / HT");
        slow.push_back(served.visit());
        slow.back().send(post(form_type, "a=1").substr(0, 120));
        served.visit().send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\na");  // and away
        served.visit().send("\xFF\xFF\xFF\xFF\r\n\r\n");
    }
    for (int i = 0; i < 50; ++i) EXPECT_TRUE(is_served(served));
}

}  // namespace
}  // namespace safelead::web
