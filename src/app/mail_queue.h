#pragma once

// Mail that has not left yet: one at most for each person, kept under their id and without their address,
// which is looked up when it leaves.

#include "base/ids.h"

namespace safelead::app {

class Parts;

/// Unless one for them is there already: it says the same.
void put_in_queue(Parts& parts, const PersonId& person);

}  // namespace safelead::app
