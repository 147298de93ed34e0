#pragma once

// What happens to a concern: one person's report, in the words used. The formats are in
// docs/formats/events.md.

#include "record/words.h"

#include <variant>

namespace safelead::record {

struct ConcernReported {
    ConcernId concern;
    Reference reference;
    PersonId by;
    std::vector<ChildId> children;
    std::string words;  ///< What was said, in the words used. Never a description of an image.
    EventTime when;
    std::string where;
    Answer danger_now;
    std::string child_now;  ///< Where the child is now, and with whom.
    StaffInvolved staff_involved;
    std::vector<PersonId>
        people_involved;  ///< Those on the staff who are named as part of it: excluded by name.
    Answer told_lead_in_person;
    StaffExposure staff_exposure;
    RoutedTo routed_to;
    bool operator==(const ConcernReported&) const = default;
};

/// The report came by way of a system of the school, on the word of whoever is named as having reported.
struct ConcernSentBySystem {
    PersonId by;         ///< On whose word.
    std::string system;  ///< What the school calls it.
    std::string token;   ///< The id of the token that it showed, as the partnership's directory has it.
    bool operator==(const ConcernSentBySystem&) const = default;
};

/// Somebody whose work it is has read it. The reporter is shown that it was read, and when.
struct ConcernRead {
    PersonId by;
    bool operator==(const ConcernRead&) const = default;
};

/// Nobody had read it in time; it now also waits for this person.
struct ConcernEscalated {
    PersonId to;
    std::string why;
    bool operator==(const ConcernEscalated&) const = default;
};

struct ConcernTakenIntoCase {
    PersonId by;
    CaseId in;
    bool operator==(const ConcernTakenIntoCase&) const = default;
};

/// Kept, and no case opened: the reason is recorded. More can still be said, and a case opened, later.
struct ConcernKeptWithoutCase {
    PersonId by;
    std::string reason;
    bool operator==(const ConcernKeptWithoutCase&) const = default;
};

/// The reporter says so again; it becomes unread again.
struct StillWorried {
    PersonId by;
    std::string words;
    bool operator==(const StillWorried&) const = default;
};

using ConcernEvent = std::variant<ConcernReported, ConcernRead, ConcernEscalated, ConcernTakenIntoCase,
                                  ConcernKeptWithoutCase, StillWorried, ConcernSentBySystem>;

}  // namespace safelead::record
