#pragma once

#include "base/result.h"
#include "record/concern_events.h"
#include "record/happened.h"
#include "record/routing.h"

#include <optional>
#include <variant>
#include <vector>

namespace safelead::record {

enum class ConcernState { waiting, read, in_case, kept_without_case };

/// A concern, as its events have made it.
struct Concern {
    ConcernReported reported{ConcernId{""},
                             Reference{""},
                             PersonId{""},
                             {},
                             {},
                             {},
                             {},
                             Answer::unknown,
                             {},
                             StaffInvolved::unknown,
                             {},
                             Answer::unknown,
                             StaffExposure::unknown,
                             RoutedTo::lead};
    Instant reported_at{};
    ConcernState state = ConcernState::waiting;
    Instant unread_since{};               ///< Reported, or said again to be worrying.
    std::optional<Instant> read_at;       ///< First read by somebody whose work it is.
    std::vector<PersonId> read_by;        ///< Each once.
    std::vector<PersonId> escalated_to;   ///< In order.
    std::optional<Instant> escalated_at;  ///< The last time.
    std::optional<CaseId> in;
    bool still_worried = false;  ///< Said since it was last read.
    std::string by_way_of;       ///< The system by which it was sent; empty: somebody signed in and wrote it.
    std::vector<Happened<ConcernEvent>> history;

    /// Whether it waits for somebody to read it: nobody has, or the reporter is still worried.
    [[nodiscard]] bool is_unread() const;

    /// How soon it wants reading: danger first, then the reporter's "still worried", then unread, then the
    /// rest; larger is sooner.
    [[nodiscard]] int urgency() const;
};

/// By what a report came, where that is not its reporter.
struct SentBySystem {
    std::string system;
    std::string token;
};

struct ReportConcern {
    ConcernId concern;
    Reference reference;
    PersonId by;
    std::vector<ChildId> children;
    std::string words;
    EventTime when;
    std::string where;
    Answer danger_now;
    std::string child_now;
    StaffInvolved staff_involved;
    std::vector<PersonId> people_involved;
    Answer told_lead_in_person;
    StaffExposure staff_exposure;
    std::optional<SentBySystem> sent_by = {};
    LeadAndHead lead_and_head = LeadAndHead::apart;
};
struct ReadConcern {
    PersonId by;
};
struct EscalateConcern {
    PersonId to;
    std::string why;
};
struct TakeIntoCase {
    PersonId by;
    CaseId in;
};
struct KeepWithoutCase {
    PersonId by;
    std::string reason;
};
struct SayStillWorried {
    PersonId by;
    std::string words;
};
using ConcernCommand =
    std::variant<ReportConcern, ReadConcern, EscalateConcern, TakeIntoCase, KeepWithoutCase, SayStillWorried>;

enum class ConcernRefusal {
    already_reported,
    not_reported,
    no_words,  ///< Nothing was said of what was said.
    no_child,  ///< At least one child, on the list or not.
    no_reason,
    not_the_reporter,
    in_a_case_already,
    text_too_long,
};

/// What happens if `command` is carried out, or why it cannot be. A report is routed here: to the lead, or
/// past whoever is said to be involved (the head if the lead is, the chair of governors if the head is).
/// Reading again by the same person gives no event.
[[nodiscard]] Result<std::vector<ConcernEvent>, ConcernRefusal> decide(const Concern& concern,
                                                                       const ConcernCommand& command);

[[nodiscard]] Concern evolve(Concern concern, const Happened<ConcernEvent>& happened);

/// Until when a report of danger may stay unread before it goes to the next person up (real time, at any hour
/// of any day: project rule; later where it is not known whether there is danger, for not known is not no).
/// Nothing for a report that says there is no danger, or one that has been read.
[[nodiscard]] std::optional<Instant> escalates_at(const Concern& concern);

}  // namespace safelead::record
