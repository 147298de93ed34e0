#include "ledger/passing.h"

#include "base/bug.h"
#include "base/unavailable.h"
#include "ledger/box.h"
#include "ledger/wire.h"

// docs/formats/passing.md:
//
//     sealed = version nonce commitment ciphertext

namespace safelead::ledger {
namespace {

constexpr std::uint8_t version = 1;
constexpr std::string_view box_name = "safelead.passing.1";
constexpr std::size_t longest_text = 200;

/// How often somebody else may be first. Each time, theirs was kept.
constexpr int most_turns = 30;

Bytes header_of(std::string_view kind, std::string_view id, std::string_view owner, Instant expires,
                const crypto::Nonce& nonce)
{
    return WireWriter{}
        .u8(version)
        .text(kind)
        .text(id)
        .text(owner)
        .u64(static_cast<std::uint64_t>(expires.time_since_epoch().count()))
        .bytes(nonce)
        .written();
}

std::vector<PassingThing> opened(const std::vector<PassingRow>& rows, const crypto::SecretKey& key)
{
    std::vector<PassingThing> things;
    for (const auto& row : rows)
        if (auto thing = open(row, key)) things.push_back(*std::move(thing));
    return things;
}

}  // namespace

PassingRow seal(const PassingThing& thing, const crypto::SecretKey& key, const crypto::Nonce& nonce)
{
    for (const auto* text : {&thing.kind, &thing.id, &thing.owner})
        if (text->size() > longest_text) throw_bug("the kind, id or owner of a passing thing is too long");

    const auto header = header_of(thing.kind, thing.id, thing.owner, thing.expires, nonce);
    const auto box = seal_box(box_name, key, header, padded(thing.plaintext));
    auto sealed = WireWriter{}.u8(version).bytes(nonce).bytes(box.commitment).bytes(box.ciphertext).written();
    return {thing.kind, thing.id, thing.owner, std::move(sealed), thing.expires};
}

PassingRow seal(const PassingThing& thing, const crypto::SecretKey& key)
{
    return seal(thing, key, crypto::random_nonce());
}

std::optional<PassingThing> open(const PassingRow& row, const crypto::SecretKey& key)
{
    WireReader reader{row.sealed};
    const auto found_version = reader.number(1);
    const auto nonce = reader.array<std::tuple_size_v<crypto::Nonce>>();
    const auto commitment = reader.array<std::tuple_size_v<Commitment>>();
    if (!commitment || *found_version != version) return std::nullopt;

    const auto header = header_of(row.kind, row.id, row.owner, row.expires, *nonce);
    auto box = open_box(box_name, key, header, *commitment, reader.left());
    auto* bytes = std::get_if<Bytes>(&box);
    if (bytes == nullptr) return std::nullopt;
    auto plaintext = without_padding(std::move(*bytes));
    if (!plaintext) return std::nullopt;
    return PassingThing{row.kind, row.id, row.owner, *std::move(plaintext), row.expires};
}

Passing::Passing(PassingStore& store, crypto::SecretKey key) : store_{store}, key_{std::move(key)} {}

void Passing::put(const PassingThing& thing)
{
    store_.put(seal(thing, key_));
}

void Passing::change(std::string_view kind, std::string_view id, Instant now, const Change& change)
{
    for (int turn = 0; turn < most_turns; ++turn) {
        const auto row = store_.get(kind, id, now);
        auto there = row ? open(*row, key_) : std::nullopt;
        if (!there) return;
        const auto changed = change(*std::move(there));
        if (!changed || store_.exchange(*row, seal(*changed, key_))) return;
    }
    throw Unavailable{"Others are changing the same: try again in a moment."};
}

void Passing::remove_if(std::string_view kind, std::string_view id, Instant now, const Goes& goes)
{
    for (int turn = 0; turn < most_turns; ++turn) {
        const auto row = store_.get(kind, id, now);
        const auto there = row ? open(*row, key_) : std::nullopt;
        if (!there || !goes(*there) || store_.take(*row)) return;
    }
    throw Unavailable{"Others are changing the same: try again in a moment."};
}

std::optional<PassingThing> Passing::get(std::string_view kind, std::string_view id, Instant now) const
{
    const auto row = store_.get(kind, id, now);
    if (!row) return std::nullopt;
    return open(*row, key_);
}

std::vector<PassingThing> Passing::list(std::string_view kind, Instant now) const
{
    return opened(store_.list(kind, now), key_);
}

std::vector<PassingThing> Passing::list_of(std::string_view kind, std::string_view owner, Instant now) const
{
    return opened(store_.list_of(kind, owner, now), key_);
}

}  // namespace safelead::ledger
