#include "main/command_socket.h"

#include "base/unavailable.h"
#include "main/netstrings.h"

#include <fmt/format.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <charconv>
#include <cstring>
#include <utility>

namespace safelead::main {

namespace {

constexpr std::string_view command_path = "/command";
constexpr std::size_t most_input = 64 * 1024;
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

std::optional<CommandAnswered> ask_running_server(const std::filesystem::path& data_folder,
                                                  const CommandAsked& asked)
{
    const Connection connection{::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    if (!connection.connect_to(command_socket(data_folder))) return std::nullopt;

    auto parts = asked.arguments;
    parts.push_back(asked.input);
    const std::string body = to_netstrings(parts);
    connection.send(
        fmt::format("POST {} HTTP/1.1\r\nHost: safelead\r\nConnection: close\r\n"
                    "Content-Type: application/octet-stream\r\nContent-Length: {}\r\n\r\n",
                    command_path, body.size()));
    connection.send(body);
    auto answered = parse_answer(connection.receive());
    if (!answered)
        throw Unavailable{
            "The running server did not carry the command out: look at its log, then try again."};
    return answered;
}

std::variant<web::BodyRule, web::Refused> CommandAnswerer::admit(web::Request& head)
{
    if (head.path != command_path) return web::Refused{web::Fault::not_found, {}};
    if (head.method != web::Method::post) return web::Refused{web::Fault::wrong_method, {{"Allow", "POST"}}};
    head.route = command_path;
    return web::BodyRule{web::BodyKind::raw, most_input};
}

Later<web::Response> CommandAnswerer::answer(const web::Request& request)
{
    auto parts = parse_netstrings(request.body);
    if (!parts || parts->empty()) return fault_page(web::Fault::bad_request, "");
    std::string input = std::move(parts->back());
    parts->pop_back();
    const auto answered = carry_out_({std::move(*parts), std::move(input)});
    web::Response response =
        web::text_response(to_netstrings({std::to_string(answered.exit_code), answered.out, answered.err}));
    response.content_type = "application/octet-stream";
    return response;
}

web::Response CommandAnswerer::fault_page(web::Fault fault, std::string_view)
{
    return web::text_response("refused\n", web::status_of(fault));
}

}  // namespace safelead::main
