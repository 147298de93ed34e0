#pragma once

// Rotating the master key, file and rows together: docs/formats/keys.md, "Rotating".

#include "base/unavailable.h"
#include "ledger/file_lock.h"
#include "ledger/ledger.h"

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>

namespace safelead::ledger {

/// How long one that opens the record, or rotates, waits for another that does.
inline constexpr std::chrono::seconds wait_for_master_key{20};

/// Somebody is rotating just now.
class MasterKeyHeld : public Unavailable {
    using Unavailable::Unavailable;
};

/// Makes a new master key and wraps every organisation's keys under it, while others go on writing: how many.
/// One that was begun is taken up and finished. The old key stays beside it as `old_master_key(file)`, for
/// backups from before.
/// @throws Unavailable when it can't be done; what was begun is finished by the next `settle_master_key`, or
/// by doing it again.
std::uint64_t rotate_master_key(Ledger& ledger, const std::filesystem::path& file,
                                const std::filesystem::path& data_folder, Instant now,
                                std::chrono::milliseconds wait = wait_for_master_key);

/// What the key file is when somebody opens the record with it.
struct MasterKeySettled {
    std::optional<FileLock> lock;  ///< While it is held nobody rotates: until the Ledger is made.
    std::string not_settled;       ///< Why a rotation that was broken off can't be finished here; else empty.
};

/// Finishes a rotation that was broken off; does nothing when there was none, or nothing came of it. To be
/// called before a Ledger is made on the store.
/// @throws KeyUnavailable when neither key opens what is there.
/// @throws MasterKeyHeld when somebody is rotating just now.
[[nodiscard]] MasterKeySettled settle_master_key(EntryStore& store, const std::filesystem::path& file,
                                                 const std::filesystem::path& data_folder, Instant now,
                                                 std::chrono::milliseconds wait = wait_for_master_key);

/// For a backup: while what it returns is held nobody rotates, so that one key opens all that is read.
/// Nothing where the key file is not there any more or has no place for a lock: from there nobody rotates it.
/// @throws MasterKeyHeld when somebody is rotating or opening the record just now.
/// @throws Unavailable when a rotation was broken off, and neither key opens all.
[[nodiscard]] std::optional<FileLock> hold_master_key(const Ledger& ledger, const EntryStore& store,
                                                      const std::filesystem::path& file,
                                                      const std::filesystem::path& data_folder,
                                                      std::chrono::milliseconds wait = wait_for_master_key);

}  // namespace safelead::ledger
