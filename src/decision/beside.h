#pragma once

#include "guidance/pack.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace safelead::decision {

/// A route that somebody chose beside the one that is advised, by how urgent an edition says they are.
enum class Beside : std::uint8_t { same, higher, lower };

/// Nothing where the edition has no such route. Another route of the same weight is the same.
[[nodiscard]] std::optional<Beside> beside(const guidance::Pack& pack, std::string_view chosen,
                                           std::string_view advised);

}  // namespace safelead::decision
