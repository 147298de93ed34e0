#pragma once

#include "app/check_guidance.h"
#include "app/packs.h"

#include <vector>

namespace safelead::app {

/// The worked examples of an edition to which it does not give the advice that they expect, or not where they
/// say.
[[nodiscard]] std::vector<Shortcoming> wrong_examples(const Packs& packs, const guidance::Pack& pack);

}  // namespace safelead::app
