#pragma once

#include "crypto/digest.h"
#include "ledger/entry.h"

#include <cstdint>

namespace safelead::ledger {

/// Which of an organisation's keys: the first is 1; each rotation makes the next.
enum class KeyEpoch : std::uint32_t { none = 0, first = 1 };

[[nodiscard]] constexpr KeyEpoch next(KeyEpoch epoch)
{
    return KeyEpoch{static_cast<std::uint32_t>(epoch) + 1};
}

/// An organisation's key, wrapped by the master key.
struct OrganisationKeyRow {
    OrganisationId organisation;
    KeyEpoch epoch;
    Bytes wrapped;

    bool operator==(const OrganisationKeyRow&) const = default;
};

/// The key of one part of a stream, wrapped by the organisation's key of an epoch.
struct StreamKeyRow {
    OrganisationId organisation;
    StreamId stream;
    PartId part;
    KeyEpoch epoch;
    Bytes wrapped;

    bool operator==(const StreamKeyRow&) const = default;
};

/// What is left of the row of a key that was destroyed: no epoch, nothing wrapped.
[[nodiscard]] StreamKeyRow destroyed_row(const OrganisationId& organisation, const StreamId& stream,
                                         const PartId& part);
[[nodiscard]] bool is_destroyed(const StreamKeyRow& row);

/// What the log says of a row (docs/formats/keys.md): a row that was exchanged shows.
[[nodiscard]] crypto::Digest digest_of(const OrganisationKeyRow& row);
[[nodiscard]] crypto::Digest digest_of(const StreamKeyRow& row);

}  // namespace safelead::ledger
