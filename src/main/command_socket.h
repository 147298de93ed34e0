#pragma once

// How a command reaches a running server: it has the data folder, so it carries the command out and says what
// to print. The socket stands in the data folder and only its owner may use it.

#include "web/http/answerer.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace safelead::main {

struct CommandAsked {
    std::vector<std::string> arguments;
    std::string input;  ///< What stood on standard input, for commands that read a password.
};

struct CommandAnswered {
    int exit_code;
    std::string out;
    std::string err;
};

[[nodiscard]] std::filesystem::path command_socket(const std::filesystem::path& data_folder);

/// Asks the server that has `data_folder` open. Nothing if no server listens there.
/// @throws Unavailable when it stops answering half way.
[[nodiscard]] std::optional<CommandAnswered> ask_running_server(const std::filesystem::path& data_folder,
                                                                const CommandAsked& asked);

/// The server's end. `carry_out` is called on that listener's own thread, one command at a time.
class CommandAnswerer final : public web::Answerer {
public:
    using CarryOut = std::function<CommandAnswered(const CommandAsked&)>;

    explicit CommandAnswerer(CarryOut carry_out) : carry_out_{std::move(carry_out)} {}

    std::variant<web::BodyRule, web::Refused> admit(web::Request& head) override;
    Later<web::Response> answer(const web::Request& request) override;
    web::Response fault_page(web::Fault fault, std::string_view incident) override;

private:
    CarryOut carry_out_;
};

}  // namespace safelead::main
