#pragma once

// How a command reaches a running server: it has the data folder, so it carries the command out and says what
// to print. The socket stands in the data folder and only its owner may use it.

#include "app/workers.h"
#include "web/http/answerer.h"

#include <filesystem>
#include <functional>
#include <mutex>
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

/// What is told of how far long work is: "3 of 12 organisations".
using TellProgress = std::function<void(std::string_view)>;

/// Asks the server that has `data_folder` open. Nothing if no server listens there. `tell`, if there is one,
/// hears now and then how far the server is.
/// @throws Unavailable when it stops answering half way.
[[nodiscard]] std::optional<CommandAnswered> ask_running_server(const std::filesystem::path& data_folder,
                                                                const CommandAsked& asked,
                                                                const TellProgress& tell = {});

/// The server's end. `carry_out` is called on a thread of its own, one command at a time; meanwhile the
/// listener answers whoever asks how far theirs is.
class CommandAnswerer final : public web::Answerer {
public:
    using CarryOut = std::function<CommandAnswered(const CommandAsked&, const TellProgress&)>;

    explicit CommandAnswerer(CarryOut carry_out) : carry_out_{std::move(carry_out)} {}

    std::variant<web::BodyRule, web::Refused> admit(web::Request& head) override;
    Later<web::Response> answer(const web::Request& request) override;
    web::Response fault_page(web::Fault fault, std::string_view incident, const web::Request* asked) override;

private:
    [[nodiscard]] std::string progress_of(std::string_view token) const;

    CarryOut carry_out_;
    mutable std::mutex mutex_;
    std::string under_way_;       ///< The token of whoever's command is being carried out.
    std::string progress_;        ///< How far it is.
    app::Workers worker_{1, 64};  // Last: its thread stops first.
};

}  // namespace safelead::main
