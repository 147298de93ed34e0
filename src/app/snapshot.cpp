#include "app/snapshot.h"

#include "app/packs.h"
#include "app/snapshot_reading.h"
#include "crypto/random.h"
#include "ledger/passing.h"

#include <fmt/format.h>

#include <algorithm>
#include <future>
#include <system_error>

namespace safelead::app {
namespace {

constexpr std::uint8_t version = 8;
constexpr std::string_view head_kind = "snapshot";
constexpr std::string_view part_kind = "snapshot-part";
constexpr std::size_t making_size = 16;
constexpr std::uint32_t most_parts = 100'000;
constexpr auto kept_for = std::chrono::days{3650};  // It is replaced long before.

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
    SnapshotReading in{bytes};
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

/// What `read` gives, being read already on a thread of its own. None where no thread can be started: then
/// whoever needs it reads it.
template <class Read>
std::future<std::optional<Bytes>> begun(const Read& read, std::uint32_t part)
{
    try {
        return std::async(std::launch::async, read, part);
    } catch (const std::system_error&) {
        return {};
    }
}

}  // namespace

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
    const auto read = [&](std::uint32_t part) {
        return opened(store_, key, part_kind, fmt::format("{}/{}", owner, part), now);
    };
    // The next is read while this one is taken: a database on another machine is as busy as we are.
    std::future<std::optional<Bytes>> coming;
    for (std::uint32_t part = 0; part < head->parts; ++part) {
        const auto bytes = coming.valid() ? coming.get() : read(part);
        if (part + 1 < head->parts) coming = begun(read, part + 1);
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
