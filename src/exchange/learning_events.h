#pragma once

#include "exchange/event_bytes.h"
#include "learning/learner.h"
#include "learning/session_events.h"

namespace safelead::exchange {

/// The event named, versioned and written as JSON; `encode` makes it the bytes that are sealed.
[[nodiscard]] EventBytes to_event_bytes(const learning::SessionEvent& event);
[[nodiscard]] EventBytes to_event_bytes(const learning::LearnerEvent& event);

/// The event those bytes are. A type, a version or a field this program does not know is a fault, never a
/// guess.
[[nodiscard]] Result<learning::SessionEvent, EventFault> session_event(const EventBytes& bytes);
[[nodiscard]] Result<learning::LearnerEvent, EventFault> learner_event(const EventBytes& bytes);

}  // namespace safelead::exchange
