#pragma once

// The newest checkpoint of each log, kept beside the master key and so outside the data folder: an older copy
// of the data that is put back shows by it. docs/formats/checkpoint.md.

#include "base/ids.h"

#include <filesystem>
#include <map>
#include <string>

namespace safelead::ledger {

/// Notes by organisation.
using CheckpointsBeside = std::map<OrganisationId, std::string>;

/// Where the file is: the key's name and `.checkpoints`; the data folder's where the key is a systemd
/// credential, beside which nothing can be written.
[[nodiscard]] std::filesystem::path usual_checkpoint_file(const std::filesystem::path& key,
                                                          const std::filesystem::path& data_folder);

/// None if there is no file.
/// @throws Unavailable when it can't be read or is not such a file.
[[nodiscard]] CheckpointsBeside read_checkpoint_file(const std::filesystem::path& file);

/// As a whole, and on disk when it returns.
/// @throws Unavailable when it can't be written.
void write_checkpoint_file(const std::filesystem::path& file, const CheckpointsBeside& checkpoints);

}  // namespace safelead::ledger
