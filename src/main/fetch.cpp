#include "main/fetch.h"

#include "base/text.h"
#include "base/unavailable.h"

#include <fmt/format.h>
#include <netdb.h>
#include <openssl/ssl.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <memory>

namespace safelead::main {
namespace {

using namespace std::chrono_literals;
using Clock = std::chrono::steady_clock;

constexpr std::size_t longest_answer = std::size_t{1} << 20U;
constexpr auto longest_wait = 60s;
constexpr ::timeval step_wait{20, 0};

[[noreturn]] void fail_to_reach(const WebAddress& address, std::string_view why)
{
    throw Unavailable{fmt::format("{}:{} {}: try again later; with --every that happens by itself.",
                                  address.host, address.port, why)};
}

struct FreeAddresses {
    void operator()(::addrinfo* found) const { ::freeaddrinfo(found); }
};
struct FreeContext {
    void operator()(SSL_CTX* context) const { SSL_CTX_free(context); }
};
struct FreeSsl {
    void operator()(SSL* ssl) const { SSL_free(ssl); }
};

class Socket {
public:
    explicit Socket(const WebAddress& address)
    {
        ::addrinfo wanted{};
        wanted.ai_socktype = SOCK_STREAM;
        ::addrinfo* list = nullptr;
        if (::getaddrinfo(address.host.c_str(), address.port.c_str(), &wanted, &list) != 0)
            fail_to_reach(address, "is not known");
        const std::unique_ptr<::addrinfo, FreeAddresses> found{list};
        for (const auto* one = found.get(); one != nullptr; one = one->ai_next)
            if (try_one(*one)) return;
        fail_to_reach(address, "can't be reached");
    }
    Socket(const Socket&) = delete;
    Socket& operator=(const Socket&) = delete;
    ~Socket()
    {
        if (number_ >= 0) ::close(number_);
    }

    [[nodiscard]] int number() const { return number_; }

private:
    bool try_one(const ::addrinfo& to)
    {
        number_ = ::socket(to.ai_family, to.ai_socktype | SOCK_CLOEXEC, to.ai_protocol);
        if (number_ < 0) return false;
        ::setsockopt(number_, SOL_SOCKET, SO_SNDTIMEO, &step_wait, sizeof step_wait);
        ::setsockopt(number_, SOL_SOCKET, SO_RCVTIMEO, &step_wait, sizeof step_wait);
        if (::connect(number_, to.ai_addr, to.ai_addrlen) == 0) return true;
        ::close(number_);
        number_ = -1;
        return false;
    }

    int number_ = -1;
};

/// The bytes both ways, sealed if asked.
class Wire {
public:
    Wire(const WebAddress& address, const std::filesystem::path& trust) : address_{address}, socket_{address}
    {
        if (address.is_tls) begin_tls(trust);
    }

    void send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const auto sent = ssl_ ? SSL_write(ssl_.get(), bytes.data(), static_cast<int>(bytes.size()))
                                   : ::send(socket_.number(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) fail_to_reach(address_, "stopped listening");
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

    /// All that comes until it is closed.
    [[nodiscard]] std::string receive()
    {
        const auto until = Clock::now() + longest_wait;
        std::string bytes;
        char piece[16384];
        for (;;) {
            const auto read = ssl_ ? SSL_read(ssl_.get(), piece, sizeof piece)
                                   : ::recv(socket_.number(), piece, sizeof piece, 0);
            if (read == 0 || (ssl_ && read < 0 && is_closed(static_cast<int>(read)))) return bytes;
            if (read < 0 || Clock::now() > until) fail_to_reach(address_, "did not answer in time");
            bytes.append(piece, static_cast<std::size_t>(read));
            if (bytes.size() > longest_answer) fail_to_reach(address_, "answered at too great length");
        }
    }

private:
    void begin_tls(const std::filesystem::path& trust)
    {
        context_.reset(SSL_CTX_new(TLS_client_method()));
        SSL_CTX_set_min_proto_version(context_.get(), TLS1_2_VERSION);
        SSL_CTX_set_default_verify_paths(context_.get());
        SSL_CTX_set_verify(context_.get(), SSL_VERIFY_PEER, nullptr);
        if (!trust.empty() && SSL_CTX_load_verify_locations(context_.get(), trust.c_str(), nullptr) != 1)
            throw Unavailable{fmt::format("{} has no certificates: give a PEM file.", trust.string())};
        ssl_.reset(SSL_new(context_.get()));
        SSL_set_fd(ssl_.get(), socket_.number());
        SSL_set_tlsext_host_name(ssl_.get(), address_.host.c_str());
        SSL_set1_host(ssl_.get(), address_.host.c_str());
        if (SSL_connect(ssl_.get()) != 1)
            fail_to_reach(address_, "has no certificate that can be trusted, or none at all");
    }

    [[nodiscard]] bool is_closed(int result) const
    {
        return SSL_get_error(ssl_.get(), result) == SSL_ERROR_ZERO_RETURN;
    }

    const WebAddress& address_;
    Socket socket_;
    std::unique_ptr<SSL_CTX, FreeContext> context_;
    std::unique_ptr<SSL, FreeSsl> ssl_;
};

template <class Number>
bool reads_whole(std::string_view digits, Number& into)
{
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), into);
    return read.ec == std::errc{} && read.ptr == digits.data() + digits.size();
}

}  // namespace

std::optional<Fetched> parse_answer(std::string_view bytes)
{
    const auto head = bytes.find("\r\n\r\n");
    if (!bytes.starts_with("HTTP/1.1 ") || head == std::string_view::npos || head < 12) return std::nullopt;
    Fetched fetched{0, std::string{bytes.substr(head + 4)}};
    if (!reads_whole(bytes.substr(9, 3), fetched.status)) return std::nullopt;

    // A body that was cut short must not be taken for a whole one.
    const auto lower = ascii_lower(bytes.substr(0, head + 2));
    constexpr std::string_view length_name = "\r\ncontent-length:";
    const auto at = lower.find(length_name);
    if (at == std::string::npos)
        return fetched.status == 204 && fetched.body.empty() ? std::optional{fetched} : std::nullopt;
    const auto end = lower.find("\r\n", at + 2);
    const auto value =
        trim(std::string_view{lower}.substr(at + length_name.size(), end - at - length_name.size()));
    std::size_t length = 0;
    if (!reads_whole(value, length) || fetched.body.size() != length) return std::nullopt;
    return fetched;
}

std::optional<WebAddress> parse_web_address(std::string_view text)
{
    WebAddress address;
    address.is_tls = text.starts_with("https://");
    if (!address.is_tls && !text.starts_with("http://")) return std::nullopt;
    text.remove_prefix(address.is_tls ? 8 : 7);
    const auto slash = std::min(text.find('/'), text.size());
    auto host = text.substr(0, slash);
    address.path = slash == text.size() ? "/" : std::string{text.substr(slash)};
    address.port = address.is_tls ? "443" : "80";
    const auto colon = host.rfind(':');
    if (colon != std::string_view::npos && host.find(']', colon) == std::string_view::npos) {
        address.port = host.substr(colon + 1);
        host = host.substr(0, colon);
    }
    if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
    address.host = host;
    const bool is_plain = text.find_first_of(" \r\n@?#") == std::string_view::npos;
    if (address.host.empty() || address.port.empty() || !is_plain) return std::nullopt;
    return address;
}

Fetched fetch(const WebAddress& address, const std::optional<std::string>& body,
              const std::filesystem::path& trust)
{
    Wire wire{address, trust};
    auto request = fmt::format("{} {} HTTP/1.1\r\nHost: {}:{}\r\nConnection: close\r\nAccept: text/plain\r\n",
                               body ? "POST" : "GET", address.path, address.host, address.port);
    if (body)
        request +=
            fmt::format("Content-Type: text/plain\r\nContent-Length: {}\r\n\r\n{}", body->size(), *body);
    else
        request += "\r\n";
    wire.send(request);
    auto fetched = parse_answer(wire.receive());
    if (!fetched) fail_to_reach(address, "did not answer as it should");
    return *std::move(fetched);
}

}  // namespace safelead::main
