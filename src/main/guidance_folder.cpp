#include "main/guidance_folder.h"

#include "base/unavailable.h"

#include <fmt/format.h>

namespace safelead::main {

namespace fs = std::filesystem;

fs::path find_guidance(const fs::path& asked)
{
    if (!asked.empty()) {
        if (!fs::is_directory(asked))
            throw Unavailable{fmt::format(
                "There is no folder of guidance at {}: give --guidance the one that came with this program.",
                asked.string())};
        return asked;
    }
    const fs::path program = fs::read_symlink("/proc/self/exe");
    const fs::path installed = program.parent_path().parent_path() / "share/safelead/guidance";
    if (fs::is_directory(installed)) return installed;
    for (fs::path above = program.parent_path(); above.has_relative_path(); above = above.parent_path())
        if (fs::is_regular_file(above / "guidance/ukcis-2024/pack.json")) return above / "guidance";
    throw Unavailable{
        "No folder of guidance was found beside the program: give --guidance the one that came with it."};
}

}  // namespace safelead::main
