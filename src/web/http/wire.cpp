#include "web/http/wire.h"

#include <boost/asio/write.hpp>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <array>

namespace safelead::web {

Wire::Wire(Socket socket, asio::ssl::context* tls) : socket_{std::move(socket)}
{
    const int yes = 1;  // refused by a Unix socket, which needs it not
    ::setsockopt(socket_.native_handle(), IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    if (tls != nullptr) tls_.emplace(socket_, *tls);
}

Task<bool> Wire::shake_hands()
{
    if (!tls_) co_return true;
    const auto [ec] = co_await tls_->async_handshake(asio::ssl::stream_base::server, as_result);
    co_return !ec;
}

Task<std::size_t> Wire::read(std::span<char> space)
{
    const asio::mutable_buffer buffer{space.data(), space.size()};
    if (tls_) {
        const auto [ec, count] = co_await tls_->async_read_some(buffer, as_result);
        co_return ec ? 0 : count;
    }
    const auto [ec, count] = co_await socket_.async_read_some(buffer, as_result);
    co_return ec ? 0 : count;
}

Task<bool> Wire::write(std::string_view first, std::string_view second)
{
    const std::array<asio::const_buffer, 2> buffers = {asio::const_buffer{first.data(), first.size()},
                                                       asio::const_buffer{second.data(), second.size()}};
    if (tls_) {
        const auto [ec, count] = co_await asio::async_write(*tls_, buffers, as_result);
        co_return !ec;
    }
    const auto [ec, count] = co_await asio::async_write(socket_, buffers, as_result);
    co_return !ec;
}

Task<bool> Wire::say_goodbye()
{
    if (tls_) {
        const auto [ec] = co_await tls_->async_shutdown(as_result);
        co_return !ec;
    }
    error_code ec;
    socket_.shutdown(Socket::shutdown_send, ec);
    co_return !ec;
}

void Wire::end_sending()
{
    error_code ec;
    socket_.shutdown(Socket::shutdown_send, ec);
}

Task<bool> Wire::drop_some()
{
    std::array<char, 4096> dropped;
    const auto [failed, count] = co_await socket_.async_read_some(asio::buffer(dropped), as_result);
    co_return !failed;
}

void Wire::interrupt()
{
    error_code ec;
    socket_.cancel(ec);
}

}  // namespace safelead::web
