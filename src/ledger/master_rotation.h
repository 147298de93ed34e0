#pragma once

// Rotating the master key, file and rows together: docs/formats/keys.md, "Rotating".

#include "ledger/ledger.h"

#include <filesystem>

namespace safelead::ledger {

/// Makes a new master key and wraps every organisation's keys under it, while others go on writing: how many
/// keys. The old key stays beside it as `old_master_key(file)`, for backups from before.
/// @throws Unavailable when it can't be done; what was begun is finished by the next `settle_master_key`.
std::uint64_t rotate_master_key(Ledger& ledger, const std::filesystem::path& file,
                                const std::filesystem::path& data_folder, Instant now);

/// Finishes or undoes a rotation that was broken off; does nothing when there was none. To be called with the
/// store to oneself, before a Ledger is made on it.
/// @throws KeyUnavailable when neither key opens what is there.
void settle_master_key(EntryStore& store, const std::filesystem::path& file,
                       const std::filesystem::path& data_folder, Instant now);

}  // namespace safelead::ledger
