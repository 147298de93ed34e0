#pragma once

// What follows from the advice, or from what a person decided instead of it.

#include "decision/evaluate.h"
#include "guidance/pack.h"

#include <string_view>
#include <vector>

namespace safelead::decision {

/// The steps that the advice calls for, in the order of the pack.
[[nodiscard]] std::vector<guidance::Step> steps_for(const guidance::Pack& pack, const Advice& advice);

/// The steps when a person decided on `route` instead of the advised one; all else as advised.
[[nodiscard]] std::vector<guidance::Step> steps_for(const guidance::Pack& pack, const Advice& advice,
                                                    std::string_view route);

}  // namespace safelead::decision
