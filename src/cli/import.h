#pragma once

// `safelead import schools|children|staff FILE`. The file is read where the command was typed, and reaches a
// running server as the command's input: the server may not see the folder.

#include "cli/on_record.h"

#include <string>

namespace safelead::cli {

/// The bytes of the file, and of its links file, as the command's input.
/// @throws Unavailable when one can't be read, or is larger than any of these is.
[[nodiscard]] std::string input_of(const Import& asked);

/// The largest that `input_of` makes.
inline constexpr std::size_t most_import_input = std::size_t{160} << 20U;

[[nodiscard]] int import_file(const Import& asked, const OnRecordWith& with);

}  // namespace safelead::cli
