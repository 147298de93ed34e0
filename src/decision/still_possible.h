#pragma once

#include "guidance/facts.h"
#include "guidance/pack.h"

#include <vector>

namespace safelead::decision {

/// The rules that do not speak now, but would under some way of answering what is still open. Of the tables
/// up to the route; what follows from the route (whom to consult, flags, overlays) is left out. In the order
/// of the tables.
[[nodiscard]] std::vector<guidance::RuleId> still_possible(const guidance::Pack& pack,
                                                           const guidance::Facts& facts);

}  // namespace safelead::decision
