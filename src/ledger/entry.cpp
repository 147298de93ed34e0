#include "ledger/entry.h"

#include "base/bug.h"
#include "ledger/wire.h"

#include <algorithm>
#include <utility>

// docs/formats/entry.md:
//
//     entry  = header commitment ciphertext
//     header = version organisation stream position part command time nonce

namespace safelead::ledger {
namespace {

constexpr std::uint8_t version = 1;
constexpr std::size_t shortest_ciphertext = 80;
constexpr std::size_t longest_id = 100;

}  // namespace

const PartId& shared_part()
{
    static const PartId part{""};
    return part;
}

const StreamId& keys_stream()
{
    static const StreamId stream{"keys"};
    return stream;
}

bool is_ledger_id(std::string_view text)
{
    const auto is_visible = [](char letter) { return letter > ' ' && letter <= '~'; };
    return !text.empty() && text.size() <= longest_id && std::ranges::all_of(text, is_visible);
}

Bytes header_bytes(const EntryHeader& header, const crypto::Nonce& nonce)
{
    const auto& part = header.part.text();
    const bool ids_fit = is_ledger_id(header.organisation.text()) && is_ledger_id(header.stream.text()) &&
                         (part.empty() || is_ledger_id(part)) && is_ledger_id(header.command.text());
    if (!ids_fit) throw_bug("an id of an entry is empty, too long or not visible ASCII");
    constexpr std::size_t without_ids = 1 + 4 + 8 + 8 + std::tuple_size_v<crypto::Nonce>;
    return WireWriter{}
        .room_for(without_ids + header.organisation.text().size() + header.stream.text().size() +
                  part.size() + header.command.text().size())
        .u8(version)
        .id(header.organisation.text())
        .id(header.stream.text())
        .u64(number(header.position))
        .id(part)
        .id(header.command.text())
        .u64(static_cast<std::uint64_t>(header.time.time_since_epoch().count()))
        .bytes(nonce)
        .written();
}

Bytes to_bytes(const Entry& entry)
{
    return to_bytes(header_bytes(entry.header, entry.nonce), entry.commitment, entry.ciphertext);
}

Bytes to_bytes(Bytes header, const Commitment& commitment, BytesView ciphertext)
{
    auto bytes = std::move(header);
    bytes.reserve(bytes.size() + commitment.size() + ciphertext.size());
    bytes.insert(bytes.end(), commitment.begin(), commitment.end());
    bytes.insert(bytes.end(), ciphertext.begin(), ciphertext.end());
    if (bytes.size() > longest_entry) throw_bug("an entry is longer than its format lets it be");
    return bytes;
}

Result<Entry, NotAnEntry> parse_entry(BytesView bytes)
{
    if (bytes.size() > longest_entry) return fail(NotAnEntry::too_long);
    WireReader reader{bytes};
    const auto found_version = reader.number(1);
    if (!found_version) return fail(NotAnEntry::cut_short);
    if (*found_version != version) return fail(NotAnEntry::unknown_version);

    const auto organisation = reader.id();
    const auto stream = reader.id();
    const auto position = reader.number(8);
    const auto part = reader.id();
    const auto command = reader.id();
    const auto time = reader.number(8);
    const auto nonce = reader.array<std::tuple_size_v<crypto::Nonce>>();
    const auto commitment = reader.array<std::tuple_size_v<Commitment>>();
    if (!commitment || reader.left().size() < shortest_ciphertext) return fail(NotAnEntry::cut_short);

    const bool ids_fit = is_ledger_id(*organisation) && is_ledger_id(*stream) &&
                         (part->empty() || is_ledger_id(*part)) && is_ledger_id(*command);
    if (!ids_fit) return fail(NotAnEntry::bad_id);

    EntryHeader header{OrganisationId{std::string{*organisation}},
                       StreamId{std::string{*stream}},
                       StreamPosition{*position},
                       PartId{std::string{*part}},
                       CommandId{std::string{*command}},
                       Instant{std::chrono::milliseconds{static_cast<std::int64_t>(*time)}}};
    return Entry{std::move(header), *nonce, *commitment, Bytes{reader.left().begin(), reader.left().end()}};
}

}  // namespace safelead::ledger
