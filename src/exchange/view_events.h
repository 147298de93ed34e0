#pragma once

#include "exchange/event_bytes.h"
#include "record/referral_words.h"
#include "record/words.h"

#include <string>
#include <variant>
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

/// Likewise a child's page.
struct ChildViewed {
    record::ChildId viewed;
    PersonId by;
    std::vector<std::string> roles;
    bool operator==(const ChildViewed&) const = default;
};

/// Somebody opened a young person's conversation to read it.
struct ConversationViewed {
    record::ConversationId viewed;
    PersonId by;
    std::vector<std::string> roles;  ///< As in CaseViewed.
    bool operator==(const ConversationViewed&) const = default;
};

/// Whoever runs the server gave one entry away, with the key that opens it and nothing else.
struct EntryDisclosed {
    std::string stream;
    int position;  ///< In the stream.
    std::string why;
    bool operator==(const EntryDisclosed&) const = default;
};

/// Somebody whose work it is opened a concern to read it.
struct ConcernViewed {
    record::ConcernId viewed;
    PersonId by;
    std::vector<std::string> roles;  ///< As in CaseViewed.
    bool operator==(const ConcernViewed&) const = default;
};

/// Somebody took away the list of who has read something.
struct ReadersExported {
    std::string stream;  ///< Of what was read: a case, a child, a concern, a conversation or a referral.
    PersonId by;
    std::vector<std::string> roles;
    bool operator==(const ReadersExported&) const = default;
};

/// Somebody of the organisation that it was sent to opened a referral to read it. The sender's copy is read
/// as a part of its case.
struct ReferralViewed {
    record::ReferralId viewed;
    PersonId by;
    std::vector<std::string> roles;  ///< As in CaseViewed.
    bool operator==(const ReferralViewed&) const = default;
};

/// Somebody sent something that is no words, and it was refused. Not what it was, nor what it was called.
struct FileRefused {
    PersonId by;
    std::vector<std::string> roles;  ///< As in CaseViewed.
    std::string sent_as;  ///< "document": to take its words; "with-a-form": with one that takes none.
    bool operator==(const FileRefused&) const = default;
};

/// Somebody of the sender's put a referral on paper, which reads all of it.
struct ReferralPrinted {
    record::ReferralId viewed;
    PersonId by;
    std::vector<std::string> roles;  ///< As in CaseViewed.
    bool operator==(const ReferralPrinted&) const = default;
};

/// Whoever had opened a link looked at what it opens, in the sender's log: nobody whom the directory knows.
struct SharedReferralViewed {
    record::ReferralId viewed;
    std::string whom;  ///< For whom the link was made.
    bool operator==(const SharedReferralViewed&) const = default;
};

/// Somebody opened a child's record as it was given away.
struct GivenRecordViewed {
    record::ChildId viewed;
    int number;  ///< Which one of the child's.
    PersonId by;
    std::vector<std::string> roles;  ///< As in CaseViewed.
    bool operator==(const GivenRecordViewed&) const = default;
};

using ViewEvent =
    std::variant<CaseViewed, ChildViewed, EntryDisclosed, ConversationViewed, ConcernViewed, ReadersExported,
                 ReferralViewed, ReferralPrinted, SharedReferralViewed, GivenRecordViewed, FileRefused>;

/// The event named, versioned and written as JSON; `encode` makes it the bytes that are sealed.
[[nodiscard]] EventBytes to_event_bytes(const ViewEvent& event);

/// The event those bytes are. A type, a version or a field this program does not know is a fault, never a
/// guess.
[[nodiscard]] Result<ViewEvent, EventFault> view_event(const EventBytes& bytes);

}  // namespace safelead::exchange
