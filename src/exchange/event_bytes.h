#pragma once

// How one event is written before it is sealed (docs/formats/events.md): one JSON object,
//   {"type":"organisation-added","version":1,"data":{…}}
// The frame is the same for every stream; `data` belongs to the type and its version.

#include "base/bytes.h"
#include "base/result.h"

#include <string>

namespace safelead::exchange {

/// One event, named and versioned; `json` is its `data`, an object.
struct EventBytes {
    std::string type;
    int version = 1;
    std::string json;

    bool operator==(const EventBytes&) const = default;
};

/// Why bytes are not an event that this program knows. Whoever reads the stream stops there, loudly. Never
/// holds what was in the event.
struct EventFault {
    enum class Kind { not_an_event, unknown_type, unknown_version, wrong_field };
    Kind kind = Kind::not_an_event;
    std::string type;   ///< As read, if it was.
    int version = 0;    ///< As read, if it was.
    std::string field;  ///< The field at fault, if it is one.

    bool operator==(const EventFault&) const = default;
};

/// One sentence for the operator; no personal data.
[[nodiscard]] std::string words(const EventFault& fault);

/// The frame's bytes. `event.json` must be a JSON object: another is a bug.
[[nodiscard]] Bytes encode(const EventBytes& event);

/// Takes the frame off. Refuses anything with other members, none missing, no duplicate names.
[[nodiscard]] Result<EventBytes, EventFault> decode(BytesView bytes);

}  // namespace safelead::exchange
