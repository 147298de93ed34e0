#include "web/http/loop.h"

#include "web/http/connection.h"
#include "web/http/write_head.h"

#include <arpa/inet.h>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <fmt/format.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>

namespace safelead::web {

namespace {

constexpr std::chrono::milliseconds pause_when_full{100};

/// Often enough that a deadline is late by an eighth of itself at most.
std::chrono::milliseconds tick_of(const Limits& limits)
{
    const auto least = std::min({limits.header_time, limits.body_time, limits.file_time, limits.idle_time,
                                 limits.write_time, limits.handshake_time, limits.linger_time});
    return std::clamp(least / 8, std::chrono::milliseconds{2}, std::chrono::milliseconds{500});
}

std::string text_of(const sockaddr_storage& address)
{
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (address.ss_family == AF_INET) {
        inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in&>(address).sin_addr, text.data(), text.size());
    } else if (address.ss_family == AF_INET6) {
        inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr, text.data(),
                  text.size());
    }
    const std::string_view whole{text.data()};
    constexpr std::string_view mapped = "::ffff:";
    return std::string{whole.starts_with(mapped) && whole.find('.') != std::string_view::npos
                           ? whole.substr(mapped.size())
                           : whole};
}

std::mt19937_64 seeded()
{
    std::random_device device;
    std::seed_seq seed{device(), device(), device(), device()};
    return std::mt19937_64{seed};
}

}  // namespace

Loop::Loop(Shared& shared) : shared_{shared}, chance_{seeded()} {}
Loop::~Loop() = default;

void Loop::accept_from(int descriptor)
{
    if (descriptor >= 0) {
        door_.assign(descriptor);
        asio::co_spawn(io_, accept_all(), asio::detached);
    }
    asio::co_spawn(io_, watch_deadlines(), asio::detached);
}

void Loop::run()
{
    io_.run();
}

Task<void> Loop::accept_all()
{
    while (!is_draining_) {
        const auto [ec] = co_await door_.async_wait(asio::posix::descriptor_base::wait_read, as_result);
        if (ec) break;
        Arrival arrival = Arrival::somebody;
        while (!is_draining_ && arrival == Arrival::somebody) arrival = accept_one();
        if (arrival != Arrival::no_room) continue;
        shared_.log.write(Log::line(Severity::warning, "no_room_for_connections"));
        Timer pause{io_, pause_when_full};
        (void)co_await pause.async_wait(as_result);
    }
}

Loop::Arrival Loop::accept_one()
{
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    const int fd = ::accept4(door_.native_handle(), reinterpret_cast<sockaddr*>(&address), &length,
                             SOCK_NONBLOCK | SOCK_CLOEXEC);
    if (fd < 0) {
        if (errno == EINTR || errno == ECONNABORTED) return Arrival::somebody;
        return errno == EAGAIN ? Arrival::nobody : Arrival::no_room;
    }
    Socket socket{
        io_, asio::generic::stream_protocol{address.ss_family == 0 ? AF_UNIX : address.ss_family, 0}, fd};
    const std::string remote = text_of(address);
    const bool is_counted = shared_.options.front == Front::direct;
    auto place = shared_.census.admit(is_counted ? counted_address(remote) : "");
    if (!place) return Arrival::somebody;  // whose socket closes

    auto connection = std::make_shared<Connection>(*this, std::move(socket), remote, std::move(*place));
    asio::co_spawn(io_, connection->run(), [connection, this](const std::exception_ptr& failure) {
        if (!failure) return;
        shared_.log.write(Log::line(Severity::error, "connection_failed"));
    });
    return Arrival::somebody;
}

Task<void> Loop::watch_deadlines()
{
    const auto every = tick_of(shared_.options.limits);
    while (!is_draining_ || !connections_.empty()) {
        tick_.expires_after(every);
        (void)co_await tick_.async_wait(as_result);
        const auto now = Clock::now();
        for (Connection* connection : connections_) connection->check_deadline(now);
        shared_.log.flush_if_due();
    }
    grace_.cancel();
}

void Loop::leave(Connection& connection)
{
    connections_.erase(&connection);
    if (is_draining_ && connections_.empty()) tick_.cancel();
}

void Loop::stop(std::chrono::milliseconds grace)
{
    asio::post(io_, [self = this, grace] {
        if (self->is_draining_) return;
        self->drain();
        asio::co_spawn(self->io_, self->end_after(grace), asio::detached);
    });
}

void Loop::drain()
{
    is_draining_ = true;
    if (door_.is_open()) {
        // Releasing alone would leave the door open, and people waiting at it.
        ::shutdown(door_.native_handle(), SHUT_RDWR);
        door_.release();
    }
    tick_.cancel();
    for (Connection* connection : connections_) connection->close_if_idle();
}

Task<void> Loop::end_after(std::chrono::milliseconds grace)
{
    if (!connections_.empty()) {
        grace_.expires_after(grace);
        (void)co_await grace_.async_wait(as_result);
    }
    for (Connection* connection : connections_) connection->abandon();
}

const std::string& Loop::date()
{
    const std::time_t now = std::time(nullptr);
    if (now != date_of_) {
        date_of_ = now;
        date_ = http_date();
    }
    return date_;
}

RequestId Loop::next_request_id()
{
    return RequestId{fmt::format("{:016x}", chance_())};
}

/// Eight letters and digits that do not sound or look alike: "4FK7-92QD".
IncidentId Loop::next_incident_id()
{
    static constexpr std::string_view alphabet = "2345679ACDFHKMNPQRTWXY";
    std::string text;
    for (int i = 0; i < 8; ++i) {
        if (i == 4) text += '-';
        text += alphabet[chance_() % alphabet.size()];
    }
    return IncidentId{text};
}

}  // namespace safelead::web
