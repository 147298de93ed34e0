#pragma once

#include "web/http/asio.h"
#include "web/http/census.h"
#include "web/http/listening.h"
#include "web/http/server.h"

#include <boost/asio/posix/basic_stream_descriptor.hpp>
#include <boost/asio/ssl/context.hpp>

#include <ctime>
#include <memory>
#include <random>
#include <string>
#include <unordered_set>

namespace safelead::web {

class Connection;

/// What every thread of one server shares.
struct Shared {
    ServerOptions options;
    Answerer& answerer;
    Log& log;
    Census census;
    Census large_bodies;                      ///< Being read, each in memory.
    std::unique_ptr<asio::ssl::context> tls;  ///< Null: none.

    [[nodiscard]] Scheme scheme() const
    {
        return tls || options.front == Front::tls_proxy ? Scheme::https : Scheme::http;
    }
};

/// One thread's part of a server: its io_context, the connections that it accepted, and their deadlines.
/// Everything but `stop` and `tell` runs on that thread. A Gate may hold on to it longer than the server
/// does.
class Loop : public std::enable_shared_from_this<Loop> {
public:
    explicit Loop(Shared& shared);
    Loop(const Loop&) = delete;
    Loop& operator=(const Loop&) = delete;
    ~Loop();

    /// `descriptor` listens, and stays somebody else's. -1: this one accepts nobody.
    void accept_from(int descriptor);

    /// Until stopped and empty.
    void run();

    /// From any thread.
    void stop(std::chrono::milliseconds grace);

    [[nodiscard]] Executor executor() { return io_.get_executor(); }
    [[nodiscard]] Shared& shared() { return shared_; }
    [[nodiscard]] bool is_draining() const { return is_draining_; }

    void enter(Connection& connection) { connections_.insert(&connection); }
    void leave(Connection& connection);

    /// Fresh every second.
    [[nodiscard]] const std::string& date();
    [[nodiscard]] RequestId next_request_id();
    [[nodiscard]] IncidentId next_incident_id();

private:
    Task<void> accept_all();
    enum class Arrival { somebody, nobody, no_room };
    Arrival accept_one();
    Task<void> watch_deadlines();
    Task<void> end_after(std::chrono::milliseconds grace);
    void drain();

    Shared& shared_;
    asio::io_context io_{1};
    asio::posix::basic_stream_descriptor<Executor> door_{io_};
    Timer tick_{io_};
    Timer grace_{io_};
    std::unordered_set<Connection*> connections_;
    bool is_draining_ = false;
    std::mt19937_64 chance_;
    std::time_t date_of_ = 0;
    std::string date_;
};

}  // namespace safelead::web
