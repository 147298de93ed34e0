#pragma once

// What happens in a conversation: a young person writes to their school without saying who they are, and the
// school answers. A name that they give is in a stream of its own, under a key of its own (NameLeft). The
// formats are in docs/formats/events.md.

#include "record/words.h"

#include <variant>

namespace safelead::record {

struct ConversationStarted {
    ConversationId conversation;
    Reference reference;
    std::string words;  ///< Theirs, as they typed them.
    StaffInvolved staff_involved;
    RoutedTo routed_to;
    bool operator==(const ConversationStarted&) const = default;
};

struct YoungPersonWrote {
    std::string words;
    bool operator==(const YoungPersonWrote&) const = default;
};

/// Somebody whose work it is has read what was new. The young person is shown that it was read, and when.
struct ConversationRead {
    PersonId by;
    bool operator==(const ConversationRead&) const = default;
};

struct ConversationAnswered {
    PersonId by;
    std::string words;
    bool operator==(const ConversationAnswered&) const = default;
};

/// Whether the school must ask before it opens a name.
enum class NameAgreement { ask_first, may_open };

/// They have left a name; what it is stands elsewhere.
struct NameGiven {
    NameAgreement agreement;
    bool operator==(const NameGiven&) const = default;
};

struct NameAskedFor {
    PersonId by;
    std::string why;  ///< Written for the young person.
    bool operator==(const NameAskedFor&) const = default;
};

/// What they said to that.
struct NameAnswered {
    Answer agreed;
    bool operator==(const NameAnswered&) const = default;
};

enum class NameBasis { agreed, danger };

/// One named person opened the name, and nobody else sees it by that. The young person is told, with the
/// reason.
struct NameOpened {
    PersonId by;
    NameBasis basis;
    std::string reason;
    bool operator==(const NameOpened&) const = default;
};

enum class OpeningFound { right, not_right };

/// A second person looked at an opening for danger.
struct NameOpeningReviewed {
    int number;  ///< Of the opening, from 1.
    PersonId by;
    OpeningFound found;
    std::string words;
    bool operator==(const NameOpeningReviewed&) const = default;
};

struct ConversationBecameConcern {
    PersonId by;
    ConcernId concern;
    bool operator==(const ConversationBecameConcern&) const = default;
};

/// Nothing more is waited for. The young person can still read it, and write again, which opens it again.
struct ConversationEnded {
    PersonId by;
    std::string words;  ///< The last words to the young person.
    bool operator==(const ConversationEnded&) const = default;
};

using ConversationEvent =
    std::variant<ConversationStarted, YoungPersonWrote, ConversationRead, ConversationAnswered, NameGiven,
                 NameAskedFor, NameAnswered, NameOpened, NameOpeningReviewed, ConversationBecameConcern,
                 ConversationEnded>;

/// The name itself. The newest one counts.
struct NameLeft {
    std::string words;
    bool operator==(const NameLeft&) const = default;
};

using NameEvent = std::variant<NameLeft>;

}  // namespace safelead::record
