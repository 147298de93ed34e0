#pragma once

// A case: one incident, as its events have made it. `evolve` is the only thing that changes one.

#include "guidance/facts.h"
#include "record/case_events.h"
#include "record/happened.h"

#include <map>
#include <optional>
#include <vector>

namespace safelead::record {

struct CasePerson {
    CaseRef ref;
    std::optional<ChildId> child;
    std::string called;
    std::optional<PersonDescribed> described;
};

/// An answer as it now stands, and who established it.
struct Established {
    std::string value;
    PersonId by;
    Instant at;
    std::string told_by;
};

enum class SignOff { not_needed, awaited, given, refused };

struct Decision {
    DecisionMade made;
    Instant at;
    SignOff sign_off = SignOff::not_needed;
    std::optional<PersonId> signed_by;
    std::optional<RecordedCall> called;
    std::string refused_because;
};

enum class TaskState { to_do, done, dropped };

struct Task {
    TaskSet set;
    Instant set_at;
    TaskState state = TaskState::to_do;
    std::optional<Instant> settled_at;
    std::string note;
    std::optional<PersonId> owner = {};   ///< By name, where it was given to somebody.
    std::optional<PersonId> set_by = {};  ///< Who set it, where guidance did not.
    Clock clock = Clock::working;         ///< Of those somebody set.
    std::vector<PersonId> passed_up_to = {};
};

enum class CaseState { open, closed };

/// How long whoever opened a link to a referral reads it and answers.
inline constexpr std::chrono::hours opened_link_lasts{2};  // Project rule.

/// A link to a referral that nobody has taken back: one that waits, or one that was opened.
struct ReferralLink {
    std::string referral;
    std::string whom;
    Instant until;  ///< Until then it can be opened; once it is open, until then it is read.
    bool is_open = false;
};

/// Somebody has a case open whom it is closed to.
struct Opening {
    OpeningId id;
    PersonId by;
    Instant until;
    bool operator==(const Opening&) const = default;
};

/// Who reads a case beyond what their role says.
struct WhoReads {
    std::vector<PersonId> kept_out;   ///< On the staff, by name: they stand too near to it.
    std::vector<PersonId> locked_to;  ///< Only they read it; nobody named: whoever's role does.
    std::vector<Opening> openings;    ///< By force, and their time is not over.
    bool operator==(const WhoReads&) const = default;
    [[nodiscard]] bool is_as_usual() const { return *this == WhoReads{}; }
};

struct Case {
    CaseId id{""};
    Reference reference{""};
    PersonId opened_by{""};
    PersonId lead{""};  ///< Who has the case: who opened it, until it is handed over.
    Instant opened_at{};
    Date reported_on{};
    std::string edition;
    CaseState state = CaseState::open;
    std::vector<ConcernId> concerns;
    std::vector<CasePerson> people;  ///< Those taken out are not among them; their refs are never used again.
    int refs_used = 0;
    std::map<std::string, Established, std::less<>> answers;
    std::optional<AdviceGiven> advice;         ///< Under the edition in force on the day of the report.
    std::optional<AdviceGiven> advice_newest;  ///< Under the newest, where that is another.
    std::vector<Decision> decisions;
    std::vector<ReferralMade> referrals;
    std::vector<Consulted> consultations;
    std::optional<GivenBack> given_back;  ///< The last; made void by a referral, or a criterion, safety rule
                                          ///< or indicator newly met, after it.
    std::vector<Task> tasks;
    WhoReads who_reads;
    std::vector<ReferralLink> links;
    std::vector<Happened<CaseEvent>>
        history;  ///< All of it, in order of entry: the chronology is made from this.

    /// The decision that stands: the last.
    [[nodiscard]] const Decision* decision() const { return decisions.empty() ? nullptr : &decisions.back(); }
};

[[nodiscard]] Case evolve(Case state, const Happened<CaseEvent>& happened);

/// What is established, as the rules read it.
[[nodiscard]] guidance::Facts facts_of(const Case& state);

}  // namespace safelead::record
