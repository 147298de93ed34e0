#pragma once

#include "record/case.h"

#include <string_view>
#include <vector>

namespace safelead::record {

/// The cases that this one hangs together with now, in the order in which somebody said so.
[[nodiscard]] std::vector<CasesLinked> linked_cases(const Case& of);

/// The link to the case of that reference, if there is one now; null if not.
[[nodiscard]] const CasesLinked* link_to(const Case& of, std::string_view other);

}  // namespace safelead::record
