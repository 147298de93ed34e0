#pragma once

#include "cli/command_line.h"
#include "main/timer.h"
#include "post/mail.h"

#include <memory>

namespace safelead::app {
class Safelead;
}
namespace safelead::web {
class Log;
}

namespace safelead::main {

/// Looks who is to be told that something waits, and sends what is queued. Nothing happens where no mail
/// server is named.
class MailTimers {
public:
    /// @throws Unavailable when an address or the password's file is not as it should be.
    [[nodiscard]] static std::unique_ptr<MailTimers> of(const cli::MailBy& asked, app::Safelead& safelead,
                                                        web::Log& log);

    /// By any carrier.
    MailTimers(std::unique_ptr<post::Carrier> carrier, app::Safelead& safelead, web::Log& log);

private:
    std::unique_ptr<post::Carrier> carrier_;
    std::unique_ptr<Timer> timer_;  // Last: it stops first.
};

}  // namespace safelead::main
