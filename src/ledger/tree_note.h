#pragma once

// What the stream `tree` says: docs/formats/checkpoint.md.

#include "base/bytes.h"
#include "base/time.h"
#include "crypto/signature.h"
#include "ledger/checkpoint.h"
#include "ledger/entry.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>

namespace safelead::ledger {

/// The stream in which each log keeps what became of its signing keys and of its tree. Written by the ledger
/// alone.
[[nodiscard]] const StreamId& tree_stream();

struct SigningKeyNoted {
    std::uint32_t number;  ///< From 1.
    crypto::PublicKey key;

    bool operator==(const SigningKeyNoted&) const = default;
};

struct TreeEpochNoted {
    TreeEpoch epoch;  ///< From 2.
    TreeHead lost;    ///< What the checkpoint said of which the end was lost.
    std::uint64_t left = 0;
    std::string reason;

    bool operator==(const TreeEpochNoted&) const = default;
};

/// What a log said when an epoch began, and when it did.
struct EpochBegun {
    OrganisationId organisation;  ///< Whose log says so.
    Instant at;
    TreeEpochNoted said;
};

using TreeNoted = std::variant<SigningKeyNoted, TreeEpochNoted>;

/// Whether a log that says so of its epochs need not begin with what `known` says: that was signed in an
/// earlier epoch, and the log says that it is lost, or it speaks of entries that were lost since.
/// `first_origin` is the log's in epoch 1; what was lost may have been another's.
[[nodiscard]] bool was_left_behind(const Checkpoint& known, std::string_view first_origin,
                                   std::span<const TreeEpochNoted> epochs);

[[nodiscard]] Bytes tree_note(const TreeNoted& noted);

/// Nothing if it is not exactly what `tree_note` writes, or of a kind not known here.
[[nodiscard]] std::optional<TreeNoted> parse_tree_note(BytesView plaintext);

}  // namespace safelead::ledger
