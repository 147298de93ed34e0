#pragma once

// Why something was not done. Each is a page, or a place on the form that was sent.

#include "access/permit.h"
#include "base/result.h"
#include "base/time.h"
#include "directory/partnership.h"
#include "learning/refusal.h"
#include "record/case_commands.h"
#include "record/child.h"
#include "record/concern.h"
#include "record/conversation.h"
#include "record/referral.h"

#include <string>
#include <variant>

namespace safelead::app {

/// There is no such thing, or whoever asks may not learn that there is: the same answer.
struct NotThere {
    bool operator==(const NotThere&) const = default;
};

/// They may know of it, and may not do this.
struct NotAllowed {
    access::WhyNot why;
    bool operator==(const NotAllowed&) const = default;
};

/// Others change the same thing, or too much is waiting: nothing was written; send the same again in a
/// moment.
struct Crowded {
    bool operator==(const Crowded&) const = default;
};

/// This form was sent before, and then it said something else. That was kept, under `reference` where it has
/// one; this was not. Both are to be shown, and nothing is lost: the page offers to send this one as a new
/// form.
struct OtherContent {
    Instant kept_at;
    std::string reference;
    bool operator==(const OtherContent&) const = default;
};

/// Part of the record does not open, or holds what this program does not know. What depends on it stops; the
/// rest goes on. `safelead record verify` says more.
struct RecordStopped {
    bool operator==(const RecordStopped&) const = default;
};

/// More than is kept: a draft that is too long, or too many of them.
struct TooMuch {
    bool operator==(const TooMuch&) const = default;
};

using NotDone =
    std::variant<NotThere, NotAllowed, Crowded, OtherContent, RecordStopped, TooMuch, record::ConcernRefusal,
                 record::CaseRefusal, record::ChildRefusal, record::ConversationRefusal, directory::Refusal,
                 learning::Refusal, record::ReferralRefusal>;

template <class Value>
using Outcome = Result<Value, NotDone>;

}  // namespace safelead::app
