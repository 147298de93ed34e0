#pragma once

#include "web/http/asio.h"
#include "web/http/body_reader.h"
#include "web/http/census.h"
#include "web/http/inbox.h"
#include "web/http/loop.h"
#include "web/http/parser.h"
#include "web/http/wire.h"
#include "web/http/write_head.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>

namespace safelead::web {

/// Serves one visitor, one request after another. Lives on its loop's thread.
class Connection {
public:
    Connection(Loop& loop, Socket socket, std::string remote, Census::Place place);
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection();

    [[nodiscard]] Task<void> run();

    void check_deadline(Clock::time_point now);
    void close_if_idle();

    /// At once, whatever it is doing.
    void abandon();

private:
    /// Why there is no request: a fault to be answered, or nobody left to answer.
    using Trouble = std::optional<Fault>;
    struct Wake;

    [[nodiscard]] Task<After> serve_one(std::size_t served);
    [[nodiscard]] Task<Result<Done, Trouble>> read_head(RequestParser& parser);
    [[nodiscard]] Task<Result<Done, Trouble>> read_body(RequestParser& parser, BodyReader& body);
    [[nodiscard]] Task<After> take_request(RequestParser& parser, Request& request, std::size_t served);
    [[nodiscard]] Task<bool> fill();

    [[nodiscard]] Task<std::optional<Response>> ask(const Request& request);
    [[nodiscard]] Task<bool> opened(std::shared_ptr<Gate> gate, Clock::time_point give_up);
    [[nodiscard]] std::variant<BodyRule, Refused> admit(Request& head);
    [[nodiscard]] Response failure(const Request& request, Fault fault, const std::exception& cause);
    [[nodiscard]] Response refusal(Fault fault, std::string_view incident, const Request* asked);

    [[nodiscard]] Task<After> refuse(Refused refused, const Request* request, After after);
    [[nodiscard]] Task<After> send(const Response& response, const Request* request, After after);
    void record(const Response& response, const Request* request);
    void give(Limits::Time time);

    Loop& loop_;
    const Limits& limits_;
    Census::Place place_;
    std::string remote_;
    Wire wire_;
    Inbox inbox_;
    Clock::time_point deadline_ = Clock::time_point::max();
    Clock::time_point began_;
    bool is_late_ = false;
    bool is_idle_ = false;
    bool is_abandoned_ = false;
    bool must_linger_ = false;
    std::weak_ptr<Wake> wake_;
};

}  // namespace safelead::web
