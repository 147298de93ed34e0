#include "main/command_socket.h"

#include "app/safelead.h"
#include "base/unavailable.h"
#include "cli/import.h"
#include "main/netstrings.h"

#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <charconv>
#include <chrono>
#include <condition_variable>
#include <cstring>
#include <thread>
#include <utility>

namespace safelead::main {

namespace {

constexpr std::string_view command_path = "/command";     // "/command/TOKEN" may ask how far it is
constexpr std::string_view progress_path = "/progress/";  // with the same token
constexpr std::size_t longest_token = 64;
constexpr std::chrono::milliseconds between_questions{300};
constexpr std::size_t most_input = cli::most_import_input + 64 * 1024;
constexpr std::size_t most_output = 256U << 20U;

class Connection {
public:
    explicit Connection(int socket) : socket_{socket} {}
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;
    ~Connection() { ::close(socket_); }

    [[nodiscard]] bool connect_to(const std::filesystem::path& path) const
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const std::string name = path.string();
        if (name.size() >= sizeof address.sun_path) return false;
        std::memcpy(address.sun_path, name.data(), name.size());
        return ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
    }

    void send(std::string_view bytes) const
    {
        while (!bytes.empty()) {
            const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) throw Unavailable{"The running server stopped listening: try again."};
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

    /// All that comes until the server closes.
    [[nodiscard]] std::string receive() const
    {
        std::string bytes;
        char piece[65536];
        for (;;) {
            const auto read = ::recv(socket_, piece, sizeof piece, 0);
            if (read < 0) throw Unavailable{"The running server broke off: look at its log, then try again."};
            if (read == 0) return bytes;
            bytes.append(piece, static_cast<std::size_t>(read));
            if (bytes.size() > most_output) throw Unavailable{"The running server's answer was too long."};
        }
    }

private:
    int socket_;
};

std::optional<CommandAnswered> parse_answer(std::string_view response)
{
    const auto head = response.find("\r\n\r\n");
    if (!response.starts_with("HTTP/1.1 200") || head == std::string_view::npos) return std::nullopt;
    auto parts = parse_netstrings(response.substr(head + 4));
    if (!parts || parts->size() != 3) return std::nullopt;
    int exit_code = 0;
    const std::string& code = parts->at(0);
    if (std::from_chars(code.data(), code.data() + code.size(), exit_code).ec != std::errc{})
        return std::nullopt;
    return CommandAnswered{exit_code, std::move(parts->at(1)), std::move(parts->at(2))};
}

}  // namespace

std::filesystem::path command_socket(const std::filesystem::path& data_folder)
{
    return data_folder / "command.socket";
}

namespace {

/// Asks every third of a second how far the command with this token is, until it is told to stop.
class AskingHowFar {
public:
    AskingHowFar(std::filesystem::path socket, std::string token, const TellProgress& tell)
        : socket_{std::move(socket)}, token_{std::move(token)}, tell_{tell}
    {
        if (tell_) thread_ = std::jthread{[this](const std::stop_token& stop) { ask(stop); }};
    }

private:
    void ask(const std::stop_token& stop)
    {
        std::unique_lock lock{mutex_};
        while (!wake_.wait_for(lock, stop, between_questions, [] { return false; })) {
            if (stop.stop_requested()) return;
            ask_once();
        }
    }

    // What goes wrong here only means that nothing is told: the command itself says what is wrong.
    void ask_once() const
    {
        try {
            const Connection connection{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
            if (!connection.connect_to(socket_)) return;
            connection.send(fmt::format("GET {}{} HTTP/1.1\r\nHost: safelead\r\nConnection: close\r\n\r\n",
                                        progress_path, token_));
            const std::string response = connection.receive();
            const auto head = response.find("\r\n\r\n");
            if (!response.starts_with("HTTP/1.1 200") || head == std::string::npos) return;
            if (response.size() > head + 4) tell_(std::string_view{response}.substr(head + 4));
        } catch (const Unavailable&) {
            return;
        }
    }

    std::filesystem::path socket_;
    std::string token_;
    const TellProgress& tell_;
    std::mutex mutex_;
    std::condition_variable_any wake_;
    std::jthread thread_;  // Last: it stops first.
};

}  // namespace

std::optional<CommandAnswered> ask_running_server(const std::filesystem::path& data_folder,
                                                  const CommandAsked& asked, const TellProgress& tell)
{
    const auto socket = command_socket(data_folder);
    const Connection connection{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    if (!connection.connect_to(socket)) return std::nullopt;

    auto parts = asked.arguments;
    parts.push_back(asked.input);
    const std::string body = to_netstrings(parts);
    const std::string token = app::Safelead::random_text();
    connection.send(
        fmt::format("POST {}/{} HTTP/1.1\r\nHost: safelead\r\nConnection: close\r\n"
                    "Content-Type: application/octet-stream\r\nContent-Length: {}\r\n\r\n",
                    command_path, token, body.size()));
    connection.send(body);
    const AskingHowFar asking{socket, token, tell};
    auto answered = parse_answer(connection.receive());
    if (!answered)
        throw Unavailable{
            "The running server did not carry the command out: look at its log, then try again."};
    return answered;
}

namespace {

/// What stands after "/command/" or "/progress/".
std::optional<std::string_view> token_in(std::string_view path, std::string_view before)
{
    if (!path.starts_with(before)) return std::nullopt;
    const auto token = path.substr(before.size());
    if (token.empty() || token.size() > longest_token) return std::nullopt;
    return token;
}

web::Response bytes_response(std::string bytes)
{
    web::Response response = web::text_response(std::move(bytes));
    response.content_type = "application/octet-stream";
    return response;
}

}  // namespace

std::variant<web::BodyRule, web::Refused> CommandAnswerer::admit(web::Request& head)
{
    if (token_in(head.path, progress_path)) {
        if (head.method != web::Method::get)
            return web::Refused{web::Fault::wrong_method, {{"Allow", "GET"}}};
        head.route = progress_path;
        return web::BodyRule{};
    }
    if (head.path != command_path && !token_in(head.path, fmt::format("{}/", command_path)))
        return web::Refused{web::Fault::not_found, {}};
    if (head.method != web::Method::post) return web::Refused{web::Fault::wrong_method, {{"Allow", "POST"}}};
    head.route = command_path;
    return web::BodyRule{web::BodyKind::raw, most_input};
}

std::string CommandAnswerer::progress_of(std::string_view token) const
{
    const std::lock_guard lock{mutex_};
    return under_way_ == token ? progress_ : std::string{};
}

Later<web::Response> CommandAnswerer::answer(const web::Request& request)
{
    if (const auto token = token_in(request.path, progress_path)) return bytes_response(progress_of(*token));
    auto parts = parse_netstrings(request.body);
    if (!parts || parts->empty()) return fault_page(web::Fault::bad_request, "", &request);
    std::string input = std::move(parts->back());
    parts->pop_back();
    const auto token = token_in(request.path, fmt::format("{}/", command_path)).value_or("");
    auto working = worker_.run(
        [this, asked = CommandAsked{std::move(*parts), std::move(input)}, token = std::string{token}] {
            {
                const std::lock_guard lock{mutex_};
                under_way_ = token;
                progress_.clear();
            }
            const auto answered = carry_out_(asked, [this](std::string_view far) {
                const std::lock_guard lock{mutex_};
                progress_ = far;
            });
            return bytes_response(
                to_netstrings({std::to_string(answered.exit_code), answered.out, answered.err}));
        });
    if (!working) return fault_page(web::Fault::unavailable, "", &request);
    return *std::move(working);
}

web::Response CommandAnswerer::fault_page(web::Fault fault, std::string_view, const web::Request*)
{
    return web::text_response("refused\n", web::status_of(fault));
}

}  // namespace safelead::main
