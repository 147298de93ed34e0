#include "app/snapshot.h"

#include "app/packs.h"
#include "crypto/random.h"
#include "ledger/passing.h"
#include "ledger/wire.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>

namespace safelead::app {
namespace {

constexpr std::uint8_t version = 3;
constexpr std::string_view head_kind = "snapshot";
constexpr std::string_view part_kind = "snapshot-part";
constexpr std::size_t part_size = std::size_t{256} * 1024;
constexpr std::size_t making_size = 16;
constexpr std::uint32_t most_parts = 100'000;
constexpr auto kept_for = std::chrono::days{3650};  // It is replaced long before.

enum class Kind : std::uint8_t { concern = 1, one_case = 2, child = 3, conversation = 4, referral = 7 };

// --- Writing

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

template <class AnyEnum>
std::uint8_t code(AnyEnum value)
{
    return static_cast<std::uint8_t>(value);
}

template <class Summary>
ledger::WireWriter begin_row(Kind kind, const Summary& summary, ledger::StreamPosition position)
{
    ledger::WireWriter out;
    out.u8(code(kind)).id(summary.id.text()).u64(number(position));
    return out;
}

// --- Reading

enum class Yes : std::uint8_t { no, yes };

/// Reads on until something is not as it should be.
class Reading {
public:
    explicit Reading(BytesView bytes) : in_{bytes} {}

    [[nodiscard]] bool is_good() const { return is_good_; }
    [[nodiscard]] bool is_at_end() const { return in_.left().empty(); }

    std::uint64_t number(unsigned bytes) { return good(in_.number(bytes)).value_or(0); }
    int small() { return static_cast<int>(static_cast<std::int32_t>(number(4))); }
    Instant instant() { return Instant{std::chrono::milliseconds{static_cast<std::int64_t>(number(8))}}; }
    bool yes() { return one_of(Yes::yes) == Yes::yes; }

    template <class AnyId>
    AnyId id()
    {
        return AnyId{std::string{good(in_.id()).value_or("")}};
    }

    template <class AnyId>
    std::vector<AnyId> list()
    {
        std::vector<AnyId> ids;
        for (auto left = number(2); left > 0 && is_good_; --left) ids.push_back(id<AnyId>());
        return ids;
    }

    std::optional<Instant> maybe_instant()
    {
        if (!yes()) return std::nullopt;
        return instant();
    }

    template <class AnyEnum>
    AnyEnum one_of(AnyEnum last)
    {
        const auto value = number(1);
        if (value > code(last)) is_good_ = false;
        return static_cast<AnyEnum>(value);
    }

    template <std::size_t size>
    std::array<std::byte, size> array()
    {
        return good(in_.array<size>()).value_or(std::array<std::byte, size>{});
    }

private:
    template <class Value>
    std::optional<Value> good(std::optional<Value> value)
    {
        if (!value) is_good_ = false;
        return value;
    }

    ledger::WireReader in_;
    bool is_good_ = true;
};

ledger::StreamPosition position_in(Reading& in)
{
    return ledger::StreamPosition{in.number(8)};
}

SnapshotRow<record::ConcernSummary> concern_in(Reading& in)
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

SnapshotRow<record::CaseSummary> case_in(Reading& in)
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
    return {std::move(of), position};
}

SnapshotRow<record::ChildSummary> child_in(Reading& in)
{
    record::ChildSummary child;
    child.id = in.id<record::ChildId>();
    const auto position = position_in(in);
    child.known_by = in.one_of(record::ChildKnownBy::case_work);
    return {std::move(child), position};
}

SnapshotRow<record::ConversationSummary> conversation_in(Reading& in)
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

SnapshotRow<record::ReferralSummary> referral_in(Reading& in)
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
    return {std::move(referral), position};
}

std::optional<AnySnapshotRow> row_in(Reading& in)
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

// --- Where they lie

using Making = std::array<std::byte, making_size>;

struct Head {
    ledger::LogPosition position{};
    crypto::Digest entry{};
    crypto::Digest editions{};
    Making making{};
    std::uint8_t slot = 0;
    std::uint32_t parts = 0;
};

Bytes bytes_of_head(const Head& head)
{
    return ledger::WireWriter{}
        .u8(version)
        .u64(number(head.position))
        .bytes(head.entry)
        .bytes(head.editions)
        .bytes(head.making)
        .u8(head.slot)
        .u32(head.parts)
        .written();
}

std::optional<Head> head_in(BytesView bytes)
{
    Reading in{bytes};
    if (in.number(1) != version) return std::nullopt;
    Head head;
    head.position = ledger::LogPosition{in.number(8)};
    head.entry = in.array<std::tuple_size_v<crypto::Digest>>();
    head.editions = in.array<std::tuple_size_v<crypto::Digest>>();
    head.making = in.array<making_size>();
    head.slot = static_cast<std::uint8_t>(in.number(1));
    head.parts = static_cast<std::uint32_t>(in.number(4));
    if (!in.is_good() || !in.is_at_end() || head.slot > 1 || head.parts > most_parts) return std::nullopt;
    return head;
}

std::string owner_of(const OrganisationId& organisation, std::uint8_t slot)
{
    return fmt::format("{}/{}", organisation.text(), slot);
}

std::optional<Bytes> opened(ledger::PassingStore& store, const crypto::SecretKey& key, std::string_view kind,
                            const std::string& id, Instant now)
{
    const auto row = store.get(kind, id, now);
    if (!row) return std::nullopt;
    auto thing = ledger::open(*row, key);
    if (!thing) return std::nullopt;
    return std::move(thing->plaintext);
}

std::optional<Head> head_of(ledger::PassingStore& store, const crypto::SecretKey& key,
                            const OrganisationId& organisation, Instant now)
{
    const auto bytes = opened(store, key, head_kind, std::string{organisation.text()}, now);
    if (!bytes) return std::nullopt;
    return head_in(*bytes);
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
    out.u8(referral.disagreement ? 1 : 0);
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
    Reading in{part};
    while (!in.is_at_end()) {
        auto row = row_in(in);
        if (!row || !in.is_good()) return false;
        take(*std::move(row));
    }
    return true;
}

Snapshots::Snapshots(ledger::PassingStore& store, const Packs& packs) : store_{store}, editions_{}
{
    std::string digests;
    for (const auto& pack : packs.editions()) digests.append(pack.imprint().digest).append("\n");
    editions_ = crypto::sha256(bytes_of(digests));
}

std::optional<ledger::LogPosition> Snapshots::load(const ledger::Log& log, Instant now, const TakeRow& take)
{
    const auto key = log.key_for(head_kind);
    const auto head = head_of(store_, key, log.organisation(), now);
    if (!head || head->editions != editions_ || log.digest_at(head->position) != head->entry)
        return std::nullopt;
    const auto owner = owner_of(log.organisation(), head->slot);
    for (std::uint32_t part = 0; part < head->parts; ++part) {
        const auto bytes = opened(store_, key, part_kind, fmt::format("{}/{}", owner, part), now);
        if (!bytes || bytes->size() < making_size) return std::nullopt;
        const BytesView all{*bytes};
        if (!std::ranges::equal(all.first(making_size), head->making)) return std::nullopt;
        if (!read_snapshot_part(all.subspan(making_size), take)) return std::nullopt;
    }
    return head->position;
}

void Snapshots::save(const ledger::Log& log, Instant now, ledger::LogPosition position,
                     const std::vector<Bytes>& parts)
{
    const auto entry = log.digest_at(position);
    if (!entry) return;  // The log was cut short: what was folded is not what it says now.
    const auto key = log.key_for(head_kind);
    const auto before = head_of(store_, key, log.organisation(), now);

    Head head{position, *entry, editions_, {}, 0, static_cast<std::uint32_t>(parts.size())};
    if (before && before->slot == 0) head.slot = 1;
    std::ranges::copy(crypto::random_bytes(making_size), head.making.begin());

    const auto owner = owner_of(log.organisation(), head.slot);
    const auto until = now + kept_for;
    store_.remove_of(part_kind, owner);
    std::uint32_t number = 0;
    for (const auto& part : parts) {
        auto bytes = ledger::WireWriter{}.bytes(head.making).bytes(part).written();
        store_.put(
            ledger::seal(ledger::PassingThing{std::string{part_kind}, fmt::format("{}/{}", owner, number++),
                                              owner, std::move(bytes), until},
                         key));
    }
    const std::string organisation{log.organisation().text()};
    store_.put(ledger::seal(
        ledger::PassingThing{std::string{head_kind}, organisation, organisation, bytes_of_head(head), until},
        key));
    if (before) store_.remove_of(part_kind, owner_of(log.organisation(), before->slot));
}

}  // namespace safelead::app
