#pragma once

#include "web/http/server.h"

#include <cstdint>
#include <string>
#include <vector>

namespace safelead::web {

/// A socket that listens, for as long as this lives. A Unix socket's file goes with it.
class Listening {
public:
    explicit Listening(int descriptor, std::string path = {});
    Listening(Listening&& other) noexcept;
    Listening& operator=(Listening&&) = delete;
    ~Listening();

    [[nodiscard]] int descriptor() const { return descriptor_; }
    [[nodiscard]] std::uint16_t port() const;

private:
    int descriptor_;
    std::string path_;
};

/// `count` sockets on one address, among which the kernel shares out those who come.
/// @throws Unavailable
[[nodiscard]] std::vector<Listening> listen_on(const TcpAddress& address, unsigned count);

/// One socket, which only the owner of this process may use.
/// @throws Unavailable, also when another program answers there.
[[nodiscard]] Listening listen_on(const UnixAddress& address);

}  // namespace safelead::web
