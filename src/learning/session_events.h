#pragma once

// What happens to one training session (docs/formats/events.md). It is in the partnership's log: people of
// several organisations come to it.

#include "base/ids.h"
#include "base/time.h"
#include "learning/topic.h"

#include <string>
#include <variant>
#include <vector>

namespace safelead::learning {

using SessionId = Id<struct SessionKind>;
/// As pages call it: "S-7K3M-9QXD".
using SessionReference = Id<struct SessionReferenceKind>;

/// Who may come.
enum class Audience : std::uint8_t { partnership, organisation };

struct SessionPlanned {
    SessionId session{""};
    SessionReference reference{""};
    PersonId by{""};
    OrganisationId organisation{""};  ///< Who holds it.
    TopicId topic{""};
    Kind kind = Kind::course;
    PersonId trainer{""};
    Instant starts{};
    int minutes = 0;
    std::string where;
    std::string about;
    int places = 0;
    Audience audience = Audience::partnership;
    std::string content_version;  ///< What is taught: "guide 155, edition 1".
    bool operator==(const SessionPlanned&) const = default;
};

struct SessionCancelled {
    PersonId by;
    std::string why;
    bool operator==(const SessionCancelled&) const = default;
};

struct PlaceBooked {
    PersonId person;
    OrganisationId organisation;
    bool operator==(const PlaceBooked&) const = default;
};

/// No place was free.
struct PlaceAwaited {
    PersonId person;
    OrganisationId organisation;
    bool operator==(const PlaceAwaited&) const = default;
};

/// A place, or the waiting for one.
struct PlaceGivenUp {
    PersonId person;
    bool operator==(const PlaceGivenUp&) const = default;
};

/// From the waiting list into a place that became free.
struct PlaceMovedUp {
    PersonId person;
    bool operator==(const PlaceMovedUp&) const = default;
};

/// Said aloud in the room: whoever gives it until then was there.
struct CodeOpened {
    PersonId by;
    std::string code;
    Instant until{};
    bool operator==(const CodeOpened&) const = default;
};

enum class Mark : std::uint8_t { present, absent };
enum class MarkedBy : std::uint8_t { trainer, code };
enum class Came : std::uint8_t { booked, walked_in };

/// The last one for a person holds.
struct AttendanceMarked {
    PersonId person;
    OrganisationId organisation;
    Mark mark = Mark::present;
    Came came = Came::booked;
    MarkedBy how = MarkedBy::trainer;
    PersonId by;
    std::string why;  ///< Of an absence, where it is known.
    bool operator==(const AttendanceMarked&) const = default;
};

enum class Useful : std::uint8_t { very, fairly, little, not_at_all };
enum class Sure : std::uint8_t { yes, partly, no };

/// What somebody thought of it. Whoever runs it sees it without the name.
struct SessionEvaluated {
    PersonId person;
    Useful useful = Useful::very;
    Sure sure = Sure::yes;  ///< Whether they would know what to do now.
    std::string words;
    bool operator==(const SessionEvaluated&) const = default;
};

using SessionEvent = std::variant<SessionPlanned, SessionCancelled, PlaceBooked, PlaceAwaited, PlaceGivenUp,
                                  PlaceMovedUp, CodeOpened, AttendanceMarked, SessionEvaluated>;

}  // namespace safelead::learning
