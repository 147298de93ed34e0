#include "web/http/connection.h"

#include "base/unavailable.h"
#include "base/wipe.h"

#include <boost/asio/post.hpp>

#include <algorithm>
#include <iterator>

namespace safelead::web {

namespace {

constexpr std::size_t piece = 64 * 1024;

/// A body may have been a document: gone from memory with the request, however that ends.
class WipedAfter {
public:
    explicit WipedAfter(std::string& body) : body_{body} {}
    WipedAfter(const WipedAfter&) = delete;
    WipedAfter& operator=(const WipedAfter&) = delete;
    ~WipedAfter() { wipe(body_); }

private:
    std::string& body_;
};

/// The gate stayed shut for as long as we wait.
class TooSlow : public Unavailable {
public:
    TooSlow() : Unavailable{"A request was not answered in time; look at the disk."} {}
};

}  // namespace

/// Somebody waiting for a gate. The gate may outlive the wait, and the server; it knows this weakly.
struct Connection::Wake {
    Wake(Executor executor, Clock::time_point give_up) : timer{executor, give_up} {}
    Timer timer;
    bool is_open = false;
};

Connection::Connection(Loop& loop, Socket socket, std::string remote, Census::Place place)
    : loop_{loop},
      limits_{loop.shared().options.limits},
      place_{std::move(place)},
      remote_{std::move(remote)},
      wire_{std::move(socket), loop.shared().tls.get()}
{
    loop_.enter(*this);
}

Connection::~Connection()
{
    loop_.leave(*this);
}

Task<void> Connection::run()
{
    give(limits_.handshake_time);
    const bool is_secure = co_await wire_.shake_hands();
    if (!is_secure) co_return;
    for (std::size_t served = 0;; ++served) {
        const After after = co_await serve_one(served);
        if (after == After::close) break;
    }
    if (is_abandoned_) co_return;
    give(limits_.linger_time);
    if (must_linger_) {
        wire_.end_sending();
        while (!is_late_ && co_await wire_.drop_some()) {
        }
    } else {
        (void)co_await wire_.say_goodbye();
    }
}

Task<After> Connection::serve_one(std::size_t served)
{
    RequestParser parser{limits_};
    const auto read = co_await read_head(parser);
    began_ = Clock::now();
    if (!read) {
        if (!read.error()) co_return After::close;
        co_return co_await refuse({*read.error(), {}}, nullptr, After::close);
    }

    const Shared& shared = loop_.shared();
    const Asker asker{remote_, shared.scheme(), shared.options.front == Front::tls_proxy,
                      &shared.options.host_names};
    auto made = make_request(parser.take_head(), asker, limits_);
    if (!made) co_return co_await refuse({made.error(), {}}, nullptr, After::close);
    Request request = std::move(made).value();
    request.id = loop_.next_request_id();
    co_return co_await take_request(parser, request, served);
}

/// A whole head, or why there is none.
Task<Result<Done, Connection::Trouble>> Connection::read_head(RequestParser& parser)
{
    bool has_begun = false;
    give(limits_.idle_time);
    for (;;) {
        while (!has_begun && inbox_.view().starts_with("\r\n")) inbox_.use(2);
        if (!inbox_.empty()) {
            const auto used = parser.take(inbox_.view());
            if (!used) co_return fail(Trouble{used.error()});
            inbox_.use(*used);
            if (parser.has_head()) co_return Done{};
        }
        if (!has_begun && loop_.is_draining()) co_return fail(Trouble{});
        if (!has_begun && !inbox_.empty()) {
            has_begun = true;
            give(limits_.header_time);
        }
        is_idle_ = !has_begun;
        const bool came = co_await fill();
        is_idle_ = false;
        if (!came && is_late_ && has_begun) co_return fail(Trouble{Fault::timed_out});
        if (!came) co_return fail(Trouble{});
        if (!has_begun) {
            has_begun = true;
            give(limits_.header_time);
        }
    }
}

/// Everything after the head: may it be asked, its body, its answer.
Task<After> Connection::take_request(RequestParser& parser, Request& request, std::size_t served)
{
    const WipedAfter wiped{request.body};
    const auto admission = admit(request);
    const bool has_no_body = parser.is_whole();
    const bool may_stay = parser.keeps_alive() && served + 1 < limits_.requests_per_connection;
    const After after = may_stay ? After::keep_alive : After::close;
    const After after_refusal = has_no_body ? after : After::close;
    if (const auto* refused = std::get_if<Refused>(&admission)) {
        co_return co_await refuse(*refused, &request, after_refusal);
    }

    if (!has_no_body) {
        BodyReader body{request, std::get<BodyRule>(admission), limits_, loop_.shared().large_bodies};
        if (const auto objection = body.objection_to(parser.content_length())) {
            co_return co_await refuse({*objection, {}}, &request, After::close);
        }
        const auto read = co_await read_body(parser, body);
        if (!read) {
            if (!read.error()) co_return After::close;
            co_return co_await refuse({*read.error(), {}}, &request, After::close);
        }
        if (const auto fault = body.finish(request)) co_return co_await refuse({*fault, {}}, &request, after);
    }

    const auto response = co_await ask(request);
    wipe(request.body);  // Already now: whoever reads the answer may be slow.
    if (!response) co_return After::close;
    co_return co_await send(*response, &request, after);
}

Task<Result<Done, Connection::Trouble>> Connection::read_body(RequestParser& parser, BodyReader& body)
{
    parser.set_body_sink([&body](std::string_view bytes) { body.take(bytes); });
    give(limits_.body_time);
    if (parser.expects_continue() && inbox_.empty()) {
        const bool is_sent = co_await wire_.write("HTTP/1.1 100 Continue\r\n\r\n", "");
        if (!is_sent) co_return fail(Trouble{});
    }
    bool has_met_file = false;
    for (;;) {
        if (!inbox_.empty()) {
            const auto used = parser.take(inbox_.view());
            if (!used) co_return fail(Trouble{used.error()});
            inbox_.use(*used);
            if (parser.is_whole()) co_return Done{};
            if (const auto fault = body.fault()) co_return fail(Trouble{*fault});
            if (!has_met_file && body.has_met_file()) {
                has_met_file = true;
                give(limits_.file_time);
            }
        }
        const bool came = co_await fill();
        if (!came && is_late_) co_return fail(Trouble{Fault::timed_out});
        if (!came) co_return fail(Trouble{});
    }
}

/// Whether more came. A full inbox of which the parser can use nothing is a line without an end.
Task<bool> Connection::fill()
{
    const auto space = inbox_.space(limits_.header + limits_.target + 2);
    if (space.empty() || is_late_ || is_abandoned_) co_return false;
    const std::size_t count = co_await wire_.read(space);
    inbox_.add(count);
    co_return count > 0;
}

/// The answer; nothing if everybody has to go.
Task<std::optional<Response>> Connection::ask(const Request& request)
{
    // Told to go just when the request was there: nobody is asked any more whose answer nobody gets.
    if (is_abandoned_) co_return std::nullopt;
    deadline_ = Clock::time_point::max();
    const auto give_up = Clock::now() + limits_.handler_time;
    try {
        Later<Response> later = loop_.shared().answerer.answer(request);
        while (!later.is_ready()) {
            const bool is_open = co_await opened(later.gate(), give_up);
            if (is_abandoned_) co_return std::nullopt;
            if (!is_open) throw TooSlow{};
            later = std::move(later).resume();
        }
        co_return std::move(later).take();
    } catch (const Unavailable& cause) {
        co_return failure(request, Fault::unavailable, cause);
    } catch (const std::exception& cause) {
        co_return failure(request, Fault::internal, cause);
    } catch (...) {
        co_return failure(request, Fault::internal, Bug{"something was thrown that is no exception"});
    }
}

Task<bool> Connection::opened(std::shared_ptr<Gate> gate, Clock::time_point give_up)
{
    const auto wake = std::make_shared<Wake>(loop_.executor(), give_up);
    wake_ = wake;
    // Told on whatever thread opens the gate, perhaps when nobody waits any more.
    gate->when_open([waiting = std::weak_ptr{wake}, loop = loop_.shared_from_this()] {
        asio::post(loop->executor(), [waiting] {
            const auto still = waiting.lock();
            if (!still) return;
            still->is_open = true;
            still->timer.cancel();
        });
    });
    (void)co_await wake->timer.async_wait(as_result);
    co_return wake->is_open;
}

std::variant<BodyRule, Refused> Connection::admit(Request& head)
{
    try {
        return loop_.shared().answerer.admit(head);
    } catch (const std::exception& cause) {
        loop_.shared().log.write(Log::line(Severity::error, "admit_failed").with_cause(cause));
        return Refused{Fault::internal, {}};
    }
}

Response Connection::failure(const Request& request, Fault fault, const std::exception& cause)
{
    const IncidentId incident = loop_.next_incident_id();
    loop_.shared().log.write(Log::line(Severity::error, "incident")
                                 .with("incident", incident)
                                 .with("id", request.id)
                                 .with("method", request.method)
                                 .with_route(request.route)
                                 .with_cause(cause));
    return refusal(fault, incident.text(), &request);
}

/// A page that itself fails leaves one plain sentence.
Response Connection::refusal(Fault fault, std::string_view incident, const Request* asked)
{
    Response response;
    try {
        response = loop_.shared().answerer.fault_page(fault, incident, asked);
    } catch (const std::exception& cause) {
        loop_.shared().log.write(Log::line(Severity::error, "fault_page_failed").with_cause(cause));
        response = text_response("Something went wrong. If a child is in danger, ring 999.\n");
    }
    response.status = status_of(fault);
    response.caching = Caching::no_store;
    return response;
}

Task<After> Connection::refuse(Refused refused, const Request* request, After after)
{
    Response response = refusal(refused.fault, {}, request);
    std::ranges::move(refused.headers, std::back_inserter(response.headers));
    // What was not read would reset the connection before the page is seen.
    if (after == After::close) must_linger_ = true;
    co_return co_await send(response, request, after);
}

Task<After> Connection::send(const Response& response, const Request* request, After after)
{
    if (is_abandoned_) co_return After::close;
    if (loop_.is_draining()) after = After::close;
    const Scheme scheme = loop_.shared().scheme();
    const Response* sent = &response;
    Response instead;
    std::string head;
    try {
        head = write_head(response, scheme, after, loop_.date());
    } catch (const Bug& bug) {
        instead = failure(request == nullptr ? Request{} : *request, Fault::internal, bug);
        sent = &instead;
        head = write_head(instead, scheme, after, loop_.date());
    }
    record(*sent, request);

    const bool is_head_only = request != nullptr && request->method == Method::head;
    std::string_view body = is_head_only ? std::string_view{} : sent->text();
    std::string_view first = head;
    do {
        const std::string_view next = body.substr(0, piece);
        body.remove_prefix(next.size());
        give(limits_.write_time);
        const bool is_sent = co_await wire_.write(first, next);
        if (!is_sent || is_abandoned_) co_return After::close;
        first = {};
    } while (!body.empty());
    co_return after;
}

void Connection::record(const Response& response, const Request* request)
{
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began_);
    LogLine line = Log::line(Severity::note, "request");
    line.with("status", static_cast<unsigned>(response.status)).with("ms", took);
    if (request != nullptr) {
        line.with("id", request->id).with("method", request->method).with_route(request->route);
    }
    loop_.shared().log.write(line);
}

void Connection::give(Limits::Time time)
{
    if (is_abandoned_) return;
    deadline_ = Clock::now() + time;
    is_late_ = false;
}

void Connection::check_deadline(Clock::time_point now)
{
    if (now < deadline_) return;
    is_late_ = true;
    // At each tick: what had just ended by itself was not interrupted, and something else began after it.
    wire_.interrupt();
}

void Connection::close_if_idle()
{
    if (is_idle_) wire_.interrupt();
}

void Connection::abandon()
{
    is_abandoned_ = true;
    is_late_ = true;
    deadline_ = Clock::time_point::min();
    wire_.interrupt();
    if (const auto wake = wake_.lock()) wake->timer.cancel();
}

}  // namespace safelead::web
