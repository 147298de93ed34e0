#include "contract/entry_store_contract.h"
#include "contract/passing_store_contract.h"
#include "store/memory.h"
#include "store/sqlite.h"
#include "support/temporary_folder.h"

namespace safelead::ledger::contract {
namespace {

class Memory {
public:
    // What is in memory is not there afterwards; what a store of it gives later in the same program must be
    // the same.
    void reopen() {}
    EntryStore& store() { return *store_; }

private:
    std::unique_ptr<EntryStore> store_ = store::make_memory_entry_store();
};

class MemoryPassing {
public:
    void reopen() {}
    PassingStore& store() { return *store_; }

private:
    std::unique_ptr<PassingStore> store_ = store::make_memory_passing_store();
};

class Folder {
public:
    Folder()
    {
        store::make_data_folder(folder_ / "data");
        reopen();
    }
    void reopen()
    {
        opened_.reset();
        opened_.emplace(folder_ / "data");
    }

protected:
    test::TemporaryFolder folder_;
    std::optional<store::DataFolder> opened_;
};

class Sqlite : public Folder {
public:
    EntryStore& store() { return opened_->entries(); }
};

class SqlitePassing : public Folder {
public:
    PassingStore& store() { return opened_->passing(); }
};

INSTANTIATE_TYPED_TEST_SUITE_P(Memory, EntryStoreContract, Memory);
INSTANTIATE_TYPED_TEST_SUITE_P(Sqlite, EntryStoreContract, Sqlite);
INSTANTIATE_TYPED_TEST_SUITE_P(Memory, PassingStoreContract, MemoryPassing);
INSTANTIATE_TYPED_TEST_SUITE_P(Sqlite, PassingStoreContract, SqlitePassing);

}  // namespace
}  // namespace safelead::ledger::contract
