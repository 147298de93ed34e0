#pragma once

// The key that opens everything, and the only one that is not in the data folder: docs/formats/keys.md.

#include "base/unavailable.h"
#include "crypto/secret_key.h"

#include <filesystem>

namespace safelead::ledger {

/// No key, a key that others could read, a key in the data folder, or the key of other data.
class KeyUnavailable : public Unavailable {
    using Unavailable::Unavailable;
};

/// Reads the key file, or a systemd credential at that path.
/// @throws KeyUnavailable when it is missing, inside `data_folder`, not its owner's alone (mode 0600, or a
/// systemd credential's 0400), or not a key.
[[nodiscard]] crypto::SecretKey read_master_key(const std::filesystem::path& file,
                                                const std::filesystem::path& data_folder);

/// Makes a new random key at `file`, mode 0600, on disk when this returns.
/// @throws KeyUnavailable when there is a file already, or it would be inside `data_folder`.
void make_master_key(const std::filesystem::path& file, const std::filesystem::path& data_folder);

/// Where the key is when nobody says: the systemd credential "safelead.key" when there is one, else the data
/// folder's name with ".key" beside it.
[[nodiscard]] std::filesystem::path usual_master_key(const std::filesystem::path& data_folder);

}  // namespace safelead::ledger
