#pragma once

// What lists are sorted by and access is asked with: little enough to hold for every concern, case and child
// of an organisation. No words, no names: whoever shows something reads the whole of it.

#include "guidance/pack.h"
#include "record/case.h"
#include "record/child.h"
#include "record/concern.h"

#include <optional>
#include <vector>

namespace safelead::record {

struct ConcernSummary {
    ConcernId id{""};
    Reference reference{""};
    PersonId by{""};
    Instant reported_at{};
    Instant unread_since{};
    ConcernState state = ConcernState::waiting;
    bool is_unread = false;
    int urgency = 0;
    std::optional<Instant> escalates_at;
    RoutedTo routed_to = RoutedTo::lead;
    std::vector<PersonId> people_involved;
    std::vector<PersonId> escalated_to;
    std::vector<ChildId> children;
    bool operator==(const ConcernSummary&) const = default;

    /// In no case, and not kept without one.
    [[nodiscard]] bool is_open() const;
};

[[nodiscard]] ConcernSummary summary_of(const Concern& concern);

struct CaseSummary {
    CaseId id{""};
    Reference reference{""};
    Instant opened_at{};
    CaseState state = CaseState::open;
    std::vector<ConcernId> concerns;
    std::vector<ChildId> children;  ///< All who were ever in it, each once.
    std::optional<PersonId> decided_by;
    std::optional<Instant> first_due;  ///< Of the tasks to do.
    int urgency = 0;                   ///< Until then.
    int urgency_overdue = 0;           ///< After.
    WhoReads who_reads;
    bool operator==(const CaseSummary&) const = default;

    /// As `record::urgency` would say of the whole case.
    [[nodiscard]] int urgency_at(Instant now) const;
};

/// `pack` is the edition in force for the case; without one nothing is known to be urgent.
[[nodiscard]] CaseSummary summary_of(const Case& of, const guidance::Pack* pack);

struct ChildSummary {
    ChildId id{""};
    ChildKnownBy known_by = ChildKnownBy::reported;
    bool operator==(const ChildSummary&) const = default;
};

[[nodiscard]] ChildSummary summary_of(const Child& child);

}  // namespace safelead::record
