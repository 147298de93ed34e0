#pragma once

// The newest checkpoint of each log, kept beside the master key and so outside the data folder: an older copy
// of the data that is put back shows by it. docs/formats/checkpoint.md.

#include "base/ids.h"
#include "base/unavailable.h"

#include <filesystem>
#include <functional>
#include <map>
#include <string>

namespace safelead::ledger {

/// Another process holds the lock of the file, and has for as long as anybody waits for it.
class CheckpointFileHeld : public Unavailable {
    using Unavailable::Unavailable;
};

/// Notes by organisation.
using CheckpointsBeside = std::map<OrganisationId, std::string>;

/// Where the file is: the key's name and `.checkpoints`; the data folder's where the key is a systemd
/// credential, beside which nothing can be written.
[[nodiscard]] std::filesystem::path usual_checkpoint_file(const std::filesystem::path& key,
                                                          const std::filesystem::path& data_folder);

/// None if there is no file.
/// @throws Unavailable when it can't be read or is not such a file.
[[nodiscard]] CheckpointsBeside read_checkpoint_file(const std::filesystem::path& file);

/// Changes what is in the file, one at a time of all processes that have it, and gives what is in it then: as
/// a whole, and on disk. Of what is in the file and in `known` the later of each organisation stays; what
/// another process took out of the file stays out, and where there is no file, it begins with `known`.
/// Where no lock can be made beside it (a file system that locks nothing), it is changed without one: two
/// servers that do so at the same moment may lose what one of them wrote, until its next checkpoint.
/// @throws Unavailable when it can't be read or written, CheckpointFileHeld when another process holds the
/// lock for too long.
[[nodiscard]] CheckpointsBeside change_checkpoint_file(const std::filesystem::path& file,
                                                       const CheckpointsBeside& known,
                                                       const std::function<void(CheckpointsBeside&)>& change);

/// Of the same log with more entries, or of a later epoch.
[[nodiscard]] bool is_later(const std::string& note, const std::string& than);

}  // namespace safelead::ledger
