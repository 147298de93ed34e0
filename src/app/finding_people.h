#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace safelead::app {

class Parts;

/// What a person is found by at sign-in: an HMAC of their normalised e-mail. Nothing if it can't be an
/// address.
[[nodiscard]] std::optional<std::string> sign_in_key(const Parts& parts, std::string_view email);

}  // namespace safelead::app
