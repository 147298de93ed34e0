#pragma once

#include "exchange/event_bytes.h"
#include "record/words.h"

#include <string>
#include <vector>

namespace safelead::exchange {

/// Somebody opened a case to read it. When is the time of the entry. Kept in a stream of its own for each day
/// (docs/formats/views.md).
struct CaseViewed {
    record::CaseId viewed;
    PersonId by;
    std::vector<std::string> roles;  ///< What they were there, in the words of `directory`.
    bool operator==(const CaseViewed&) const = default;
};

/// The event named, versioned and written as JSON; `encode` makes it the bytes that are sealed.
[[nodiscard]] EventBytes to_event_bytes(const CaseViewed& event);

/// The event those bytes are. A type, a version or a field this program does not know is a fault, never a
/// guess.
[[nodiscard]] Result<CaseViewed, EventFault> view_event(const EventBytes& bytes);

}  // namespace safelead::exchange
