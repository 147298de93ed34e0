#pragma once

// Facts made as small as they can be while something is still so of them: what is left is what matters, and a
// person can read it.

#include "guidance/facts.h"

#include <functional>

namespace safelead::decision {

/// Takes out people, answers, roles, ages and settings one after another, as long as `still` holds of what is
/// left. `still` must hold of `facts`. Taking out any one thing more would make it false.
[[nodiscard]] guidance::Facts smallest(guidance::Facts facts,
                                       const std::function<bool(const guidance::Facts&)>& still);

}  // namespace safelead::decision
