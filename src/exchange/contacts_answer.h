#pragma once

#include "directory/who_to_ring.h"

#include <string>
#include <string_view>
#include <vector>

namespace safelead::exchange {

/// The answer for a program to read (docs/formats/contacts.md): {"at", "area", "contacts": [{…}]}. `today`
/// decides what is said of checks.
[[nodiscard]] std::string who_to_ring_json(const std::vector<directory::ToRing>& list, directory::WallTime at,
                                           std::string_view area, Date today);

}  // namespace safelead::exchange
