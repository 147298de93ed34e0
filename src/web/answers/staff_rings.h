#pragma once

#include "app/ringing.h"
#include "record/words.h"
#include "web/pages/rings.h"

#include <vector>

namespace safelead::web {

/// The lead and whoever comes after them, on the lead's line or the office's.
[[nodiscard]] std::vector<Ring> in_house_rings(const app::Ringing& ringing);

/// The same, without those whom a report went past.
[[nodiscard]] std::vector<Ring> rings_past(const app::Ringing& ringing, record::RoutedTo routed_to);

/// Outside lines for one need, in the order to ring them.
[[nodiscard]] std::vector<Ring> rings_for_need(const app::Ringing& ringing, directory::Need need);

}  // namespace safelead::web
