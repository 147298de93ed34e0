#pragma once

// What the commands on the record have in common.

#include "app/not_done.h"
#include "base/ids.h"

#include <iosfwd>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::cli {

/// Each time a command is given it is another: nobody gives one twice by mistake, as they press a button.
[[nodiscard]] CommandId new_command();

/// Says in one sentence why it was not done. Gives the exit code.
[[nodiscard]] int refused(const app::NotDone& why, std::ostream& errors);
[[nodiscard]] int wrong(std::ostream& errors, std::string_view sentence);

/// What a person types is never refused: what carries data is taken out, and that is said.
void say_taken_out(std::vector<std::string> typed, std::ostream& errors);

}  // namespace safelead::cli
