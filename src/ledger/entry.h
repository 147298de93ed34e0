#pragma once

// One thing written down, as it lies on the disk for good: docs/formats/entry.md.
//
// 1. A log belongs to one organisation and holds the entries of its streams in the order they were made.
// 2. An entry's bytes hold all that is known of it but its place in the log: that is the row's, and the
//    tree's.
// 3. What was written is sealed under the stream's key for one part. A stream has the part "" that everyone
//    who may read the stream can open; a case has another for each child, so that one child can be erased
//    alone.
// 4. The bytes never change: they are the leaves of the tree.

#include "base/bytes.h"
#include "base/id.h"
#include "base/ids.h"
#include "base/result.h"
#include "base/time.h"
#include "crypto/sealing.h"
#include "ledger/box.h"

#include <array>
#include <cstdint>
#include <string_view>

namespace safelead::ledger {

/// A case, a child, a person, a day of views, …: what is written and read together.
using StreamId = Id<struct StreamKind>;

/// Whose key seals an entry of a stream: `shared_part`, or the id of one child.
using PartId = Id<struct PartKind>;

/// The part "" that every reader of the stream can open.
[[nodiscard]] const PartId& shared_part();

/// The stream in which each log keeps what became of its keys. Written by the ledger alone.
[[nodiscard]] const StreamId& keys_stream();

/// Where an entry stands in its organisation's log. The first is 1; `start` is before it.
enum class LogPosition : std::uint64_t { start = 0 };

/// Where an entry stands in its stream. The first is 1; `start` is before it.
enum class StreamPosition : std::uint64_t { start = 0 };

[[nodiscard]] constexpr std::uint64_t number(LogPosition position)
{
    return static_cast<std::uint64_t>(position);
}
[[nodiscard]] constexpr std::uint64_t number(StreamPosition position)
{
    return static_cast<std::uint64_t>(position);
}
[[nodiscard]] constexpr LogPosition next(LogPosition position)
{
    return LogPosition{number(position) + 1};
}
[[nodiscard]] constexpr StreamPosition next(StreamPosition position)
{
    return StreamPosition{number(position) + 1};
}

/// What anybody who holds the file can read of an entry.
struct EntryHeader {
    OrganisationId organisation;
    StreamId stream;
    StreamPosition position;
    PartId part;
    CommandId command;
    Instant time;

    bool operator==(const EntryHeader&) const = default;
};

/// An entry taken apart.
struct Entry {
    EntryHeader header;
    crypto::Nonce nonce;
    Commitment commitment;
    Bytes ciphertext;
};

/// Why bytes are no entry.
enum class NotAnEntry { unknown_version, cut_short, bad_id, too_long };

/// How long an entry may be, and what was written in it: the rest is left for ids and for what sealing adds.
inline constexpr std::size_t longest_entry = std::size_t{4} * 1024 * 1024;
inline constexpr std::size_t longest_plaintext = longest_entry - 1024;

/// Clear bytes from the version to the nonce.
[[nodiscard]] Bytes header_bytes(const EntryHeader& header, const crypto::Nonce& nonce);

[[nodiscard]] Bytes to_bytes(const Entry& entry);

/// The same, of one whose header was written before.
[[nodiscard]] Bytes to_bytes(Bytes header, const Commitment& commitment, BytesView ciphertext);

/// Reads exactly what `to_bytes` writes.
[[nodiscard]] Result<Entry, NotAnEntry> parse_entry(BytesView bytes);

/// Whether a text can be an id in the ledger: 1 to 100 visible ASCII characters.
[[nodiscard]] bool is_ledger_id(std::string_view text);

}  // namespace safelead::ledger
