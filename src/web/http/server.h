#pragma once

// Bytes to Request, Response to bytes. One Server is one listener with its own threads; the program may have
// several (pages, metrics, the command socket), each with its own Answerer.

#include "web/http/answerer.h"
#include "web/http/limits.h"
#include "web/http/log.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace safelead::web {

struct TcpAddress {
    std::string address = "127.0.0.1";
    std::uint16_t port = 0;  ///< 0: any free one.
};

/// A socket in the file system that only its owner may use (mode 0600).
struct UnixAddress {
    std::string path;
};

/// PEM files. TLS 1.3 and nothing older.
struct TlsFiles {
    std::string certificate;  ///< With its chain.
    std::string key;
};

enum class Front {
    direct,    ///< Browsers come straight to us.
    tls_proxy  ///< A proxy of ours ends TLS: the scheme is https, and X-Forwarded-For's last address counts.
};

struct ServerOptions {
    std::variant<TcpAddress, UnixAddress> listen;
    std::optional<TlsFiles> tls;
    Front front = Front::direct;
    std::vector<std::string> host_names;  ///< If any, a request for another host is refused.
    unsigned threads = 2;
    Limits limits;
};

class Server {
public:
    /// Binds and listens; serves once started. `answerer` and `log` outlive it.
    /// @throws Unavailable, in one sentence, when the address is taken or a certificate is no good.
    Server(ServerOptions options, Answerer& answerer, Log& log);
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    /// Stops at once, if nobody has stopped it before.
    ~Server();

    void start();

    /// Takes no more connections, closes idle ones, lets what is under way finish within `grace`, then closes
    /// the rest. Returns when every thread has ended.
    void stop(std::chrono::milliseconds grace);

    /// Where it listens; 0 for a Unix socket.
    [[nodiscard]] std::uint16_t port() const;

    [[nodiscard]] std::size_t open_connections() const;

private:
    class Running;
    std::unique_ptr<Running> running_;
};

}  // namespace safelead::web
