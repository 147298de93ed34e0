#pragma once

// Events that were written by an older program. What is on disk is never rewritten: when an event is read,
// its data is raised version by version to the one this program knows.

#include "exchange/event_bytes.h"

#include <span>
#include <string>
#include <string_view>

namespace safelead::exchange {

/// Turns the data of version `from` of an event type into that of version `from` + 1.
struct Upcast {
    std::string_view type;
    int from;
    std::string (*raise)(std::string_view json);
};

/// `event` at version `newest`. A version that is newer, or that no upcast leads on from, is a fault that
/// names the type and the version.
[[nodiscard]] Result<EventBytes, EventFault> raise_to(int newest, EventBytes event,
                                                      std::span<const Upcast> upcasts);

}  // namespace safelead::exchange
