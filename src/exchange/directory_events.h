#pragma once

#include "directory/partnership.h"
#include "exchange/event_bytes.h"

namespace safelead::exchange {

/// The event named, versioned and written as JSON; `encode` makes it the bytes that are sealed.
[[nodiscard]] EventBytes to_event_bytes(const directory::Event& event);

/// The event those bytes are. A type, a version or a field this program does not know is a fault, never a
/// guess.
[[nodiscard]] Result<directory::Event, EventFault> directory_event(const EventBytes& bytes);

}  // namespace safelead::exchange
