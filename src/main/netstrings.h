#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::main {

/// Texts one after the other, each with its length in front: "3:abc,0:,". (D. J. Bernstein's netstrings.)
[[nodiscard]] std::string to_netstrings(const std::vector<std::string>& texts);

/// Reads exactly what `to_netstrings` writes; nothing if it is anything else.
[[nodiscard]] std::optional<std::vector<std::string>> parse_netstrings(std::string_view bytes);

}  // namespace safelead::main
