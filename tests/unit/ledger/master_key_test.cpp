#include "ledger/master_key.h"

#include "support/ledger_parts.h"
#include "support/temporary_folder.h"

#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <vector>

namespace safelead::ledger {
namespace {

using namespace safelead::test;
using ::testing::HasSubstr;

/// Part of the key as it stands in the file, hidden so that looking for it does not find this. Not its
/// beginning: that is overwritten when memory is freed.
std::string hidden_part_of(const std::filesystem::path& file)
{
    std::array<char, 66> text{};
    const int opened = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    EXPECT_EQ(::read(opened, text.data(), text.size()), 66);
    ::close(opened);
    std::string part;
    for (std::size_t at = 22 + 18; at < 65; ++at) part.push_back(static_cast<char>(text[at] ^ 0x55));
    ::explicit_bzero(text.data(), text.size());
    return part;
}

/// Whether it stands anywhere in this program's memory that was not mapped as one large piece.
bool is_in_memory(const std::string& hidden)
{
    constexpr std::uintptr_t largest = std::uintptr_t{64} << 20;
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    std::ifstream maps{"/proc/self/maps"};
    static std::vector<char> piece(largest);
    bool is_there = false;
    for (std::string line; !is_there && std::getline(maps, line);) {
        std::uintptr_t from = 0, to = 0;
        char dash = 0;
        std::string rights;
        std::istringstream{line} >> std::hex >> from >> dash >> to >> rights;
        const auto here = reinterpret_cast<std::uintptr_t>(piece.data());
        if (!rights.starts_with("rw") || to - from > largest || (from <= here && here < to)) continue;
        const auto count = ::pread(memory, piece.data(), to - from, static_cast<::off_t>(from));
        if (count <= 0) continue;
        const auto end = piece.begin() + count;
        is_there = std::search(piece.begin(), end, hidden.begin(), hidden.end(),
                               [](char there, char wanted) { return (there ^ 0x55) == wanted; }) != end;
    }
    ::close(memory);
    std::fill(piece.begin(), piece.end(), '\0');
    return is_there;
}

class MasterKeyFile : public ::testing::Test {
protected:
    void SetUp() override { std::filesystem::create_directory(data_); }

    [[nodiscard]] std::string why_not(const std::filesystem::path& file) const
    {
        try {
            (void)read_master_key(file, data_);
        } catch (const KeyUnavailable& reason) {
            return reason.what();
        }
        return "";
    }

    TemporaryFolder folder_;
    std::filesystem::path data_ = folder_ / "data";
    std::filesystem::path file_ = folder_ / "data.key";
};

TEST_F(MasterKeyFile, IsReadAsItWasMadeAndIsItsOwnersAlone)
{
    make_master_key(file_, data_);
    struct ::stat found = {};
    ASSERT_EQ(::stat(file_.c_str(), &found), 0);
    EXPECT_EQ(found.st_mode & 07777U, 0600U);
    EXPECT_EQ(found.st_size, 66);
    EXPECT_EQ(to_hex(read_master_key(file_, data_).bytes()), to_hex(read_master_key(file_, data_).bytes()));
    EXPECT_THROW(make_master_key(file_, data_), KeyUnavailable);
}

TEST_F(MasterKeyFile, LeavesItsTextNowhereInMemory)
{
    make_master_key(file_, data_);
    const auto hidden = hidden_part_of(file_);
    EXPECT_FALSE(is_in_memory(hidden)) << "when it was made";
    (void)read_master_key(file_, data_);
    EXPECT_FALSE(is_in_memory(hidden)) << "when it was read";
    std::string shown;
    for (const char letter : hidden) shown.push_back(static_cast<char>(letter ^ 0x55));
    EXPECT_TRUE(is_in_memory(hidden)) << "it would have been found: " << shown.size();
}

TEST_F(MasterKeyFile, IsRefusedWhenOthersMayReadIt)
{
    make_master_key(file_, data_);
    for (const ::mode_t mode : {0640U, 0604U, 0700U, 0400U, 0660U}) {
        ASSERT_EQ(::chmod(file_.c_str(), mode), 0);
        EXPECT_THAT(why_not(file_), HasSubstr("must have 0600")) << mode;
    }
}

TEST_F(MasterKeyFile, IsRefusedInsideTheDataFolderHoweverItIsReached)
{
    EXPECT_THROW(make_master_key(data_ / "master.key", data_), KeyUnavailable);
    make_master_key(file_, folder_ / "elsewhere");
    std::filesystem::rename(file_, data_ / "master.key");
    EXPECT_THAT(why_not(data_ / "master.key"), HasSubstr("inside the data folder"));
    EXPECT_THAT(why_not(data_ / ".." / "data" / "master.key"), HasSubstr("inside the data folder"));
    std::filesystem::create_symlink(data_ / "master.key", folder_ / "link.key");
    EXPECT_THAT(why_not(folder_ / "link.key"), HasSubstr("inside the data folder"));
}

TEST_F(MasterKeyFile, MayStandBesideAFolderWithALongerName)
{
    make_master_key(folder_ / "database.key", data_);
    EXPECT_EQ(why_not(folder_ / "database.key"), "");
}

TEST_F(MasterKeyFile, IsRefusedWhenItIsNotThereOrNotAKey)
{
    EXPECT_THAT(why_not(file_), HasSubstr("is not there: put your copy of it back"));
    for (const std::string text :
         {"", "safelead-master-key-1 short\n",
          "safelead-master-key-2 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\n",
          "safelead-master-key-1 AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\nmore"}) {
        std::ofstream{file_} << text;
        ASSERT_EQ(::chmod(file_.c_str(), 0600), 0);
        EXPECT_THAT(why_not(file_), HasSubstr("is not a Safelead master key")) << text;
    }
    EXPECT_THAT(why_not(data_.parent_path()), HasSubstr("is not a file"));
}

TEST_F(MasterKeyFile, MayBeACredentialThatSystemdGives)
{
    make_master_key(folder_ / "safelead.key", data_);
    ASSERT_EQ(::chmod((folder_ / "safelead.key").c_str(), 0400), 0);
    EXPECT_NE(why_not(folder_ / "safelead.key"), "");
    ::setenv("CREDENTIALS_DIRECTORY", folder_.path().c_str(), 1);
    EXPECT_EQ(why_not(folder_ / "safelead.key"), "");
    EXPECT_EQ(usual_master_key(data_), folder_ / "safelead.key");
    ::unsetenv("CREDENTIALS_DIRECTORY");
    EXPECT_EQ(usual_master_key(data_), file_);
    EXPECT_EQ(usual_master_key(data_ / ""), file_);
}

}  // namespace
}  // namespace safelead::ledger
