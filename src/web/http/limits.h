#pragma once

#include <chrono>
#include <cstddef>

namespace safelead::web {

/// What one visitor, or all together, may ask of us. Past a limit the answer is short and the connection
/// closes.
struct Limits {
    using Time = std::chrono::milliseconds;

    std::size_t target = 8 * 1024;   ///< Our longest address with a search in it is under 500 bytes.
    std::size_t header = 16 * 1024;  ///< Browsers send 1–2 kB; some single sign-on cookies are 8 kB.
    std::size_t header_count = 100;  ///< Browsers send about 20; proxies add a few.
    std::size_t cookies = 50;        ///< What a browser keeps for one site.
    std::size_t dropped_file =
        64 << 20;  ///< A file is refused, but read past so that the browser shows the answer.

    Time header_time = std::chrono::seconds{10};   ///< From its first byte. Enough for a bad telephone line.
    Time body_time = std::chrono::seconds{30};     ///< 256 kB at 70 kbit/s.
    Time file_time = std::chrono::seconds{60};     ///< For reading past a refused file.
    Time idle_time = std::chrono::seconds{60};     ///< Between requests of one connection.
    Time write_time = std::chrono::seconds{30};    ///< To send one answer, or 64 kB of a long one.
    Time handler_time = std::chrono::seconds{30};  ///< Then 503: the disk has stalled.
    Time handshake_time = std::chrono::seconds{10};
    Time linger_time = std::chrono::seconds{2};  ///< After a refusal, so that the browser gets to read it.

    std::size_t connections = 10'000;  ///< About 40 MB if all were idle.
    std::size_t connections_per_address =
        2000;  ///< A school of 200 staff at six connections each shares one.
    std::size_t requests_per_connection = 10'000;

    // Nobody is asked who they are before their body is read: so one address that sends slowly does not keep
    // everybody else from sending a document.
    std::size_t large_bodies = 16;  ///< Of more than 1 MB, at once, at one server.
    std::size_t large_bodies_per_address = 4;
};

}  // namespace safelead::web
