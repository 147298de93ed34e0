// The contracts, kept by PostgreSQL, through a user that may do no more than a server needs.

#include "contract/entry_store_contract.h"
#include "contract/passing_store_contract.h"
#include "postgres/server_rights.h"

namespace safelead::ledger::contract {
namespace {

class Postgres {
public:
    Postgres() : address_{test::new_partnership_database()} { reopen(); }
    void reopen()
    {
        opened_.reset();
        opened_.emplace(address_);
    }
    EntryStore& store() { return opened_->entries(); }

protected:
    const std::string address_;
    std::optional<store::PostgresDatabase> opened_;
};

class PostgresPassing : public Postgres {
public:
    PassingStore& store() { return opened_->passing(); }
};

INSTANTIATE_TYPED_TEST_SUITE_P(Postgres, EntryStoreContract, Postgres);
INSTANTIATE_TYPED_TEST_SUITE_P(Postgres, PassingStoreContract, PostgresPassing);

}  // namespace
}  // namespace safelead::ledger::contract
