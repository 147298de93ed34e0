#include "web/http/listening.h"

#include "base/unavailable.h"

#include <fmt/format.h>
#include <netdb.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>
#include <utility>

namespace safelead::web {

namespace {

constexpr int waiting_at_the_door = 1024;
constexpr int socket_type = SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC;

using Resolved = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

Resolved resolve(const TcpAddress& address)
{
    addrinfo wanted{};
    wanted.ai_flags = AI_NUMERICHOST | AI_PASSIVE;
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo* found = nullptr;
    if (getaddrinfo(address.address.c_str(), std::to_string(address.port).c_str(), &wanted, &found) != 0) {
        throw Unavailable{fmt::format(
            "\"{}\" is not an address to listen on; write one such as 127.0.0.1 or ::.", address.address)};
    }
    return {found, freeaddrinfo};
}

[[noreturn]] void refuse(const std::string& where)
{
    const int error = errno;
    const std::string advice = error == EADDRINUSE
                                   ? "another program is there; stop it or choose another port"
                                   : std::strerror(error);
    throw Unavailable{fmt::format("Cannot listen on {}: {}.", where, advice)};
}

enum class Sharing { alone, shared };

Listening bind_tcp(const sockaddr* address, socklen_t length, Sharing sharing, const std::string& where)
{
    Listening listening{::socket(address->sa_family, socket_type, 0)};
    const int fd = listening.descriptor();
    const int yes = 1;
    if (fd < 0) refuse(where);
    setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    if (sharing == Sharing::shared) setsockopt(fd, SOL_SOCKET, SO_REUSEPORT, &yes, sizeof yes);
    if (bind(fd, address, length) != 0) refuse(where);
    return listening;
}

/// Whether somebody takes connections at `path` now.
bool is_answered(const sockaddr_un& address)
{
    const Listening probe{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    return connect(probe.descriptor(), reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
}

}  // namespace

Listening::Listening(int descriptor, std::string path) : descriptor_{descriptor}, path_{std::move(path)} {}

Listening::Listening(Listening&& other) noexcept
    : descriptor_{std::exchange(other.descriptor_, -1)}, path_{std::exchange(other.path_, {})}
{
}

Listening::~Listening()
{
    if (!path_.empty()) ::unlink(path_.c_str());
    if (descriptor_ >= 0) ::close(descriptor_);
}

std::uint16_t Listening::port() const
{
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    getsockname(descriptor_, reinterpret_cast<sockaddr*>(&address), &length);
    if (address.ss_family == AF_INET) return ntohs(reinterpret_cast<const sockaddr_in&>(address).sin_port);
    if (address.ss_family == AF_INET6) return ntohs(reinterpret_cast<const sockaddr_in6&>(address).sin6_port);
    return 0;
}

std::vector<Listening> listen_on(const TcpAddress& address, unsigned count)
{
    const std::string where = fmt::format("{} port {}", address.address, address.port);
    TcpAddress actual = address;
    std::vector<Listening> sockets;

    // Sockets that share would also share with an older copy of this program; one that does not tells us of
    // it.
    const Resolved first = resolve(address);
    if (address.port != 0) (void)bind_tcp(first->ai_addr, first->ai_addrlen, Sharing::alone, where);

    for (unsigned i = 0; i < count; ++i) {
        const Resolved each = resolve(actual);
        sockets.push_back(bind_tcp(each->ai_addr, each->ai_addrlen, Sharing::shared, where));
        if (actual.port == 0) actual.port = sockets.front().port();
    }
    for (const Listening& socket : sockets) {
        if (::listen(socket.descriptor(), waiting_at_the_door) != 0) refuse(where);
    }
    return sockets;
}

Listening listen_on(const UnixAddress& address)
{
    sockaddr_un name{};
    name.sun_family = AF_UNIX;
    if (address.path.empty() || address.path.size() >= sizeof name.sun_path) {
        throw Unavailable{fmt::format("The path {} is too long for a socket; choose one under {} characters.",
                                      address.path, sizeof name.sun_path)};
    }
    std::memcpy(name.sun_path, address.path.data(), address.path.size());
    if (is_answered(name)) {
        throw Unavailable{fmt::format("Another program answers at {}; stop it first.", address.path)};
    }
    struct stat present{};
    if (::lstat(address.path.c_str(), &present) == 0) {
        if (!S_ISSOCK(present.st_mode)) {
            throw Unavailable{fmt::format("{} is in the way of our socket; move it.", address.path)};
        }
        ::unlink(address.path.c_str());  // left behind by a server that was killed
    }

    const int fd = ::socket(AF_UNIX, socket_type, 0);
    if (fd < 0) refuse(address.path);
    Listening listening{fd, address.path};
    // Before it has a name, so that there is no moment at which others could open it.
    ::fchmod(fd, S_IRUSR | S_IWUSR);
    if (bind(fd, reinterpret_cast<const sockaddr*>(&name), sizeof name) != 0) refuse(address.path);
    if (::chmod(address.path.c_str(), S_IRUSR | S_IWUSR) != 0) refuse(address.path);
    if (::listen(fd, waiting_at_the_door) != 0) refuse(address.path);
    return listening;
}

}  // namespace safelead::web
