#pragma once

// What happens in a case. Past tense; never changed once released; the formats are in docs/formats/events.md.
//
// No event holds a child's name. What concerns one child alone (PersonAdded, PersonDescribed, a kept record
// that is about them) is sealed under that child's part of the case's keys (docs/formats/keys.md), the rest
// under the shared part. What is kept as a record of its own is in kept_events.h.

#include "base/one_of.h"
#include "decision/evaluate.h"
#include "record/kept_events.h"
#include "record/police_notice.h"
#include "record/words.h"

#include <utility>
#include <variant>

namespace safelead::record {

struct CaseOpened {
    CaseId id;
    Reference reference;
    PersonId by;
    std::vector<ConcernId> concerns;
    Date reported_on;  ///< The day (Europe/London) of the first concern: says which edition is in force for
                       ///< it.
    std::string edition;  ///< The edition in force on that day.
    bool operator==(const CaseOpened&) const = default;
};

struct ConcernJoined {
    PersonId by;
    ConcernId concern;
    bool operator==(const ConcernJoined&) const = default;
};

/// Who somebody in the case is: a child with a record of their own, or somebody who has none ("an adult, not
/// named").
struct PersonAdded {
    PersonId by;
    CaseRef ref;
    std::optional<ChildId> child;
    std::string called;  ///< For those without a record: words without a name where it can be helped.
    bool operator==(const PersonAdded&) const = default;
};

/// What somebody in the case did, and how old they are and were. Ages are kept as they were established: from
/// a date of birth and the day of the act (then `age_basis` is known), or as stated, or as claimed.
struct PersonDescribed {
    PersonId by;
    CaseRef ref;
    std::vector<std::string> roles;  ///< Words of rules.md: subject, creator, sharer, …
    std::optional<Date> acted_on;    ///< For a subject: when the image was made.
    std::optional<int> age;          ///< Now, on the day of this entry.
    std::optional<int> age_at_event;
    std::string age_basis;  ///< known, claimed, unknown
    std::string setting;    ///< this_school, other_school, staff, none, unknown
    bool operator==(const PersonDescribed&) const = default;
};

struct PersonTakenOut {
    PersonId by;
    CaseRef ref;
    std::string why;
    bool operator==(const PersonTakenOut&) const = default;
};

/// One answer to one question. A later one supersedes it; both stay.
struct FactAnswered {
    std::string fact;
    std::string value;
    bool operator==(const FactAnswered&) const = default;
};

struct FactsAnswered {
    PersonId by;
    std::vector<FactAnswered> answers;
    std::string told_by;  ///< Who told it, where that was said.
    bool operator==(const FactsAnswered&) const = default;
};

/// Which of the two answers this is: live advice uses the edition in force on the day of the report, and the
/// newest one is run beside it; both are kept (rules.md).
enum class AdviceUnder { in_force, newest };

/// The advice, whole, with the pack that gave it, so that it can be given again word for word.
struct AdviceGiven {
    AdviceUnder under;
    std::string pack_digest;
    decision::Advice advice;
    bool operator==(const AdviceGiven&) const = default;
};

/// Advice sought before a decision (CONSULT), and what came of it.
struct Consulted {
    PersonId by;
    std::string with;  ///< Duty and Advice, coordinator, education safeguarding team, …
    std::string person;
    std::string how;
    EventTime when;
    std::string advised;
    std::optional<AgencyKind> kind = std::nullopt;             ///< Nothing: said before it was asked.
    std::optional<PoliceNotice> police_notice = std::nullopt;  ///< Where it is, or may be, the police.
    bool operator==(const Consulted&) const = default;
};

/// A named person decides. Decisions are numbered from 1 in their case.
struct DecisionMade {
    int number;
    PersonId by;
    std::string recommended;  ///< The route advised when it was made.
    std::string route;        ///< The route decided.
    std::string reason;
    Answer enough_known;  ///< The seed's first test, as stated: enough is known to assess the risks.
    Answer manageable;    ///< The seed's second test, as stated: they can be managed within the school's own
                          ///< framework.
    std::vector<StillUnknown> still_unknown;
    bool needs_sign_off;
    bool operator==(const DecisionMade&) const = default;
};

struct DecisionSignedOff {
    int number;
    PersonId by;                         ///< Who signed, or who made the call.
    std::optional<RecordedCall> called;  ///< Where the one who agreed cannot sign in.
    bool operator==(const DecisionSignedOff&) const = default;
};

struct SignOffRefused {
    int number;
    PersonId by;
    std::string reason;
    bool operator==(const SignOffRefused&) const = default;
};

struct ReferralMade {
    PersonId by;
    std::string to;   ///< Agency, in words.
    std::string how;  ///< telephone, form, in person, …
    EventTime when;
    std::string said;
    std::string their_person;
    std::string their_reference;
    std::optional<AgencyKind> kind = std::nullopt;  ///< As in Consulted.
    std::optional<PoliceNotice> police_notice = std::nullopt;
    bool operator==(const ReferralMade&) const = default;
};

/// An agency that had the case says that the school is to manage it.
struct GivenBack {
    PersonId by;
    std::string agency;
    std::string person;
    EventTime when;
    std::string why;
    bool operator==(const GivenBack&) const = default;
};

/// A step that guidance calls for, with a deadline.
struct TaskSet {
    TaskId task;
    std::string step;   ///< The pack's id of it.
    std::string words;  ///< As the pack put it on that day.
    std::string owner;  ///< Role: dsl, head, …
    Instant due;
    std::string source;
    guidance::Standing standing;  ///< Whether the guidance says it, or this project's reading of it.
    bool operator==(const TaskSet&) const = default;
};
struct TaskDone {
    TaskId task;
    PersonId by;
    std::string note;
    bool operator==(const TaskDone&) const = default;
};
/// Not done, and why; it no longer waits.
struct TaskDropped {
    TaskId task;
    PersonId by;
    std::string why;
    bool operator==(const TaskDropped&) const = default;
};

struct NoteAdded {
    PersonId by;
    EventTime when;
    std::string words;
    bool operator==(const NoteAdded&) const = default;
};

struct CaseClosed {
    PersonId by;
    std::string route;  ///< As which it is closed.
    std::string reason;
    bool operator==(const CaseClosed&) const = default;
};
struct CaseReopened {
    PersonId by;
    std::string reason;
    bool operator==(const CaseReopened&) const = default;
};

template <class... Kept>
using CaseEventWith =
    std::variant<CaseOpened, ConcernJoined, PersonAdded, PersonDescribed, PersonTakenOut, FactsAnswered,
                 AdviceGiven, Consulted, DecisionMade, DecisionSignedOff, SignOffRefused, ReferralMade,
                 GivenBack, TaskSet, TaskDone, TaskDropped, NoteAdded, CaseClosed, CaseReopened, Kept...>;

template <class... Kept>
CaseEventWith<Kept..., TaskPassedUp, OpenedByForce, OpeningEnded, ReferralLinkMade, ReferralLinkOpened,
              ReferralLinkRevoked>
case_event_with(const std::variant<Kept...>&);

struct CaseEventAlternatives {
    using type = decltype(case_event_with(std::declval<const Keepable&>()));
};
using CaseEvent = OneOf<CaseEventAlternatives>;

}  // namespace safelead::record

extern template struct safelead::OneOf<safelead::record::CaseEventAlternatives>;
