#pragma once

// One child's own page; holding their record, and erasing it: docs/security/erasure.md.

#include "app/actor.h"
#include "app/child_kept.h"
#include "app/names.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"
#include "record/case.h"
#include "record/conversation.h"
#include "record/erasure.h"

#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace safelead::app {

/// They typed another password than theirs.
struct WrongPassword {
    bool operator==(const WrongPassword&) const = default;
};

/// They typed so many wrong ones that no more are looked at for a while.
struct TooManyPasswords {
    bool operator==(const TooManyPasswords&) const = default;
};

using ErasureNotDone = std::variant<NotDone, record::ErasureRefusal, WrongPassword, TooManyPasswords>;

template <class Value>
using ErasureOutcome = Result<Value, ErasureNotDone>;

/// What somebody asks who wants a child erased.
struct ErasureWish {
    record::ErasureReason reason;
    std::string why;
    std::vector<record::CopyHolder> copies_with = {};
    std::vector<record::Reference> conversations = {};  ///< That they say are this child's, of those offered.
};

/// What a child's page shows to one person: nothing of it tells of what they may not read.
struct ChildView {
    std::shared_ptr<const record::Child> it;
    record::ChildStanding standing;
    std::vector<std::shared_ptr<const record::Child>> records;  ///< This one, and those joined to it.
    std::vector<MayBeSame> may_be_same;                         ///< Of those that are not.
    std::vector<std::shared_ptr<const record::Child>> may_belong_together;
    std::vector<std::shared_ptr<const record::Case>>
        cases;  ///< Of all the records, that whoever looks may read; the first opened first.
    std::vector<std::shared_ptr<const record::Concern>> concerns;  ///< Likewise, where they are in no case.
    std::vector<record::CopyHolder> sent_to;  ///< Whom referrals of those cases were sent to, each kind once.
    std::optional<record::ChildErased>
        would_go;  ///< What erasing them now would take, once that was asked for.
    std::vector<std::shared_ptr<const record::Conversation>>
        conversations;  ///< That led to the child's cases and may be theirs; for whoever may ask.
    Names names;
    bool may_decide = false;  ///< Hold it, lift that, ask for it to be erased.
    bool may_agree = false;   ///< Be the second person.
    bool may_see_reads = false;
};

/// Opens a child's page. That they did is kept before it is shown, as with a case.
[[nodiscard]] Later<Outcome<ChildView>> view_child(Safelead& safelead, const Actor& actor,
                                                   const record::ChildId& child);

[[nodiscard]] Later<ErasureOutcome<Done>> hold_child(Safelead& safelead, const Actor& actor,
                                                     const CommandId& command, const record::ChildId& child,
                                                     std::string why);
[[nodiscard]] Later<ErasureOutcome<Done>> lift_hold(Safelead& safelead, const Actor& actor,
                                                    const CommandId& command, const record::ChildId& child,
                                                    std::string why);

// Neither is done while anything of the organisation's record does not open (RecordStopped): it may be about
// the child, and would be left.

/// Refused without saying what is in the way, where something held about the child is kept from them.
[[nodiscard]] Later<ErasureOutcome<Done>> ask_erasure(Safelead& safelead, const Actor& actor,
                                                      const CommandId& command, const record::ChildId& child,
                                                      ErasureWish wish);

/// The second person does not agree, or whoever asked takes it back.
[[nodiscard]] Later<ErasureOutcome<Done>> refuse_erasure(Safelead& safelead, const Actor& actor,
                                                         const CommandId& command,
                                                         const record::ChildId& child, std::string why);

/// The second person agrees, with their password, where both may read all that goes: the keys are destroyed,
/// then the organisation's key is rotated and drafts about it are removed. Done when the keys are gone from
/// the disk.
[[nodiscard]] Later<ErasureOutcome<record::ErasureId>> agree_erasure(Safelead& safelead, const Actor& actor,
                                                                     const CommandId& command,
                                                                     const record::ChildId& child,
                                                                     std::string password);

/// Under what name typing on a child's page is kept.
[[nodiscard]] std::string draft_of_child(const record::ChildId& child);

/// What says that a child was erased.
struct Certificate {
    record::ChildErased erased;  ///< It names only what whoever looks may read, or could when it went.
    Instant at;
    Names names;
};

/// The organisation's, the newest first.
[[nodiscard]] Outcome<std::vector<Certificate>> certificates(Safelead& safelead, const Actor& actor);
[[nodiscard]] Outcome<Certificate> certificate(Safelead& safelead, const Actor& actor,
                                               const record::ErasureId& id);

}  // namespace safelead::app
