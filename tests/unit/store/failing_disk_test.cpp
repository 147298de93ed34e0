// A disk that is full, one whose sync fails, and one that can only be read: SQLite's own file layer with a
// fault put into it.

#include "contract/entry_store_contract.h"
#include "store/sqlite.h"
#include "support/temporary_folder.h"

#include <sqlite3.h>

#include <atomic>
#include <filesystem>
#include <map>
#include <set>

namespace safelead::store {
namespace {

using namespace ledger;
using namespace ledger::contract;

// Only what the contract's tests are made with is used here; contract_test runs them.
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(EntryStoreContract);

/// `database_…`: of the database alone, and not of the write-ahead log that is written first.
enum class Disk { good, full, sync_fails, read_only, database_full, database_sync_fails };

std::atomic<Disk> disk = Disk::good;

sqlite3_vfs real_vfs;

/// SQLite has several sets of methods, for files of different kinds.
struct Shim {
    sqlite3_io_methods methods;
    const sqlite3_io_methods* real;
};
std::map<const sqlite3_io_methods*, Shim> shims;
std::set<const sqlite3_file*> databases;

const sqlite3_io_methods& real_methods(sqlite3_file* file)
{
    return *reinterpret_cast<const Shim*>(file->pMethods)->real;
}

int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at)
{
    if (disk == Disk::full || (disk == Disk::database_full && databases.contains(file))) return SQLITE_FULL;
    if (disk == Disk::read_only) return SQLITE_READONLY;
    return real_methods(file).xWrite(file, from, size, at);
}

int sync(sqlite3_file* file, int flags)
{
    if (disk == Disk::sync_fails || (disk == Disk::database_sync_fails && databases.contains(file)))
        return SQLITE_IOERR_FSYNC;
    return real_methods(file).xSync(file, flags);
}

int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags)
{
    const int outcome = real_vfs.xOpen(vfs, name, file, flags, out_flags);
    databases.erase(file);  // another that was there before
    if ((flags & SQLITE_OPEN_MAIN_DB) != 0) databases.insert(file);
    if (outcome == SQLITE_OK && file->pMethods != nullptr) {
        auto& shim = shims[file->pMethods];
        shim = {*file->pMethods, file->pMethods};
        shim.methods.xWrite = write;
        shim.methods.xSync = sync;
        file->pMethods = &shim.methods;
    }
    return outcome;
}

/// All files of SQLite's pass through it for as long as it lives.
class FaultyDisk {
public:
    FaultyDisk()
    {
        default_ = sqlite3_vfs_find(nullptr);
        real_vfs = *default_;
        faulty_ = real_vfs;
        faulty_.zName = "faulty";
        faulty_.xOpen = open;
        sqlite3_vfs_register(&faulty_, 1);
    }
    FaultyDisk(const FaultyDisk&) = delete;
    FaultyDisk& operator=(const FaultyDisk&) = delete;
    ~FaultyDisk()
    {
        disk = Disk::good;
        sqlite3_vfs_register(default_, 1);
        sqlite3_vfs_unregister(&faulty_);
    }

private:
    sqlite3_vfs* default_ = nullptr;
    sqlite3_vfs faulty_{};
};

class FailingDisk : public ::testing::Test {
protected:
    FailingDisk()
    {
        make_data_folder(folder_ / "data");
        reopen();
        EXPECT_TRUE(append_one(store(), make_.start()));
    }
    ~FailingDisk() override { opened_.reset(); }

    void reopen()
    {
        opened_.reset();
        opened_.emplace(folder_ / "data");
    }
    EntryStore& store() { return opened_->entries(); }

    /// Keeps a child's key, and makes what destroys it.
    [[nodiscard]] Append destroying()
    {
        auto first = make_.next({case_stream}, 1);
        first.keys = {make_.key(case_stream, "child-3")};
        EXPECT_TRUE(append_one(store(), first));
        auto change = make_.next({keys_stream()}, 2);
        change.key_changes.destroyed = {{case_stream, PartId{"child-3"}}};
        return change;
    }

    [[nodiscard]] std::uintmax_t size_of_log() const
    {
        return std::filesystem::file_size(folder_ / "data/record.sqlite-wal");
    }

    FaultyDisk faulty_;
    safelead::test::TemporaryFolder folder_;
    std::optional<DataFolder> opened_;
    AppendMaker make_;
};

TEST_F(FailingDisk, GoesOnByItselfOnceAFullDiskHasRoom)
{
    ASSERT_TRUE(append_one(store(), make_.next({case_stream}, 1)));
    const auto second = make_.next({case_stream}, 2);
    disk = Disk::full;
    EXPECT_THROW((void)append_one(store(), second), NotKnownToBeKept);
    EXPECT_THROW((void)append_one(store(), second), NotKnownToBeKept);
    EXPECT_EQ(store().head(oakfield).position, LogPosition{2});
    disk = Disk::good;
    ASSERT_TRUE(append_one(store(), second));
    reopen();
    EXPECT_EQ(store().head(oakfield).position, LogPosition{3});
    EXPECT_EQ(store().receipt_count(oakfield), 3U);
}

TEST_F(FailingDisk, GivesTheNumberOfAStreamThatAFullDiskTookBackToOneStreamAlone)
{
    const StreamId another{"case-8"};
    auto first = make_.next({case_stream}, 1);
    first.keys = {make_.key(case_stream, "child-3")};
    auto other = make_.next({another}, 1);
    other.keys = {make_.key(another, "child-4")};
    disk = Disk::full;
    EXPECT_THROW((void)append_one(store(), first), NotKnownToBeKept);
    disk = Disk::good;
    ASSERT_TRUE(append_one(store(), other));
    ASSERT_TRUE(append_one(store(), first));
    reopen();
    EXPECT_EQ(store().stream_head(oakfield, case_stream), StreamPosition{1});
    EXPECT_EQ(store().stream_head(oakfield, another), StreamPosition{1});
    const auto entries = store().read(oakfield, LogPosition::start, 10);
    ASSERT_EQ(entries.size(), 3U);
    EXPECT_EQ(entries[1].stream, another);
    EXPECT_EQ(entries[2].stream, case_stream);
}

TEST_F(FailingDisk, StopsForGoodAndSaysWhyWhenItCanOnlyBeRead)
{
    ASSERT_TRUE(append_one(store(), make_.next({case_stream}, 1)));
    const auto second = make_.next({case_stream}, 2);
    disk = Disk::read_only;
    try {
        (void)append_one(store(), second);
        FAIL() << "it was kept";
    } catch (const NotKnownToBeKept& wrong) {
        FAIL() << wrong.what();
    } catch (const StoreUnavailable& stopped) {
        EXPECT_NE(std::string_view{stopped.what()}.find("can only be read"), std::string_view::npos);
    }
    EXPECT_EQ(store().read(oakfield, LogPosition::start, 10).size(), 2U);
    disk = Disk::good;
    EXPECT_THROW((void)append_one(store(), second), StoreUnavailable);
    reopen();
    ASSERT_TRUE(append_one(store(), second));
    EXPECT_EQ(store().head(oakfield).position, LogPosition{3});
}

TEST_F(FailingDisk, StopsForGoodWhenASyncFailed)
{
    const auto first = make_.next({case_stream}, 1);
    disk = Disk::sync_fails;
    EXPECT_THROW((void)append_one(store(), first), StoreUnavailable);
    disk = Disk::good;
    EXPECT_THROW((void)append_one(store(), first), StoreUnavailable);

    // Started again, it is there whole or not at all, and sent again it is kept once.
    reopen();
    const auto head = store().head(oakfield).position;
    EXPECT_TRUE(head == LogPosition{1} || head == LogPosition{2});
    ASSERT_TRUE(append_one(store(), first));
    EXPECT_EQ(store().head(oakfield).position, LogPosition{2});
}

TEST_F(FailingDisk, KeepsWhatDestroysAKeyAndEmptiesTheLogOnceThereIsRoom)
{
    const auto change = destroying();
    disk = Disk::database_full;
    ASSERT_TRUE(append_one(store(), change)) << "it is on disk, so whoever asked lets go of the key";
    EXPECT_GT(size_of_log(), 0U);
    disk = Disk::good;
    ASSERT_TRUE(append_one(store(), make_.next({case_stream}, 3)));
    EXPECT_EQ(size_of_log(), 0U);
}

TEST_F(FailingDisk, KeepsWhatDestroysAKeyAndThenStopsWhenTheLogCanNotBeEmptied)
{
    const auto change = destroying();
    disk = Disk::database_sync_fails;
    ASSERT_TRUE(append_one(store(), change));
    disk = Disk::good;
    try {
        (void)append_one(store(), make_.next({case_stream}, 3));
        FAIL() << "it was kept";
    } catch (const StoreUnavailable& stopped) {
        EXPECT_TRUE(
            std::string_view{stopped.what()}.ends_with("Nothing more is written: start safelead again."))
            << stopped.what();
    }
    reopen();
    EXPECT_EQ(store().head(oakfield).position, LogPosition{3});
    EXPECT_TRUE(is_destroyed(*store().stream_key(oakfield, case_stream, PartId{"child-3"})));
}

TEST_F(FailingDisk, EmptiesTheLogAfterADestructionAsSoonAsNobodyReadsFromIt)
{
    ASSERT_TRUE(append_one(store(), destroying()));
    EXPECT_EQ(size_of_log(), 0U);

    auto second = make_.next({case_stream}, 3);
    second.keys = {make_.key(case_stream, "child-4")};
    ASSERT_TRUE(append_one(store(), second));
    sqlite3* reader = nullptr;
    ASSERT_EQ(sqlite3_open((folder_ / "data/record.sqlite").c_str(), &reader), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(reader, "BEGIN; SELECT count(*) FROM entries", nullptr, nullptr, nullptr),
              SQLITE_OK);
    auto change = make_.next({keys_stream()}, 4);
    change.key_changes.destroyed = {{case_stream, PartId{"child-4"}}};
    ASSERT_TRUE(append_one(store(), change)) << "it waits for whoever reads, but not for ever";
    EXPECT_GT(size_of_log(), 0U);
    ASSERT_TRUE(append_one(store(), make_.next({case_stream}, 5)));
    EXPECT_GT(size_of_log(), 0U);
    sqlite3_close(reader);
    ASSERT_TRUE(append_one(store(), make_.next({case_stream}, 6)));
    EXPECT_EQ(size_of_log(), 0U);
}

}  // namespace
}  // namespace safelead::store
