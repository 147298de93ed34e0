#pragma once

// Holding a child's record, and erasing it. People decide: one asks and says why, another agrees. Nothing
// here holds a name, so that what says that a child was erased may stay.

#include "base/result.h"
#include "record/case.h"
#include "record/police_notice.h"
#include "record/words.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace safelead::record {

using ErasureId = Id<struct ErasureKind>;

/// Why a record may go. What is typed beside it is sealed under the child's own part, and goes with it.
enum class ErasureReason { retention_ended, recorded_by_mistake, court_order, agreed_request };

/// Who outside the organisation may hold a copy of what was recorded, and has to be told that it was erased
/// here. A list and not words, because the certificate outlasts the child's keys.
enum class CopyHolder {
    social_care,
    police,
    health,
    another_school,
    local_authority,  ///< Its designated officer, its Safer Schools Officer, its coordinator.
    somebody_else,
};

/// As what an agency of that kind is named there.
[[nodiscard]] CopyHolder holder_of(AgencyKind agency);

/// Somebody must keep it (a court, the police, an inquiry): nothing of the child is erased until it is
/// lifted.
struct HoldSet {
    ChildId child;
    PersonId by;
    std::string why;
    bool operator==(const HoldSet&) const = default;
};
struct HoldLifted {
    ChildId child;
    PersonId by;
    std::string why;
    bool operator==(const HoldLifted&) const = default;
};

struct ErasureAsked {
    ChildId child;
    PersonId by;
    ErasureReason reason;
    std::string why;
    std::vector<CopyHolder> copies_with = {};
    std::vector<ConversationId> conversations = {};  ///< That whoever asks says are this child's.
    bool operator==(const ErasureAsked&) const = default;
};
/// The second person does not agree, or whoever asked takes it back.
struct ErasureRefused {
    ChildId child;
    PersonId by;
    std::string why;
    bool operator==(const ErasureRefused&) const = default;
};

/// What of a case went.
enum class ErasedExtent { childs_part, whole };

struct ErasedCase {
    CaseId of;
    Reference reference;
    ErasedExtent extent;
    std::vector<CaseRef> refs;  ///< The letters that stood for the child.
    int refs_used;              ///< How many letters the case had given by then: none is given again.
    bool operator==(const ErasedCase&) const = default;
};
struct ErasedConcern {
    ConcernId concern;
    Reference reference;
    bool operator==(const ErasedConcern&) const = default;
};

/// What a young person wrote to the school without an account, before a concern about this child was made of
/// it; and the name that they left there, if they did.
struct ErasedConversation {
    ConversationId conversation;
    Reference reference;
    bool operator==(const ErasedConversation&) const = default;
};

/// The certificate: keys were destroyed in the same append. Says what went and who decided, never who it was.
struct ChildErased {
    ErasureId id;
    ChildId child;
    ErasureReason reason;
    PersonId asked_by;
    Instant asked_at;
    PersonId agreed_by;
    std::vector<ErasedCase> cases;
    std::vector<ErasedConcern> concerns;
    std::vector<Reference> kept_concerns;  ///< They are about other children too, and last until the last of
                                           ///< those is erased.
    std::vector<CopyHolder> copies_with = {};  ///< As whoever asked said, and whom referrals were sent to.
    std::optional<std::vector<ErasedConversation>> conversations = {};  ///< Nothing: none was looked for yet.
    bool as_usual = false;  ///< Everybody whose role reads cases could read all of it. Older: not known.
    bool operator==(const ChildErased&) const = default;
};

/// None where none was looked for yet.
[[nodiscard]] std::vector<ErasedConversation> conversations_in(const ChildErased& erased);

using ErasureEvent = std::variant<HoldSet, HoldLifted, ErasureAsked, ErasureRefused, ChildErased>;

/// Where a child's record stands between being kept and being erased.
struct ChildStanding {
    std::optional<HoldSet> hold;
    Instant held_at{};
    std::optional<ErasureAsked> asked;
    Instant asked_at{};
    std::optional<ErasureId> erased;

    /// Nothing stands in the way but what is still open.
    [[nodiscard]] bool may_be_asked() const { return !hold && !asked && !erased; }
};

[[nodiscard]] const ChildId& child_of(const ErasureEvent& event);
[[nodiscard]] ChildStanding evolve(ChildStanding standing, const ErasureEvent& event, Instant at);

/// What else bears on it: what is still being worked on is never erased, and nobody takes part in erasing
/// what they may not read.
struct StillOpen {
    bool a_case = false;
    bool a_concern = false;
    bool a_conversation = false;
    bool a_held_conversation =
        false;                  ///< A concern about another child was made of it, whose record is held.
    bool not_all_read = false;  ///< Of what is held, by those who ask and agree. It is never said what.
};

enum class ErasureRefusal {
    held,
    held_already,
    not_held,
    asked_already,
    not_asked,
    own_request,
    no_reason,
    text_too_long,
    case_open,
    concern_open,
    erased,
    conversation_open,
    not_all_read,
    conversation_held,
};

[[nodiscard]] Result<Done, ErasureRefusal> may_hold(const ChildStanding& standing, const HoldSet& asked);
[[nodiscard]] Result<Done, ErasureRefusal> may_lift(const ChildStanding& standing, const HoldLifted& asked);
[[nodiscard]] Result<Done, ErasureRefusal> may_ask(const ChildStanding& standing, const ErasureAsked& asked,
                                                   StillOpen open);
[[nodiscard]] Result<Done, ErasureRefusal> may_refuse(const ChildStanding& standing,
                                                      const ErasureRefused& asked);
/// Whether `by` may now agree, which erases.
[[nodiscard]] Result<Done, ErasureRefusal> may_agree(const ChildStanding& standing, const PersonId& by,
                                                     StillOpen open);

}  // namespace safelead::record
