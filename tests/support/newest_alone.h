#pragma once

#include "support/source_dir.h"

#include <filesystem>
#include <fstream>
#include <string>

namespace safelead::test {

/// Copies the newest edition, by itself, into `to`, without the words that only older editions need.
inline void copy_newest(const std::filesystem::path& to)
{
    namespace fs = std::filesystem;
    fs::create_directories(to);
    const fs::path newest = to / "ukcis-2024";
    fs::copy(fs::path{safelead::test::source_dir()} / "guidance/ukcis-2024", newest,
             fs::copy_options::recursive);
    std::ifstream whole{newest / "terms.json"};
    std::string kept;
    for (std::string line; std::getline(whole, line);) {
        const bool is_of_older = line.find("\"PSEUDO_NOT_ADDRESSED\"") != std::string::npos ||
                                 line.find("\"guidance_silent\"") != std::string::npos ||
                                 line.find("\"IMAGE_REMOVAL_SUPPORT\"") != std::string::npos;
        if (!is_of_older) kept += line + "\n";
    }
    whole.close();
    std::ofstream{newest / "terms.json"} << kept;
}

}  // namespace safelead::test
