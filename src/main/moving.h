#pragma once

#include "cli/command_line.h"
#include "main/carry_out_command.h"

namespace safelead::main {

/// Copies a partnership from one store to another, which must be new, and proves that both hold the same.
[[nodiscard]] int copy_store(const cli::StoreCopy& asked, const Streams& streams);

/// Makes a record again from a backup, in a new folder or an empty database; or only checks the backup.
[[nodiscard]] int restore(const cli::Restore& asked, const Streams& streams);

}  // namespace safelead::main
