#pragma once

// The key that opens everything, and the only one that is not in the data folder: docs/formats/keys.md.

#include "base/unavailable.h"
#include "crypto/secret_key.h"

#include <filesystem>
#include <optional>
#include <string>

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

/// Why a secret's open file is not its owner's alone, to go after its name; empty if it is.
[[nodiscard]] std::string why_not_private(int opened, const std::filesystem::path& file);

/// Makes a new random key at `file`, mode 0600, on disk when this returns.
/// @throws KeyUnavailable when there is a file already, or it would be inside `data_folder`.
void make_master_key(const std::filesystem::path& file, const std::filesystem::path& data_folder);

/// Where the key is when nobody says: the systemd credential "safelead.key" when there is one, else the data
/// folder's name with ".key" beside it.
[[nodiscard]] std::filesystem::path usual_master_key(const std::filesystem::path& data_folder);

/// What stands beside the key while it is rotated, and after (docs/formats/keys.md, "Rotating").
[[nodiscard]] std::filesystem::path next_master_key(const std::filesystem::path& file);
[[nodiscard]] std::filesystem::path old_master_key(const std::filesystem::path& file);

/// Why another key can't take this one's place, in one sentence: it is a systemd credential or a link. Empty
/// if it can.
[[nodiscard]] std::string why_not_rotated(const std::filesystem::path& file);

/// The next key as it lies beside `file`; nothing if there is none, or making it was broken off: then it was
/// never used.
/// @throws KeyUnavailable when something else lies there.
[[nodiscard]] std::optional<crypto::SecretKey> begun_master_key(const std::filesystem::path& file,
                                                                const std::filesystem::path& data_folder);

/// Makes the next key beside `file`, or takes up one that lies there: on disk when this returns.
/// @throws KeyUnavailable when an old one lies there still, or it can't be made.
[[nodiscard]] crypto::SecretKey begin_next_master_key(const std::filesystem::path& file,
                                                      const std::filesystem::path& data_folder);

/// Sees to it that the next key beside `file` is `key`: writes it again if somebody took it away. Another
/// that lies there gets a name of its own.
/// @throws KeyUnavailable when it can't be written.
void keep_next_master_key(const std::filesystem::path& file, const crypto::SecretKey& key);

/// The next key takes the place of the one at `file`, which is kept as the old one. On disk when this
/// returns; done again, it goes on from where it was broken off.
void take_next_master_key(const std::filesystem::path& file);

/// Removes a next key that was never wholly written. One that was written is never removed: something may be
/// under it.
void remove_cut_short_master_key(const std::filesystem::path& file);

}  // namespace safelead::ledger
