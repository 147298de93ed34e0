#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace safelead::main {

/// Where an entry that is given away is written (docs/formats/disclosure.md). It is made, and tried, before
/// anything is given away, because that it was is recorded then.
class DisclosureFile {
public:
    /// Makes `folder`, if it is not there, with those it lies in, and the file in it. A file that is there
    /// stays as it is for now.
    /// @throws WrongUse when it can't be written there.
    explicit DisclosureFile(const std::filesystem::path& folder);
    DisclosureFile(const DisclosureFile&) = delete;
    DisclosureFile& operator=(const DisclosureFile&) = delete;
    /// Takes away the file and the folders that were made, if not all was written.
    ~DisclosureFile();

    /// @throws Unavailable when the disk does not take it.
    void write(std::string_view disclosure);

    [[nodiscard]] const std::filesystem::path& path() const { return file_; }

private:
    void take_away() const;

    std::filesystem::path file_;
    std::vector<std::filesystem::path> new_folders_;  ///< The innermost first.
    bool is_new_ = false;
    bool is_written_ = false;
};

}  // namespace safelead::main
