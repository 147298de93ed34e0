#pragma once

#include <string>
#include <string_view>

namespace safelead {

/// `text` with every byte but letters, digits and those in `plain` as %XX.
[[nodiscard]] std::string percent_encoded(std::string_view text, std::string_view plain = "-_.");

}  // namespace safelead
