#pragma once

#include "exchange/event_bytes.h"
#include "record/conversation_events.h"

namespace safelead::exchange {

/// The event named, versioned and written as JSON; `encode` makes it the bytes that are sealed.
[[nodiscard]] EventBytes to_event_bytes(const record::ConversationEvent& event);
[[nodiscard]] EventBytes to_event_bytes(const record::NameEvent& event);

/// The event those bytes are, raised from an older version where it is one. A type, a version or a field this
/// program does not know is a fault, never a guess.
[[nodiscard]] Result<record::ConversationEvent, EventFault> conversation_event(const EventBytes& bytes);
[[nodiscard]] Result<record::NameEvent, EventFault> name_event(const EventBytes& bytes);

}  // namespace safelead::exchange
