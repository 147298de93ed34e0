#pragma once

#include "exchange/event_bytes.h"
#include "record/referral_events.h"

namespace safelead::exchange {

/// The event named, versioned and written as JSON; `encode` makes it the bytes that are sealed.
[[nodiscard]] EventBytes to_event_bytes(const record::ReferralEvent& event);

/// The event those bytes are. A type, a version or a field this program does not know is a fault, never a
/// guess.
[[nodiscard]] Result<record::ReferralEvent, EventFault> referral_event(const EventBytes& bytes);

}  // namespace safelead::exchange
