#include "unit/web/http_support.h"

#include <atomic>

namespace safelead::web {
namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::Not;

Later<Response> when(const std::shared_ptr<TestGate>& gate, std::function<Later<Response>()> next)
{
    return Later<Response>::after(gate, std::move(next));
}

TEST(ServerLater, AnswersWhenAnotherThreadOpensTheGate)
{
    Served served;
    const auto gate = std::make_shared<TestGate>();
    std::atomic<std::thread::id> io_thread;
    std::atomic<std::thread::id> step_thread;
    served.answerer.say = [&](const Request& request) {
        io_thread = std::this_thread::get_id();
        return when(gate, [&request, &step_thread] {
            step_thread = std::this_thread::get_id();
            return text_response("recorded " + request.path);
        });
    };
    Visitor visitor = served.start().visit();
    visitor.send(get("/concerns"));
    gate->wait_until_asked();
    gate->open();

    EXPECT_EQ(visitor.receive().body, "recorded /concerns");
    EXPECT_EQ(step_thread.load(), io_thread.load()) << "the step runs where the request does";
}

TEST(ServerLater, WaitsAsOftenAsItIsAskedTo)
{
    Served served;
    const auto first = std::make_shared<TestGate>();
    const auto second = std::make_shared<TestGate>();
    served.answerer.say = [&](const Request&) {
        return when(first,
                    [&] { return when(second, [] { return Later<Response>{text_response("both")}; }); });
    };
    Visitor visitor = served.start().visit();
    visitor.send(get("/"));
    first->open();
    second->wait_until_asked();
    second->open();
    EXPECT_EQ(visitor.receive().body, "both");
}

TEST(ServerLater, LetsOthersBeServedMeanwhile)
{
    Served served{[](ServerOptions& options) { options.threads = 1; }};
    const auto gate = std::make_shared<TestGate>();
    served.answerer.say = [&](const Request& request) -> Later<Response> {
        if (request.path == "/quick") return text_response("quick");
        return when(gate, [] { return Later<Response>{text_response("slow")}; });
    };
    served.start();
    Visitor slow = served.visit();
    slow.send(get("/slow"));
    gate->wait_until_asked();
    EXPECT_EQ(served.visit().send(get("/quick")).receive().body, "quick");
    gate->open();
    EXPECT_EQ(slow.receive().body, "slow");
}

TEST(ServerLater, ServesAHundredVisitorsAtOnce)
{
    Served served;
    std::atomic<int> waiting = 0;
    std::vector<std::shared_ptr<TestGate>> gates;
    std::mutex mutex;
    served.answerer.say = [&](const Request& request) {
        auto gate = std::make_shared<TestGate>();
        {
            const std::lock_guard lock{mutex};
            gates.push_back(gate);
        }
        ++waiting;
        return when(gate, [path = request.path] { return Later<Response>{text_response(path)}; });
    };
    served.start();
    std::vector<Visitor> visitors;
    for (int i = 0; i < 100; ++i) {
        visitors.push_back(served.visit());
        visitors.back().send(get('/' + std::to_string(i)));
    }
    while (waiting < 100) std::this_thread::yield();
    for (const auto& gate : gates) gate->open();
    for (std::size_t i = 0; i < visitors.size(); ++i) {
        EXPECT_EQ(visitors[i].receive().body, '/' + std::to_string(i));
    }
}

TEST(ServerLater, OutlivesAVisitorWhoHasGone)
{
    Served served;
    const auto gate = std::make_shared<TestGate>();
    std::atomic<bool> has_stepped = false;
    served.answerer.say = [&](const Request&) {
        return when(gate, [&has_stepped] {
            has_stepped = true;
            return text_response("nobody reads this");
        });
    };
    {
        Visitor visitor = served.start().visit();
        visitor.send(get("/"));
        gate->wait_until_asked();
    }
    gate->open();
    while (served.server->open_connections() != 0) std::this_thread::yield();
    EXPECT_TRUE(has_stepped);
}

TEST(ServerFailure, OfTheWorldIsAnsweredWith503AndANumber)
{
    Served served;
    served.answerer.say = [](const Request&) -> Later<Response> {
        throw Unavailable{"The disk is full; free some."};
    };
    const Answer answer = served.start().visit().send(get("/")).receive();
    served.server->stop(seconds{1});

    EXPECT_EQ(answer.status, 503);
    EXPECT_THAT(answer.body, MatchesRegex("<p>fault [0-9]+ [0-9A-Z]{4}-[0-9A-Z]{4}"));
    EXPECT_THAT(served.logged, HasSubstr(answer.body.substr(answer.body.size() - 9)));
    EXPECT_THAT(served.logged, HasSubstr("The disk is full; free some."));
}

TEST(ServerFailure, OfOursIsAnsweredWith500AndTheServerGoesOn)
{
    Served served;
    int calls = 0;
    served.answerer.say = [&](const Request&) -> Later<Response> {
        if (++calls == 1) throw_bug("a test wants one");
        if (calls == 2) throw std::runtime_error{"A name"};
        if (calls == 3) throw 3;
        return text_response("well again");
    };
    Visitor visitor = served.start().visit();
    EXPECT_EQ(visitor.send(get("/")).receive().status, 500);
    EXPECT_EQ(visitor.send(get("/")).receive().status, 500);
    EXPECT_EQ(visitor.send(get("/")).receive().status, 500);
    EXPECT_EQ(visitor.send(get("/")).receive().body, "well again");
    served.server->stop(seconds{1});
    EXPECT_THAT(served.logged, HasSubstr("a test wants one"));
    EXPECT_THAT(served.logged, Not(HasSubstr("A name")));
}

TEST(ServerFailure, InAStepOrInAnAnswerIsCaughtToo)
{
    Served served;
    const auto gate = std::make_shared<TestGate>();
    gate->open();
    served.answerer.say = [&](const Request& request) -> Later<Response> {
        if (request.path == "/header") return Response{}.with_header("A", "b\r\nc: d");
        return when(gate, []() -> Later<Response> { throw Unavailable{"The disk is full; free some."}; });
    };
    Visitor visitor = served.start().visit();
    EXPECT_EQ(visitor.send(get("/step")).receive().status, 503);
    EXPECT_EQ(visitor.send(get("/header")).receive().status, 500);
}

TEST(ServerStop, ClosesIdleConnectionsAtOnceAndTakesNoMore)
{
    Served served;
    served.start();
    const std::uint16_t port = served.server->port();
    Visitor idle = served.visit();
    EXPECT_EQ(idle.send(get("/")).receive().status, 200);
    Visitor silent = served.visit();
    while (served.server->open_connections() < 2) std::this_thread::yield();

    served.server->stop(seconds{60});

    EXPECT_TRUE(idle.is_closed_by_server());
    EXPECT_TRUE(silent.is_closed_by_server());
    EXPECT_FALSE(Visitor{port}.is_connected());
}

TEST(ServerStop, LetsWhatIsUnderWayFinish)
{
    Served served;
    const auto gate = std::make_shared<TestGate>();
    served.answerer.say = [&](const Request&) {
        return when(gate, [] { return Later<Response>{text_response("recorded")}; });
    };
    Visitor visitor = served.start().visit();
    visitor.send(get("/"));
    gate->wait_until_asked();
    std::jthread stopping{[&] { served.server->stop(seconds{60}); }};
    while (Visitor{served.server->port()}.is_connected()) std::this_thread::yield();

    gate->open();

    const Answer answer = visitor.receive();
    EXPECT_EQ(answer.body, "recorded");
    EXPECT_THAT(answer.head, HasSubstr("Connection: close"));
}

TEST(ServerStop, GivesUpWhatDoesNotFinishInTime)
{
    const auto gate = std::make_shared<TestGate>();
    Served served;
    served.answerer.say = [&](const Request&) {
        return when(gate, [] { return Later<Response>{text_response("too late")}; });
    };
    Visitor visitor = served.start().visit();
    visitor.send(get("/"));
    Visitor half = served.visit();
    half.send("POST / HTTP/1.1\r\nHost: h\r\n");
    gate->wait_until_asked();
    while (served.server->open_connections() < 2) std::this_thread::yield();

    served.server->stop(milliseconds{20});

    EXPECT_TRUE(visitor.is_closed_by_server());
    EXPECT_TRUE(half.is_closed_by_server());
    served.server.reset();
    gate->open();  // after the server has gone
}

TEST(ServerStop, OfAServerThatNeverStartedDoesNothing)
{
    Served served;
    served.server = std::make_unique<Server>(served.options, served.answerer, *served.log);
    served.server->stop(seconds{60});
}

}  // namespace
}  // namespace safelead::web
