#pragma once

// The chronology: what happened, in the order in which it is said to have happened, with the time at which it
// was entered beside it. Nothing is left out and nothing is changed; a line that was entered on a later day
// than it speaks of says so.

#include "record/case.h"
#include "record/concern.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace safelead::record {

enum class LineKind {
    concern_reported,
    concern_read,
    concern_escalated,
    concern_taken_into_case,
    concern_kept_without_case,
    still_worried,
    case_opened,
    concern_joined,
    person_added,
    person_described,
    person_taken_out,
    facts_answered,
    advice_given,
    consulted,
    decision_made,
    decision_signed_off,
    sign_off_refused,
    referral_made,
    given_back,
    task_set,
    task_done,
    task_dropped,
    note_added,
    case_closed,
    case_reopened,
    meeting,
    own_task,
    task_given,
    task_passed_up,
    case_handed_over,
    viewing,
    device,
    removal,
    family,
    conversation,
    support,
    corrected,
    assessment,
    agency_answered,
    something_new,
    impact,
    linked_case,
    reading,  ///< Who reads the case.
    sharing,
    police,  ///< What they did with what they were told.
};

enum class Entered { at_the_time, later };

struct Line {
    std::uint64_t position;  ///< In the organisation's log.
    Instant entered_at;
    std::optional<EventTime> when;  ///< As told; nothing for what happens by being entered.
    Instant happened_at;  ///< What the line is sorted by: as told where that is known, else as entered.
    Entered entered;      ///< `later`: on a later day (UTC) than the one it speaks of.
    std::optional<PersonId> by;  ///< Nobody: the program (advice, tasks, going up to the next person).
    LineKind kind;
    std::optional<CaseRef> about;                    ///< The one person in the case that the line is about.
    std::shared_ptr<const CaseEvent> in_case;        ///< What happened, where it happened in the case…
    std::shared_ptr<const ConcernEvent> in_concern;  ///< …or in one of its concerns.
};

/// All lines of the case and of the concerns given, by the time they are said to have happened; those of the
/// same time in the order of entry.
[[nodiscard]] std::vector<Line> chronology(const Case& of, const std::vector<const Concern*>& concerns);

/// How one person in the case is named to somebody who looks at one child's view.
struct SeenAs {
    CaseRef ref;
    std::string words;  ///< "Child B", "Adult 1", "Person C" where it is not known whether they are a child.
    bool operator==(const SeenAs&) const = default;
};

/// A case as it concerns one child: everybody else in it under a pseudonym.
struct ChildView {
    CaseRef child;
    std::vector<SeenAs> others;  ///< In the order they were added; also those who were taken out again.

    /// What `ref` is called here; nothing for the child, whose name the reader may see.
    [[nodiscard]] const std::string* pseudonym(const CaseRef& ref) const;
};

/// `child` is somebody in the case; asking for anybody else's view is a bug.
[[nodiscard]] ChildView view_for(const Case& of, const CaseRef& child);

/// The lines that are not about another person alone. What was typed is left as it was typed.
[[nodiscard]] std::vector<Line> lines_for(const ChildView& view, std::vector<Line> lines);

}  // namespace safelead::record
