#pragma once

#include "record/words.h"

namespace safelead::record {

/// Past whoever is said to be part of it: they must not be the first to read it.
[[nodiscard]] RoutedTo route_past(StaffInvolved involved);

}  // namespace safelead::record
