#pragma once

// A server on a free port of the loopback, and a visitor that says exactly what it is told to.

#include "base/unavailable.h"
#include "web/http/server.h"

#include <arpa/inet.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <condition_variable>
#include <cstring>
#include <functional>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace safelead::web {

/// Answers as a test tells it to. Faults are answered with their number.
class AnyAnswerer final : public Answerer {
public:
    std::function<Later<Response>(const Request&)> say = [](const Request&) { return text_response("here"); };
    std::variant<BodyRule, Refused> admission = BodyRule{};

    std::variant<BodyRule, Refused> admit(Request& head) override
    {
        head.route = "/any";
        return admission;
    }
    Later<Response> answer(const Request& request) override { return say(request); }
    Response fault_page(Fault fault, std::string_view incident, const Request*) override
    {
        return html_response("<p>fault " + std::to_string(static_cast<int>(fault)) + ' ' +
                             std::string{incident});
    }
};

/// A gate that a test opens.
class TestGate final : public Gate {
public:
    void when_open(std::function<void()> tell) override
    {
        {
            const std::lock_guard lock{mutex_};
            if (!is_open_) {
                tell_ = std::move(tell);
                is_asked_ = true;
                changed_.notify_all();
                return;
            }
        }
        tell();
    }
    void wait() override {}
    void open()
    {
        std::function<void()> tell;
        {
            const std::lock_guard lock{mutex_};
            is_open_ = true;
            tell = std::move(tell_);
        }
        if (tell) tell();
    }
    void wait_until_asked()
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [this] { return is_asked_; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::function<void()> tell_;
    bool is_open_ = false;
    bool is_asked_ = false;
};

/// What came back.
struct Answer {
    int status = 0;
    std::string head;
    std::string body;
};

enum class Carries { body, head_only };

/// A plain blocking socket. Every read gives up after ten seconds, which fails the test.
class Visitor {
public:
    explicit Visitor(std::uint16_t port) : fd_{::socket(AF_INET, SOCK_STREAM, 0)}
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        set_patience();
        is_connected_ = ::connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    explicit Visitor(const std::string& path) : fd_{::socket(AF_UNIX, SOCK_STREAM, 0)}
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, path.data(), path.size());
        set_patience();
        is_connected_ = ::connect(fd_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }
    Visitor(Visitor&& other) noexcept
        : fd_{std::exchange(other.fd_, -1)}, is_connected_{other.is_connected_}, read_{std::move(other.read_)}
    {
    }
    Visitor& operator=(Visitor&&) = delete;
    ~Visitor()
    {
        if (fd_ >= 0) ::close(fd_);
    }

    [[nodiscard]] bool is_connected() const { return is_connected_; }
    [[nodiscard]] int descriptor() const { return fd_; }

    Visitor& send(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const ssize_t count = ::send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (count <= 0) break;  // the server may rightly have gone
            bytes.remove_prefix(static_cast<std::size_t>(count));
        }
        return *this;
    }
    void end_sending() { ::shutdown(fd_, SHUT_WR); }

    /// The next answer; status 0 if the connection closed instead.
    Answer receive(Carries carries = Carries::body)
    {
        std::size_t end = 0;
        while ((end = read_.find("\r\n\r\n")) == std::string::npos) {
            if (!read_more()) return {};
        }
        Answer answer;
        answer.head = read_.substr(0, end + 4);
        answer.status = std::stoi(answer.head.substr(9, 3));
        std::size_t length = 0;
        const auto at = answer.head.find("Content-Length: ");
        if (carries == Carries::body && at != std::string::npos)
            length = std::stoul(answer.head.substr(at + 16));
        while (read_.size() < end + 4 + length) {
            if (!read_more()) return {};
        }
        answer.body = read_.substr(end + 4, length);
        read_.erase(0, end + 4 + length);
        return answer;
    }

    /// Waits for the server to close, and for nothing more to come first.
    [[nodiscard]] bool is_closed_by_server()
    {
        while (read_more()) {
        }
        return is_closed_ && read_.empty();
    }

private:
    void set_patience() const
    {
        const timeval ten_seconds{10, 0};
        setsockopt(fd_, SOL_SOCKET, SO_RCVTIMEO, &ten_seconds, sizeof ten_seconds);
    }
    bool read_more()
    {
        char bytes[4096];
        const ssize_t count = ::recv(fd_, bytes, sizeof bytes, 0);
        if (count == 0 || (count < 0 && errno == ECONNRESET)) is_closed_ = true;
        if (count <= 0) return false;
        read_.append(bytes, static_cast<std::size_t>(count));
        return true;
    }

    int fd_;
    bool is_connected_ = false;
    bool is_closed_ = false;
    std::string read_;
};

/// A running server. What it does is set before it is started.
class Served {
public:
    explicit Served(std::function<void(ServerOptions&)> choose = {})
    {
        if (choose) choose(options);
        log = std::make_unique<Log>([this](std::string_view lines) { logged += lines; });
    }
    Served& start()
    {
        server = std::make_unique<Server>(options, answerer, *log);
        server->start();
        return *this;
    }
    [[nodiscard]] Visitor visit() const { return Visitor{server->port()}; }

    ServerOptions options;
    AnyAnswerer answerer;
    std::string logged;  ///< To be read once the server has stopped.
    std::unique_ptr<Log> log;
    std::unique_ptr<Server> server;
};

inline std::string get(std::string_view target)
{
    return "GET " + std::string{target} + " HTTP/1.1\r\nHost: safelead.example\r\n\r\n";
}

inline std::string post(std::string_view content_type, std::string_view body, std::string_view more = "")
{
    return "POST /form HTTP/1.1\r\nHost: safelead.example\r\nContent-Type: " + std::string{content_type} +
           "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n" + std::string{more} + "\r\n" +
           std::string{body};
}

inline constexpr std::string_view form_type = "application/x-www-form-urlencoded";

}  // namespace safelead::web
