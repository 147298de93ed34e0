#pragma once

#include "base/result.h"
#include "exchange/json_tree.h"
#include "guidance/facts.h"
#include "guidance/pack.h"

#include <string_view>
#include <vector>

namespace safelead::exchange {

/// Reads one facts object, an array of them, or objects that have a `facts` member (what else such an object
/// has is passed over). Nothing is assumed for a malformed fact: the first one is the error, and names its
/// line and field.
[[nodiscard]] Result<std::vector<guidance::Facts>, FieldFault> parse_facts(
    std::string_view text, const guidance::Vocabulary& vocabulary);

}  // namespace safelead::exchange
