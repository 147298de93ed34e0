#pragma once

#include "app/check_guidance.h"
#include "app/packs.h"
#include "app/who_to_ring.h"

#include <vector>

namespace safelead::app {

/// Local times for steps that no edition has, and those that give more time than an edition does, which have
/// no effect. Only times counted in the same way are compared.
[[nodiscard]] std::vector<Shortcoming> idle_times(const Packs& packs, const LocalGuidance& local);

}  // namespace safelead::app
