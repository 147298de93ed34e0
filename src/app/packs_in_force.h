#pragma once

// What a server advises by: packs that passed their check, or else those that passed it last.

#include "app/packs.h"
#include "base/result.h"

#include <filesystem>
#include <string>

namespace safelead::app {

struct PacksInForce {
    Packs packs;
    std::string refused;  ///< Why those that were given are not in force; empty: they are.
};

/// Neither the packs that were given can be put in force, nor are others kept.
struct NoneInForce {
    std::string why;
};

/// Checks the packs in `guidance`, unless they are the ones that passed last, and keeps a copy of what passed
/// in `kept`. Where they do not pass, those kept stay in force.
/// @throws Unavailable when a folder cannot be read or written.
[[nodiscard]] Result<PacksInForce, NoneInForce> put_in_force(const std::filesystem::path& guidance,
                                                             const std::filesystem::path& kept);

}  // namespace safelead::app
