#pragma once

#include "cli/command_line.h"
#include "main/carry_out_command.h"

namespace safelead::main {

/// Makes a key and a partnership's record, in a data folder or a PostgreSQL. Nobody is in it yet.
/// @throws Unavailable when there is something already, or it can't be made; WrongUse when what is given as a
/// PostgreSQL is none.
[[nodiscard]] int init(const cli::Init& asked, const Streams& streams);

/// Likewise one to practise with, full of made-up people, and prints how they sign in; or prints only that.
[[nodiscard]] int practice(const cli::Practice& asked, const std::filesystem::path& guidance,
                           const Streams& streams);

}  // namespace safelead::main
