#pragma once

#include "exchange/event_bytes.h"
#include "record/supervision_events.h"

namespace safelead::exchange {

/// docs/formats/events.md.
[[nodiscard]] EventBytes to_event_bytes(const record::SupervisionEvent& event);
[[nodiscard]] Result<record::SupervisionEvent, EventFault> supervision_event(const EventBytes& bytes);

}  // namespace safelead::exchange
