#pragma once

#include "web/http/asio.h"

#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>

#include <optional>
#include <span>
#include <string_view>

namespace safelead::web {

/// One connection's bytes, whether or not there is TLS around them.
class Wire {
public:
    Wire(Socket socket, asio::ssl::context* tls);

    /// Whether TLS came about; at once if there is none.
    [[nodiscard]] Task<bool> shake_hands();

    /// How many bytes came; 0 if no more will, or if it was interrupted.
    [[nodiscard]] Task<std::size_t> read(std::span<char> space);

    /// Whether both were sent, one after the other.
    [[nodiscard]] Task<bool> write(std::string_view first, std::string_view second);

    /// Says that we are done. With plain sockets, the other side can still read what we sent.
    [[nodiscard]] Task<bool> say_goodbye();

    /// The other side is told that nothing more comes, TLS or not. It may still send.
    void end_sending();

    /// Reads some of what is still sent, and drops it. False when the other side has gone, or it was
    /// interrupted.
    [[nodiscard]] Task<bool> drop_some();

    /// Ends what is being waited for.
    void interrupt();

private:
    Socket socket_;
    std::optional<asio::ssl::stream<Socket&>> tls_;
};

}  // namespace safelead::web
