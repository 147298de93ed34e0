#pragma once

// A command on the record as a running server is told it: whole, so that what stands in the server's own
// environment, or in a safelead.toml where it was started, says nothing of what somebody else asks.

#include "cli/reading.h"

#include <string>
#include <vector>

namespace safelead::cli {

/// The chosen command and all that was given to it, by options, SAFELEAD_… or safelead.toml alike. What was
/// read by `read` is said again.
[[nodiscard]] std::vector<std::string> said_again(const CLI::App& read);

/// From now on `command`, and those below it, take what is said and nothing from the environment.
void leave_environment_out(CLI::App& command);

}  // namespace safelead::cli
