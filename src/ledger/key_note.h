#pragma once

// What the stream `keys` says: docs/formats/keys.md.

#include "ledger/key_row.h"

#include <optional>
#include <variant>
#include <vector>

namespace safelead::ledger {

struct OrganisationKeyNoted {
    KeyEpoch epoch;
    crypto::Digest row;

    bool operator==(const OrganisationKeyNoted&) const = default;
};

struct StreamKeyNoted {
    StreamId stream;
    PartId part;
    KeyEpoch epoch;
    crypto::Digest row;

    bool operator==(const StreamKeyNoted&) const = default;
};

/// A child was erased, or what was about them alone.
struct StreamKeyDestroyed {
    StreamId stream;
    PartId part;

    bool operator==(const StreamKeyDestroyed&) const = default;
};

/// Nothing was wrapped by it any more.
struct OrganisationKeyDestroyed {
    KeyEpoch epoch;

    bool operator==(const OrganisationKeyDestroyed&) const = default;
};

using KeyNoted =
    std::variant<OrganisationKeyNoted, StreamKeyNoted, StreamKeyDestroyed, OrganisationKeyDestroyed>;

[[nodiscard]] Bytes key_note(const std::vector<KeyNoted>& noted);

/// Nothing if it is not exactly what `key_note` writes, or of a kind not known here.
[[nodiscard]] std::optional<std::vector<KeyNoted>> parse_key_note(BytesView plaintext);

}  // namespace safelead::ledger
