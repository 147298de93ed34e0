#pragma once

#include <filesystem>

namespace safelead::main {

/// The folder of guidance packs: `asked` if there is one, else "share/safelead/guidance" of where the program
/// is installed, else "guidance" in the nearest folder above the program that has one (a build tree).
/// @throws Unavailable, in one sentence, when there is none.
[[nodiscard]] std::filesystem::path find_guidance(const std::filesystem::path& asked);

}  // namespace safelead::main
