#pragma once

#include "base/time.h"

#include <cstdint>
#include <memory>

namespace safelead::record {

/// One event as the log has it: where it stands in the organisation's log, and when it was entered (UTC).
template <class Event>
struct Happened {
    std::uint64_t position;
    Instant at;
    std::shared_ptr<const Event> event;
};

}  // namespace safelead::record
