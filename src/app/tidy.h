#pragma once

#include "app/safelead.h"

#include <cstdint>

namespace safelead::app {

/// Takes away the sessions, drafts and counts whose time is over; they count as gone already. Called every
/// few minutes by a timer. Gives how many there were.
std::uint64_t remove_expired(Safelead& safelead);

/// Finishes what was left to do after erasing where a server was killed, or a store was out of reach, between
/// the certificate and that. Called likewise.
/// @throws what kept one organisation from it, once the others are done: that has to wait for the next time.
void finish_erasures(Safelead& safelead);

}  // namespace safelead::app
