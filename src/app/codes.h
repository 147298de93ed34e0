#pragma once

// Codes of a second factor, checked.

#include "base/ids.h"
#include "directory/partnership.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::app {

class Parts;

/// "abcd-efgh-ijkl-mnop", as a person is shown it, and the HMAC that is kept of it.
struct RecoveryCodes {
    std::vector<std::string> shown;
    std::vector<std::string> kept;
};
/// They come from the command, so that it gets the same answer when it is sent again.
[[nodiscard]] RecoveryCodes new_recovery_codes(Parts& parts, std::string_view by, const CommandId& command);

/// 128 bits as 26 letters and digits, which only this server can work out of the command.
[[nodiscard]] std::string code_of_command(Parts& parts, std::string_view what, std::string_view by,
                                          const CommandId& command, std::size_t number = 0);

/// What is kept of a recovery code, however it was typed: with spaces, without hyphens, in capitals. Empty if
/// it can't be one.
[[nodiscard]] std::string recovery_code_kept(Parts& parts, std::string_view typed);

/// Whether `typed` is a code that the app with this secret shows now and that was not used before; then it is
/// used.
[[nodiscard]] bool use_timed_code(Parts& parts, const PersonId& person, std::string_view secret,
                                  std::string_view typed);

}  // namespace safelead::app
