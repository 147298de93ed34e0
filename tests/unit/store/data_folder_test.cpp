#include "sqlite_folder.h"
#include "store/sqlite/database.h"

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>

namespace safelead::store {
namespace {

using namespace safelead::test;
using ::testing::HasSubstr;

std::string why_not_opened(const std::filesystem::path& folder)
{
    try {
        DataFolder{folder};
    } catch (const StoreUnavailable& reason) {
        return reason.what();
    }
    return "";
}

::mode_t mode_of(const std::filesystem::path& path)
{
    struct ::stat found = {};
    EXPECT_EQ(::stat(path.c_str(), &found), 0) << path;
    return found.st_mode & 07777U;
}

TEST(DataFolder, LetsNobodyElseAtWhatPassesWhileItIsOpen)
{
    SqliteFolder folder;
    const auto passing = folder.path() / "passing.sqlite";
    folder.open();
    EXPECT_FALSE(std::filesystem::exists(passing.string() + "-shm"));
    EXPECT_THROW(SqliteFolder::run_on(passing, "DELETE FROM passing"), std::runtime_error);
    folder.close();
    EXPECT_EQ(SqliteFolder::run_on(passing, "DELETE FROM passing"), 0);
}

TEST(DataFolder, IsItsOwnersAlone)
{
    SqliteFolder folder;
    folder.open();
    EXPECT_EQ(mode_of(folder.path()), 0700U);
    for (const auto& file : std::filesystem::directory_iterator{folder.path()})
        EXPECT_EQ(mode_of(file), 0600U) << file;
    folder.close();
    ASSERT_EQ(::chmod(folder.path().c_str(), 0750), 0);
    EXPECT_THAT(why_not_opened(folder.path()), HasSubstr("Others may open"));
    ASSERT_EQ(::chmod(folder.path().c_str(), 0700), 0);
    ASSERT_EQ(::chmod(folder.record().c_str(), 0644), 0);
    EXPECT_THAT(why_not_opened(folder.path()), HasSubstr("Others may open"));
}

TEST(DataFolder, IsOpenInOneServerAtATime)
{
    SqliteFolder folder;
    folder.open();
    EXPECT_THAT(why_not_opened(folder.path()), HasSubstr("Another safelead"));
    folder.close();
    EXPECT_EQ(why_not_opened(folder.path()), "");
}

TEST(DataFolder, IsNotMadeOverWhatIsThere)
{
    TemporaryFolder folder;
    make_data_folder(folder.path());
    EXPECT_EQ(why_not_opened(folder.path()), "");
    EXPECT_THROW(make_data_folder(folder.path()), StoreUnavailable);
    EXPECT_THROW(make_data_folder(folder / "no" / "such"), StoreUnavailable);
}

TEST(ServerFolder, IsMadeOverNoMoreThanTheLockThatAnEarlierTryLeft)
{
    TemporaryFolder folder;
    const auto data = folder / "data";
    make_server_folder(data);
    EXPECT_NO_THROW(make_server_folder(data));
    EXPECT_THROW(make_data_folder(data), StoreUnavailable);
    {
        const ServerFolder open{data};
        EXPECT_THROW(make_server_folder(data), StoreUnavailable);
    }
    std::ofstream{data / "notes"} << "of mine";
    EXPECT_THROW(make_server_folder(data), StoreUnavailable);
    std::filesystem::remove(data / "notes");
    EXPECT_NO_THROW(make_server_folder(data));
    std::ofstream{data / "lock"} << "of mine";
    EXPECT_THROW(make_server_folder(data), StoreUnavailable);
}

TEST(DataFolder, IsRefusedUntilItHasAllThatItTakesOver)
{
    SqliteFolder from;
    const TemporaryFolder folder;
    for (const bool is_killed : {true, false}) {
        const auto copy = folder / (is_killed ? "part" : "whole");
        make_data_folder(copy);
        {
            DataFolder into{copy};
            const auto taker = into.taker();
            (void)ledger::give_pieces(from.open().entries(),
                                      [&](const ledger::LogPiece& piece) { taker->take(piece); });
            if (!is_killed) taker->finish();
        }
        EXPECT_THAT(why_not_opened(copy),
                    is_killed ? HasSubstr("part of the record is missing") : HasSubstr(""));
        EXPECT_EQ(why_not_opened(copy).empty(), !is_killed);
    }
    DataFolder whole{folder / "whole"};
    EXPECT_TRUE(ledger::verify(whole.entries(), counting_key(1)).is_in_order());
}

TEST(DataFolder, IsRefusedWhenItIsNotOne)
{
    TemporaryFolder folder;
    EXPECT_THAT(why_not_opened(folder / "nothing"), HasSubstr("safelead init"));
    EXPECT_THAT(why_not_opened(folder.path()), HasSubstr("is not a Safelead data folder"));
}

TEST(DataFolder, IsRefusedWhenAnotherVersionWroteIt)
{
    SqliteFolder folder;
    folder.run_as_another_program("PRAGMA user_version = 2");
    EXPECT_THAT(why_not_opened(folder.path()), HasSubstr("has version 2 of the tables"));
    folder.run_as_another_program("PRAGMA application_id = 7");
    EXPECT_THAT(why_not_opened(folder.path()), HasSubstr("is not a Safelead database"));
}

TEST(DataFolder, IsRefusedWhenItIsNoDatabase)
{
    SqliteFolder folder;
    std::ofstream{folder.record(), std::ios::trunc} << std::string(5000, 'x');
    EXPECT_THAT(why_not_opened(folder.path()), HasSubstr("can't be used"));
}

TEST(ProtectedRecord, DoesNotLetTheProgramChangeOrTakeAwayEntries)
{
    SqliteFolder folder;
    sqlite::Database database{folder.record(), sqlite::Durability::nothing_lost};
    database.protect_the_record();
    for (const auto* sql :
         {"UPDATE entries SET time = 1", "DELETE FROM entries", "UPDATE receipts SET time = 1",
          "DELETE FROM receipts", "UPDATE facts SET id = 'a'", "DELETE FROM facts", "DROP TABLE entries",
          "ALTER TABLE entries RENAME TO others", "ATTACH 'other.sqlite' AS other"})
        EXPECT_THROW(database.execute(sql), StoreUnavailable) << sql;
    database.execute("DELETE FROM stream_keys WHERE part = 'never there'");
}

// The disk takes no more: a limit on file sizes is as near to a full or broken one as a test gets without
// root.
class SmallDisk {
public:
    explicit SmallDisk(::rlim_t bytes)
    {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        auto small = before_;
        small.rlim_cur = bytes;
        ::setrlimit(RLIMIT_FSIZE, &small);
        was_ = std::signal(SIGXFSZ, SIG_IGN);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk()
    {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, was_);
    }

private:
    ::rlimit before_{};
    void (*was_)(int) = nullptr;
};

TEST(BrokenDisk, IsNeverWrittenToAgainAndLosesNothingThatWasAcknowledged)
{
    SqliteFolder folder;
    {
        ledger::Ledger ledger{folder.open().entries(), counting_key(1)};
        auto& log = ledger.organisation(oakfield);
        ASSERT_TRUE(submit(log, submission("before", "case-7")));
        {
            const SmallDisk disk{std::filesystem::file_size(folder.record().string() + "-wal") + 5000};
            EXPECT_THROW((void)submit(log, submission("too-big", "case-7", std::string(100'000, 'x'))),
                         Unavailable);
        }
        EXPECT_THROW((void)submit(log, submission("after", "case-7")), Unavailable);
    }
    EXPECT_THROW((void)folder.open().entries().append({}), StoreUnavailable);
    folder.close();

    EXPECT_TRUE(folder.verify().is_in_order());
    ledger::Ledger ledger{folder.open().entries(), counting_key(1)};
    auto& log = ledger.organisation(oakfield);
    EXPECT_TRUE(log.recorded(CommandId{"before"}));
    EXPECT_FALSE(log.recorded(CommandId{"too-big"}));
    EXPECT_TRUE(submit(log, submission("after", "case-7")));
}

}  // namespace
}  // namespace safelead::store
