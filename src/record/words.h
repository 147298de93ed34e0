#pragma once

// The words the record is written in: what more than one event speaks of.

#include "base/ids.h"
#include "base/time.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::record {

using ConcernId = Id<struct ConcernKind>;
using CaseId = Id<struct CaseKind>;
using ChildId = Id<struct ChildKind>;
using ConversationId = Id<struct ConversationKind>;
using TaskId = Id<struct TaskKind>;

/// What is shown and said on the telephone instead of an id: "C-7K3M-9QXD". Opaque and not in sequence.
using Reference = Id<struct ReferenceKind>;

/// Somebody in one case, as the case's pages and the advice name them: "A", "B", … in the order they were
/// added.
using CaseRef = Id<struct CaseRefKind>;

enum class Answer { unknown, no, yes };

/// When something happened, as far as the person who tells it knows: words always ("after lunch, Tuesday"), a
/// day and a minute (UTC) where they are known. Entry time is kept apart, always.
struct EventTime {
    std::string words;
    std::optional<Date> day;
    std::optional<Instant> instant;
    bool operator==(const EventTime&) const = default;
};

/// Whether anyone on the staff has seen or kept an image, as the reporter tells it. Never what it shows.
enum class StaffExposure { unknown, none, accidental, authorised_viewing, copied };

/// Who works here and may be part of what is reported; such a report is routed past them.
enum class StaffInvolved { unknown, nobody, someone, lead, head, lead_and_head };

/// Whom a concern is routed to first.
enum class RoutedTo { lead, head, chair };

/// The sign-off of somebody who cannot sign in: who they are, what they are, and how they were asked.
struct RecordedCall {
    std::string name;
    std::string position;  ///< "trust safeguarding lead", "coordinator", …
    EventTime when;
    std::string said;
    bool operator==(const RecordedCall&) const = default;
};

/// What somebody said of a fact that is still not known when a school decides not to refer.
struct StillUnknown {
    std::string fact;
    std::string why_safe;
    bool operator==(const StillUnknown&) const = default;
};

}  // namespace safelead::record
