#include "exchange/upcast.h"

#include <algorithm>

namespace safelead::exchange {

Result<EventBytes, EventFault> raise_to(int newest, EventBytes event, std::span<const Upcast> upcasts)
{
    while (event.version != newest) {
        const auto leads_on = [&](const Upcast& upcast) {
            return upcast.type == event.type && upcast.from == event.version;
        };
        const auto upcast = std::ranges::find_if(upcasts, leads_on);
        if (event.version > newest || upcast == upcasts.end()) {
            return fail(EventFault{EventFault::Kind::unknown_version, event.type, event.version, {}});
        }
        event.json = upcast->raise(event.json);
        ++event.version;
    }
    return event;
}

}  // namespace safelead::exchange
