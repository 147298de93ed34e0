#pragma once

#include "app/safelead.h"

#include <cstdint>

namespace safelead::app {

/// Takes away the sessions, drafts and counts whose time is over; they count as gone already. Called every
/// few minutes by a timer. Gives how many there were.
std::uint64_t remove_expired(Safelead& safelead);

}  // namespace safelead::app
