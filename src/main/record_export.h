#pragma once

#include "main/carry_out_command.h"

namespace safelead::main {

/// Writes docs/formats/record-export.md: with a running server what it says, else what is read here.
/// @throws Unavailable when it can't be written; WrongUse when the folder can't be made, or is not empty.
[[nodiscard]] int export_record(const cli::RecordExport& asked, const std::filesystem::path& guidance,
                                const Streams& streams);

}  // namespace safelead::main
