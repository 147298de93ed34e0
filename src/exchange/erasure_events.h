#pragma once

#include "exchange/event_bytes.h"
#include "record/erasure.h"

namespace safelead::exchange {

/// The event named, versioned and written as JSON; `encode` makes it the bytes that are sealed.
[[nodiscard]] EventBytes to_event_bytes(const record::ErasureEvent& event);

/// The event those bytes are. A type, a version or a field this program does not know is a fault, never a
/// guess.
[[nodiscard]] Result<record::ErasureEvent, EventFault> erasure_event(const EventBytes& bytes);

}  // namespace safelead::exchange
