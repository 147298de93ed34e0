#pragma once

// A log as a store has it, piece by piece and bit for bit: for moving it to another store, and for backups.

#include "ledger/entry_store.h"

#include <functional>
#include <utility>
#include <vector>

namespace safelead::ledger {

/// Some of a log, with what belongs to it. The first piece has the log's keys, and its facts; entries come in
/// order.
struct LogPiece {
    OrganisationId organisation;
    std::vector<OrganisationKeyRow> organisation_keys{};
    std::vector<StreamKeyRow> stream_keys{};
    std::vector<StoredEntry> entries{};
    std::vector<std::pair<CommandId, Receipt>> receipts{};
    std::vector<TreeTile> tiles{};
    std::vector<KeptCheckpoint> checkpoints{};  ///< One or none.
    std::vector<KeptCosignature> cosignatures{};
    std::vector<FactRow> facts{};
};

/// Takes a log over from another store. Nobody else writes meanwhile.
class PieceTaker {
public:
    PieceTaker() = default;
    PieceTaker(const PieceTaker&) = delete;
    PieceTaker& operator=(const PieceTaker&) = delete;
    virtual ~PieceTaker() = default;

    /// Keeps the piece as it is; on disk when it returns.
    /// @throws Unavailable when it can't, or has some of it already.
    virtual void take(const LogPiece& piece) = 0;

    /// That all of them were taken. Until then, whoever opens the store is told that it is not whole.
    /// @throws Unavailable when it can't be kept.
    virtual void finish() = 0;
};

/// Gives every log of `store`, each as far as it went at one moment, to `take`. Says how many entries it
/// gave.
/// @throws Unavailable when an entry before that is not there.
std::uint64_t give_pieces(const EntryStore& store, const std::function<void(const LogPiece&)>& take);

/// docs/formats/backup.md.
[[nodiscard]] Bytes to_bytes(const LogPiece& piece);

/// Reads exactly what `to_bytes` writes; nothing if it is something else.
[[nodiscard]] std::optional<LogPiece> parse_piece(BytesView bytes);

}  // namespace safelead::ledger
