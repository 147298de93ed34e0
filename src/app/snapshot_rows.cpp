#include "app/snapshot.h"
#include "app/snapshot_reading.h"
#include "base/bug.h"

#include <limits>
#include <utility>

namespace safelead::app {
namespace {

constexpr std::size_t part_size = std::size_t{256} * 1024;

enum class Kind : std::uint8_t { concern = 1, one_case = 2, child = 3, conversation = 4, referral = 7 };

std::uint64_t wire(Instant at)
{
    return static_cast<std::uint64_t>(at.time_since_epoch().count());
}

template <class AnyId>
void write_list(ledger::WireWriter& out, const std::vector<AnyId>& ids)
{
    if (ids.size() > std::numeric_limits<std::uint16_t>::max()) throw_bug("a list in a summary is too long");
    out.u16(static_cast<std::uint16_t>(ids.size()));
    for (const auto& id : ids) out.id(id.text());
}

void write_maybe(ledger::WireWriter& out, const std::optional<Instant>& at)
{
    out.u8(at ? 1 : 0);
    if (at) out.u64(wire(*at));
}

template <class Summary>
ledger::WireWriter begin_row(Kind kind, const Summary& summary, ledger::StreamPosition position)
{
    ledger::WireWriter out;
    out.u8(code(kind)).id(summary.id.text()).u64(number(position));
    return out;
}

ledger::StreamPosition position_in(SnapshotReading& in)
{
    return ledger::StreamPosition{in.number(8)};
}

SnapshotRow<record::ConcernSummary> concern_in(SnapshotReading& in)
{
    record::ConcernSummary concern;
    concern.id = in.id<record::ConcernId>();
    const auto position = position_in(in);
    concern.reference = in.id<record::Reference>();
    concern.by = in.id<PersonId>();
    concern.reported_at = in.instant();
    concern.unread_since = in.instant();
    concern.state = in.one_of(record::ConcernState::kept_without_case);
    concern.is_unread = in.yes();
    concern.urgency = in.small();
    concern.escalates_at = in.maybe_instant();
    concern.routed_to = in.one_of(record::RoutedTo::chair);
    concern.people_involved = in.list<PersonId>();
    concern.escalated_to = in.list<PersonId>();
    concern.children = in.list<record::ChildId>();
    return {std::move(concern), position};
}

SnapshotRow<record::CaseSummary> case_in(SnapshotReading& in)
{
    record::CaseSummary of;
    of.id = in.id<record::CaseId>();
    const auto position = position_in(in);
    of.reference = in.id<record::Reference>();
    of.opened_at = in.instant();
    of.state = in.one_of(record::CaseState::closed);
    of.concerns = in.list<record::ConcernId>();
    of.children = in.list<record::ChildId>();
    if (in.yes()) of.decided_by = in.id<PersonId>();
    of.first_due = in.maybe_instant();
    of.urgency = in.small();
    of.urgency_overdue = in.small();
    of.who_reads.kept_out = in.list<PersonId>();
    of.who_reads.locked_to = in.list<PersonId>();
    for (auto left = in.number(1); left > 0 && in.is_good(); --left) {
        const auto id = in.id<OpeningId>();
        const auto by = in.id<PersonId>();
        of.who_reads.openings.push_back({id, by, in.instant()});
    }
    return {std::move(of), position};
}

SnapshotRow<record::ChildSummary> child_in(SnapshotReading& in)
{
    record::ChildSummary child;
    child.id = in.id<record::ChildId>();
    const auto position = position_in(in);
    child.known_by = in.one_of(record::ChildKnownBy::case_work);
    return {std::move(child), position};
}

SnapshotRow<record::ConversationSummary> conversation_in(SnapshotReading& in)
{
    record::ConversationSummary conversation;
    conversation.id = in.id<record::ConversationId>();
    const auto position = position_in(in);
    conversation.reference = in.id<record::Reference>();
    conversation.started_at = in.instant();
    conversation.newest_at = in.instant();
    conversation.state = in.one_of(record::ConversationState::ended);
    conversation.routed_to = in.one_of(record::RoutedTo::chair);
    conversation.waits_since = in.maybe_instant();
    conversation.is_unread = in.yes();
    conversation.review_since = in.maybe_instant();
    conversation.opened_by = in.list<PersonId>();
    if (in.yes()) conversation.concern = in.id<record::ConcernId>();
    return {std::move(conversation), position};
}

SnapshotRow<record::ReferralSummary> referral_in(SnapshotReading& in)
{
    record::ReferralSummary referral;
    referral.id = in.id<record::ReferralId>();
    const auto position = position_in(in);
    referral.reference = in.id<record::Reference>();
    referral.of = in.id<record::CaseId>();
    referral.from = in.id<OrganisationId>();
    referral.to = in.id<OrganisationId>();
    referral.state = in.one_of(record::ReferralState::redirected);
    referral.number = in.small();
    referral.begun_at = in.instant();
    referral.answer_by = in.maybe_instant();
    referral.managers_at = in.maybe_instant();
    referral.form_due = in.maybe_instant();
    referral.silence_noticed = in.yes();
    referral.managers_told = in.yes();
    referral.disagreement = in.yes();
    referral.to_kind = in.one_of(record::AgencyKind::not_known);
    referral.readers.kept_out = in.list<PersonId>();
    referral.readers.locked_to = in.list<PersonId>();
    referral.readers.opened_to = in.list<PersonId>();
    referral.readers.restricted_by = in.list<PersonId>();
    referral.rung_due = in.maybe_instant();
    referral.unread_after_end = in.small();
    referral.action_to_answer = in.small();
    return {std::move(referral), position};
}

std::optional<AnySnapshotRow> row_in(SnapshotReading& in)
{
    switch (static_cast<Kind>(in.number(1))) {
        case Kind::concern:
            return concern_in(in);
        case Kind::one_case:
            return case_in(in);
        case Kind::child:
            return child_in(in);
        case Kind::conversation:
            return conversation_in(in);
        case Kind::referral:
            return referral_in(in);
    }
    return std::nullopt;
}

}  // namespace

void SnapshotParts::add(const record::ConcernSummary& concern, ledger::StreamPosition position)
{
    auto out = begin_row(Kind::concern, concern, position);
    out.id(concern.reference.text()).id(concern.by.text());
    out.u64(wire(concern.reported_at)).u64(wire(concern.unread_since));
    out.u8(code(concern.state)).u8(concern.is_unread ? 1 : 0);
    out.u32(static_cast<std::uint32_t>(concern.urgency));
    write_maybe(out, concern.escalates_at);
    out.u8(code(concern.routed_to));
    write_list(out, concern.people_involved);
    write_list(out, concern.escalated_to);
    write_list(out, concern.children);
    add(std::move(out).written());
}

void SnapshotParts::add(const record::CaseSummary& of, ledger::StreamPosition position)
{
    auto out = begin_row(Kind::one_case, of, position);
    out.id(of.reference.text()).u64(wire(of.opened_at)).u8(code(of.state));
    write_list(out, of.concerns);
    write_list(out, of.children);
    out.u8(of.decided_by ? 1 : 0);
    if (of.decided_by) out.id(of.decided_by->text());
    write_maybe(out, of.first_due);
    out.u32(static_cast<std::uint32_t>(of.urgency)).u32(static_cast<std::uint32_t>(of.urgency_overdue));
    write_list(out, of.who_reads.kept_out);
    write_list(out, of.who_reads.locked_to);
    const auto& openings = of.who_reads.openings;
    out.u8(static_cast<std::uint8_t>(openings.size()));
    for (const auto& one : openings) out.id(one.id.text()).id(one.by.text()).u64(wire(one.until));
    add(std::move(out).written());
}

void SnapshotParts::add(const record::ChildSummary& child, ledger::StreamPosition position)
{
    auto out = begin_row(Kind::child, child, position);
    out.u8(code(child.known_by));
    add(std::move(out).written());
}

void SnapshotParts::add(const record::ConversationSummary& conversation, ledger::StreamPosition position)
{
    auto out = begin_row(Kind::conversation, conversation, position);
    out.id(conversation.reference.text());
    out.u64(wire(conversation.started_at)).u64(wire(conversation.newest_at));
    out.u8(code(conversation.state)).u8(code(conversation.routed_to));
    write_maybe(out, conversation.waits_since);
    out.u8(conversation.is_unread ? 1 : 0);
    write_maybe(out, conversation.review_since);
    write_list(out, conversation.opened_by);
    out.u8(conversation.concern ? 1 : 0);
    if (conversation.concern) out.id(conversation.concern->text());
    add(std::move(out).written());
}

void SnapshotParts::add(const record::ReferralSummary& referral, ledger::StreamPosition position)
{
    auto out = begin_row(Kind::referral, referral, position);
    out.id(referral.reference.text()).id(referral.of.text());
    out.id(referral.from.text()).id(referral.to.text());
    out.u8(code(referral.state)).u32(static_cast<std::uint32_t>(referral.number));
    out.u64(wire(referral.begun_at));
    write_maybe(out, referral.answer_by);
    write_maybe(out, referral.managers_at);
    write_maybe(out, referral.form_due);
    out.u8(referral.silence_noticed ? 1 : 0).u8(referral.managers_told ? 1 : 0);
    out.u8(referral.disagreement ? 1 : 0).u8(code(referral.to_kind));
    const auto& readers = referral.readers;
    write_list(out, readers.kept_out);
    write_list(out, readers.locked_to);
    write_list(out, readers.opened_to);
    write_list(out, readers.restricted_by);
    write_maybe(out, referral.rung_due);
    out.u32(static_cast<std::uint32_t>(referral.unread_after_end));
    out.u32(static_cast<std::uint32_t>(referral.action_to_answer));
    add(std::move(out).written());
}

void SnapshotParts::add(Bytes row)
{
    if (parts_.empty() || parts_.back().size() + row.size() > part_size) {
        parts_.emplace_back();
        parts_.back().reserve(part_size);
    }
    parts_.back().insert(parts_.back().end(), row.begin(), row.end());
}

std::vector<Bytes> SnapshotParts::parts() &&
{
    return std::move(parts_);
}

bool read_snapshot_part(BytesView part, const TakeRow& take)
{
    SnapshotReading in{part};
    while (!in.is_at_end()) {
        auto row = row_in(in);
        if (!row || !in.is_good()) return false;
        take(*std::move(row));
    }
    return true;
}

}  // namespace safelead::app
