// A disk that is full, one whose sync fails, and one that can only be read: SQLite's own file layer with a
// fault put into it.

#include "contract/entry_store_contract.h"
#include "store/sqlite.h"
#include "support/temporary_folder.h"

#include <sqlite3.h>

#include <atomic>
#include <map>

namespace safelead::store {
namespace {

using namespace ledger;
using namespace ledger::contract;

// Only what the contract's tests are made with is used here; contract_test runs them.
GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(EntryStoreContract);

enum class Disk { good, full, sync_fails, read_only };

std::atomic<Disk> disk = Disk::good;

sqlite3_vfs real_vfs;

/// SQLite has several sets of methods, for files of different kinds.
struct Shim {
    sqlite3_io_methods methods;
    const sqlite3_io_methods* real;
};
std::map<const sqlite3_io_methods*, Shim> shims;

const sqlite3_io_methods& real_methods(sqlite3_file* file)
{
    return *reinterpret_cast<const Shim*>(file->pMethods)->real;
}

int write(sqlite3_file* file, const void* from, int size, sqlite3_int64 at)
{
    if (disk == Disk::full) return SQLITE_FULL;
    if (disk == Disk::read_only) return SQLITE_READONLY;
    return real_methods(file).xWrite(file, from, size, at);
}

int sync(sqlite3_file* file, int flags)
{
    if (disk == Disk::sync_fails) return SQLITE_IOERR_FSYNC;
    return real_methods(file).xSync(file, flags);
}

int open(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* out_flags)
{
    const int outcome = real_vfs.xOpen(vfs, name, file, flags, out_flags);
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

}  // namespace
}  // namespace safelead::store
