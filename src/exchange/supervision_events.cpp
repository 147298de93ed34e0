#include "exchange/supervision_events.h"

#include "exchange/event_reading.h"
#include "exchange/kept_fields.h"
#include "exchange/record_fields.h"

namespace safelead::exchange {

EventBytes to_event_bytes(const record::SupervisionEvent& event)
{
    return bytes_of_event(event);
}

Result<record::SupervisionEvent, EventFault> supervision_event(const EventBytes& bytes)
{
    return event_of_bytes<record::SupervisionEvent>(bytes, {});
}

}  // namespace safelead::exchange
