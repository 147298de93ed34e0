#pragma once

#include "directory/who_to_ring.h"
#include "web/text/phrase.h"

#include <string>
#include <vector>

namespace safelead::web {

/// Somebody to ring, ready to be shown.
struct Ring {
    std::string who;
    std::string number;
    std::string when;  ///< "Open now, until 5pm."; may be empty.
};

/// A number that rings when it is tapped.
[[nodiscard]] Html telephone_link(std::string_view number);

/// A list of whom to ring, in the order to ring them.
[[nodiscard]] Html ring_list(const std::vector<Ring>& rings);

/// What `who_to_ring` gave, in words.
[[nodiscard]] std::vector<Ring> rings_of(const std::vector<directory::ToRing>& to_ring,
                                         directory::WallTime at);

}  // namespace safelead::web
