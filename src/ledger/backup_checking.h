#pragma once

// Holds the entries in a backup against the checkpoints in it. No key is needed: docs/formats/backup.md.

#include "ledger/log_piece.h"
#include "ledger/tree.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::ledger {

class BackupChecking {
public:
    /// `name` is the backup's, for what is said of it.
    explicit BackupChecking(std::string name);

    /// Each piece, in order.
    /// @throws Unavailable when entries are missing, or are not those of their log's checkpoint.
    void take(const LogPiece& piece);

    /// Logs whose entries are those of their checkpoint. One that never had a checkpoint is not among them.
    [[nodiscard]] std::uint64_t logs_held() const { return logs_held_; }

private:
    void hold(const KeptCheckpoint& kept);

    const std::string name_;
    std::optional<OrganisationId> organisation_;
    std::vector<TreeHash> leaves_;  // of the log that is being read
    std::uint64_t logs_held_ = 0;
};

}  // namespace safelead::ledger
