#include "ledger/backup_file.h"

#include "store/memory.h"
#include "support/ledger_parts.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <optional>

namespace safelead::ledger {
namespace {

using namespace safelead::test;

class BackupToAFile : public ::testing::Test {
protected:
    BackupToAFile()
    {
        Ledger ledger{*store_, counting_key(1)};
        for (const auto& organisation : {oakfield, riverside})
            EXPECT_TRUE(submit(ledger.add_organisation(organisation, at(0)), submission("c-1", "case-7")));
    }

    [[nodiscard]] std::string why_not_written(const BackupProgress& progress = {}) const
    {
        try {
            (void)write_backup(*store_, file_, progress);
        } catch (const Unavailable& why) {
            return why.what();
        }
        return "";
    }

    /// How many entries it holds, and that it is the one file there.
    void expect_one_whole_file(std::uint64_t entries) const
    {
        EXPECT_EQ(read_backup(file_, [](const LogPiece&) {}).entries, entries);
        for (const auto& there : std::filesystem::directory_iterator{folder_.path()})
            EXPECT_EQ(there.path(), file_);
    }

    const std::unique_ptr<EntryStore> store_ = store::make_memory_entry_store();
    const TemporaryFolder folder_;
    const std::filesystem::path file_ = folder_ / "backup";
};

TEST_F(BackupToAFile, IsThereUnderItsNameAloneWhenItIsWhole)
{
    const auto is_there = [&](std::uint64_t) { EXPECT_FALSE(std::filesystem::exists(file_)); };
    EXPECT_EQ(why_not_written(is_there), "");
    expect_one_whole_file(6);
    const auto mode = std::filesystem::status(file_).permissions();
    EXPECT_EQ(mode, std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
}

TEST_F(BackupToAFile, IsWrittenByOneOfTwoWhoGiveItTheSameName)
{
    std::optional<std::string> second;
    const auto why_not = why_not_written([&](std::uint64_t) {
        if (!second) second = why_not_written();
    });
    EXPECT_EQ(second, "") << "it was begun later, and was whole first";
    EXPECT_EQ(why_not, file_.string() + " is there already: give another name.");
    expect_one_whole_file(6);
}

TEST_F(BackupToAFile, LeavesNothingOfOneThatWasBrokenOff)
{
    EXPECT_THROW((void)write_backup(*store_, file_, [](std::uint64_t) { throw Unavailable{"stopped"}; }),
                 Unavailable);
    EXPECT_TRUE(std::filesystem::is_empty(folder_.path()));
}

}  // namespace
}  // namespace safelead::ledger
