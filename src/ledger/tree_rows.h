#pragma once

// What a store keeps of the tree: docs/formats/tree.md and checkpoint.md.

#include "base/bytes.h"
#include "base/time.h"
#include "crypto/digest.h"
#include "ledger/entry.h"

#include <cstdint>
#include <string>

namespace safelead::ledger {

/// A full tile: 256 hashes of a level and their root. It never changes.
struct TreeTile {
    unsigned level;
    std::uint64_t number;  ///< From 0 on each level.
    crypto::Digest root;
    Bytes hashes;  ///< 256 times 32 bytes.

    bool operator==(const TreeTile&) const = default;
};

/// A signed checkpoint, as text.
struct KeptCheckpoint {
    LogPosition size;  ///< How many entries it speaks of.
    std::string note;

    bool operator==(const KeptCheckpoint&) const = default;
};

/// What a witness said of a checkpoint.
struct KeptCosignature {
    std::string witness;  ///< Its name.
    Date day;             ///< UTC, of the witness's time.
    LogPosition size;
    std::string note;  ///< The checkpoint, with the witness's line.

    bool operator==(const KeptCosignature&) const = default;
};

}  // namespace safelead::ledger
