#pragma once

// A witness runs on another machine than the record and belongs to somebody else. It remembers the last
// checkpoint it saw and cosigns another only if it begins with that one. docs/guides/witness.md.

#include "main/carry_out_command.h"

namespace safelead::main {

/// Makes the witness's key if it is not there, and prints its line.
/// One of another name is left as it is, and that is said.
/// @throws Unavailable when the file can't be made or others may read it.
[[nodiscard]] int witness_key(const cli::WitnessKey& asked, const Streams& streams);

/// Looks once, or until something is wrong: then the exit code is 1, and what was seen is in the state
/// folder.
/// @throws Unavailable when the log can't be reached (once), or the state can't be kept;
/// WrongUse when there is no such key of the witness or of the log.
[[nodiscard]] int follow_log(const cli::WitnessFollow& asked, const Streams& streams);

}  // namespace safelead::main
