#include "main/disclosure_file.h"

#include "base/unavailable.h"
#include "main/wrong_use.h"

#include <fmt/format.h>

#include <fstream>
#include <system_error>

namespace safelead::main {
namespace {

namespace fs = std::filesystem;

/// Of `folder` and those it lies in, the ones that are not there: the innermost first.
std::vector<fs::path> not_there_yet(const fs::path& folder)
{
    std::vector<fs::path> missing;
    std::error_code ignored;
    for (auto one = folder; !one.empty() && !fs::exists(fs::symlink_status(one, ignored));
         one = one.parent_path())
        missing.push_back(one);
    return missing;
}

}  // namespace

DisclosureFile::DisclosureFile(const fs::path& folder)
    : file_{folder / "disclosure.json"}, new_folders_{not_there_yet(folder)}
{
    std::error_code failed;
    fs::create_directories(folder, failed);
    if (failed || !fs::is_directory(folder, failed)) {
        take_away();
        throw WrongUse{fmt::format("{} is not a folder and can't be made one: give another with --out.",
                                   folder.string())};
    }
    const bool is_there = fs::exists(file_, failed);
    if (!std::ofstream{file_, std::ios::binary | std::ios::app}) {
        take_away();
        throw WrongUse{fmt::format("{} can't be written: give another folder with --out.", file_.string())};
    }
    is_new_ = !is_there;
}

DisclosureFile::~DisclosureFile()
{
    if (!is_written_) take_away();
}

void DisclosureFile::take_away() const
{
    std::error_code ignored;
    if (is_new_) fs::remove(file_, ignored);
    // Only what is empty goes: somebody may have put something there meanwhile.
    for (const auto& folder : new_folders_) fs::remove(folder, ignored);
}

void DisclosureFile::write(std::string_view disclosure)
{
    std::ofstream out{file_, std::ios::binary};
    out << disclosure << std::flush;
    if (!out)
        throw Unavailable{fmt::format(
            "{} can't be written: make room, then give the entry away again. That it was given away is in "
            "the record already.",
            file_.string())};
    is_written_ = true;
}

}  // namespace safelead::main
