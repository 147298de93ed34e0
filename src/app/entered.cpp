#include "app/entered.h"

#include "exchange/case_events.h"
#include "exchange/child_events.h"
#include "exchange/concern_events.h"
#include "exchange/conversation_events.h"
#include "exchange/directory_events.h"
#include "exchange/erasure_events.h"
#include "exchange/learning_events.h"
#include "exchange/referral_events.h"
#include "exchange/supervision_events.h"

#include <fmt/format.h>

namespace safelead::app {
namespace {

constexpr std::string_view concern_prefix = "concern/";
constexpr std::string_view case_prefix = "case/";
constexpr std::string_view child_prefix = "child/";
constexpr std::string_view conversation_prefix = "conversation/";
constexpr std::string_view referral_prefix = "referral/";
constexpr std::string_view name_prefix = "conversation-name/";
constexpr std::string_view supervision_prefix = "supervision/";
constexpr std::string_view views_prefix = "views/";
constexpr std::string_view directory_stream = "directory";
constexpr std::string_view erasures_stream = "erasures";
constexpr std::string_view session_prefix = "training-session/";
constexpr std::string_view learner_prefix = "learner/";

template <class Event>
AnyEvent kept(Event event)
{
    return std::make_shared<const Event>(std::move(event));
}

}  // namespace

ledger::StreamId stream_of(const record::ConcernId& concern)
{
    return ledger::StreamId{fmt::format("{}{}", concern_prefix, concern.text())};
}

ledger::StreamId stream_of(const record::CaseId& of)
{
    return ledger::StreamId{fmt::format("{}{}", case_prefix, of.text())};
}

ledger::StreamId stream_of(const record::ChildId& child)
{
    return ledger::StreamId{fmt::format("{}{}", child_prefix, child.text())};
}

ledger::StreamId stream_of(const record::ConversationId& conversation)
{
    return ledger::StreamId{fmt::format("{}{}", conversation_prefix, conversation.text())};
}

ledger::StreamId stream_of(const record::ReferralId& referral)
{
    return ledger::StreamId{fmt::format("{}{}", referral_prefix, referral.text())};
}

ledger::StreamId stream_of_name(const record::ConversationId& conversation)
{
    return ledger::StreamId{fmt::format("{}{}", name_prefix, conversation.text())};
}

ledger::StreamId stream_of_supervision(const PersonId& lead)
{
    return ledger::StreamId{fmt::format("{}{}", supervision_prefix, lead.text())};
}

ledger::StreamId stream_of_directory()
{
    return ledger::StreamId{std::string{directory_stream}};
}

ledger::StreamId stream_of_views(Date day)
{
    return ledger::StreamId{fmt::format("{}{}", views_prefix, to_text(day))};
}

ledger::StreamId stream_of(const learning::SessionId& session)
{
    return ledger::StreamId{fmt::format("{}{}", session_prefix, session.text())};
}

ledger::StreamId stream_of_learner(const PersonId& person)
{
    return ledger::StreamId{fmt::format("{}{}", learner_prefix, person.text())};
}

Bytes bytes_of_event(const AnyEvent& event)
{
    return std::visit([](const auto& one) { return exchange::encode(exchange::to_event_bytes(*one)); },
                      event);
}

Result<AnyEvent, exchange::EventFault> event_of(const ledger::StreamId& stream, BytesView plaintext)
{
    const auto bytes = SL_TRY(exchange::decode(plaintext));
    const auto name = stream.text();
    if (name.starts_with(concern_prefix)) return kept(SL_TRY(exchange::concern_event(bytes)));
    if (name.starts_with(case_prefix)) return kept(SL_TRY(exchange::case_event(bytes)));
    if (name.starts_with(child_prefix)) return kept(SL_TRY(exchange::child_event(bytes)));
    if (name.starts_with(conversation_prefix)) return kept(SL_TRY(exchange::conversation_event(bytes)));
    if (name.starts_with(referral_prefix)) return kept(SL_TRY(exchange::referral_event(bytes)));
    if (name.starts_with(name_prefix)) return kept(SL_TRY(exchange::name_event(bytes)));
    if (name.starts_with(supervision_prefix)) return kept(SL_TRY(exchange::supervision_event(bytes)));
    if (name.starts_with(views_prefix)) return kept(SL_TRY(exchange::view_event(bytes)));
    if (name == erasures_stream) return kept(SL_TRY(exchange::erasure_event(bytes)));
    if (name == directory_stream) return kept(SL_TRY(exchange::directory_event(bytes)));
    if (name.starts_with(session_prefix)) return kept(SL_TRY(exchange::session_event(bytes)));
    if (name.starts_with(learner_prefix)) return kept(SL_TRY(exchange::learner_event(bytes)));
    return fail(
        exchange::EventFault{exchange::EventFault::Kind::unknown_type, bytes.type, bytes.version, {}});
}

}  // namespace safelead::app
