#pragma once

// Rotating keys: docs/formats/keys.md. Both go on while others write, and wait for the disk: never on an io
// thread.

#include "app/not_done.h"
#include "app/safelead.h"
#include "app/upkeep.h"

#include <cstdint>
#include <filesystem>

namespace safelead::app {

struct MasterKeyRotated {
    std::uint64_t keys;  ///< That were wrapped again.
    std::filesystem::path key;
    std::filesystem::path old_key;  ///< Opens backups from before; for the operator to destroy.
};

/// @throws Unavailable when it can't be done; what was begun is finished when the data is next opened.
[[nodiscard]] MasterKeyRotated rotate_master_key(Safelead& safelead, const DataPlace& place);

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
