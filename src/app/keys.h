#pragma once

// Rotating keys: docs/formats/keys.md. Both go on while others write, and wait for the disk: never on an io
// thread. And what a backup needs to know of it.

#include "app/not_done.h"
#include "app/safelead.h"
#include "app/upkeep.h"
#include "ledger/file_lock.h"

#include <cstdint>
#include <filesystem>
#include <optional>

namespace safelead::app {

struct MasterKeyRotated {
    std::uint64_t keys;  ///< That were wrapped again.
    std::filesystem::path key;
    std::filesystem::path old_key;  ///< Opens backups from before; for the operator to destroy.
};

/// @throws Unavailable when it can't be done; what was begun is finished when the data is next opened.
[[nodiscard]] MasterKeyRotated rotate_master_key(Safelead& safelead, const DataPlace& place);

/// While what it returns is held, nobody rotates the master key, and it opens all there is; for a backup.
/// @throws Unavailable, saying what to do, when it is rotated just now or that was broken off.
[[nodiscard]] std::optional<ledger::FileLock> hold_master_key(Safelead& safelead, const DataPlace& place);

/// Whether the key file opens every log there is, or is not there to ask. It may have been rotated by a
/// server with a key file of its own.
[[nodiscard]] bool is_all_under_master_key(Safelead& safelead, const DataPlace& place);

struct OrganisationKeyRotated {
    std::uint64_t epoch;
    std::uint64_t keys;       ///< That were wrapped again.
    std::uint64_t destroyed;  ///< Earlier keys of the organisation.
};

/// NotThere if there is no such organisation.
/// @throws Unavailable when it can't be kept; the next rotation finishes it.
[[nodiscard]] Outcome<OrganisationKeyRotated> rotate_organisation_key(Safelead& safelead,
                                                                      const OrganisationId& organisation);

}  // namespace safelead::app
