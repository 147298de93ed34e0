#pragma once

// One event and where it stands: what goes to the log, and what comes back from it.

#include "directory/partnership.h"
#include "exchange/event_bytes.h"
#include "exchange/view_events.h"
#include "learning/learner.h"
#include "learning/session_events.h"
#include "ledger/entry.h"
#include "record/case_events.h"
#include "record/child_events.h"
#include "record/concern_events.h"
#include "record/conversation_events.h"
#include "record/erasure.h"
#include "record/happened.h"
#include "record/referral_events.h"
#include "record/supervision_events.h"

#include <memory>
#include <variant>

namespace safelead::app {

using AnyEvent =
    std::variant<std::shared_ptr<const record::ConcernEvent>, std::shared_ptr<const record::CaseEvent>,
                 std::shared_ptr<const record::ChildEvent>, std::shared_ptr<const directory::Event>,
                 std::shared_ptr<const exchange::ViewEvent>, std::shared_ptr<const record::ErasureEvent>,
                 std::shared_ptr<const record::ConversationEvent>, std::shared_ptr<const record::NameEvent>,
                 std::shared_ptr<const learning::SessionEvent>, std::shared_ptr<const learning::LearnerEvent>,
                 std::shared_ptr<const record::ReferralEvent>,
                 std::shared_ptr<const record::SupervisionEvent>>;

[[nodiscard]] ledger::StreamId stream_of(const record::ConcernId& concern);
[[nodiscard]] ledger::StreamId stream_of(const record::CaseId& of);
[[nodiscard]] ledger::StreamId stream_of(const record::ChildId& child);
[[nodiscard]] ledger::StreamId stream_of(const record::ConversationId& conversation);
[[nodiscard]] ledger::StreamId stream_of(const record::ReferralId& referral);

/// Where a name that was left in a conversation stands, apart from it.
[[nodiscard]] ledger::StreamId stream_of_name(const record::ConversationId& conversation);
/// The notes of one lead's supervision.
[[nodiscard]] ledger::StreamId stream_of_supervision(const PersonId& lead);
[[nodiscard]] ledger::StreamId stream_of_directory();
[[nodiscard]] ledger::StreamId stream_of_views(Date day);
[[nodiscard]] ledger::StreamId stream_of(const learning::SessionId& session);
[[nodiscard]] ledger::StreamId stream_of_learner(const PersonId& person);

/// The bytes that are sealed.
[[nodiscard]] Bytes bytes_of_event(const AnyEvent& event);

/// The event of a stream's entry. What kind it is, the stream's name says.
[[nodiscard]] Result<AnyEvent, exchange::EventFault> event_of(const ledger::StreamId& stream,
                                                              BytesView plaintext);

struct Entered {
    ledger::StreamId stream;
    ledger::StreamPosition position;
    ledger::LogPosition log_position;
    Instant at;
    AnyEvent event;
};

}  // namespace safelead::app
