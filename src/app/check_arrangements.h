#pragma once

#include "app/check_guidance.h"
#include "app/packs.h"

#include <filesystem>
#include <vector>

namespace safelead::app {

/// What is wrong under `guidance`/local: a file that can't be read; local times for steps that no edition
/// has, and those that give more time than an edition does, which have no effect. Only times counted in the
/// same way are compared. A folder of packs alone has nothing there.
[[nodiscard]] std::vector<Shortcoming> wrong_locally(const Packs& packs,
                                                     const std::filesystem::path& guidance);

}  // namespace safelead::app
