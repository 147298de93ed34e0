#pragma once

// Backups: docs/formats/backup.md.

#include "base/unavailable.h"
#include "ledger/log_piece.h"

#include <filesystem>
#include <functional>

namespace safelead::ledger {

struct BackedUp {
    std::uint64_t organisations = 0;
    std::uint64_t entries = 0;
};

/// How many entries so far.
using BackupProgress = std::function<void(std::uint64_t entries)>;

/// Writes everything in `store` to a new file that only its owner can read. There under its name when it is
/// whole and on disk.
/// @throws Unavailable when it can't, or there is such a file.
BackedUp write_backup(const EntryStore& store, const std::filesystem::path& file,
                      const BackupProgress& progress = {});

/// Gives each piece of a backup to `take`, once it was seen to be what was written.
/// @throws Unavailable, saying where, when it was cut off or changed.
BackedUp read_backup(const std::filesystem::path& file, const std::function<void(const LogPiece&)>& take,
                     const BackupProgress& progress = {});

}  // namespace safelead::ledger
