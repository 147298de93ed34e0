#include "store/postgres.h"
#include "store/postgres/entry_store.h"
#include "store/postgres/passing_store.h"
#include "store/postgres/piece_taking.h"
#include "store/postgres/schema.h"

namespace safelead::store {

bool is_postgres_address(std::string_view address)
{
    return address.starts_with("postgresql://") || address.starts_with("postgres://");
}

void make_postgres_tables(const std::string& address)
{
    postgres::make_tables(address);
}

class PostgresDatabase::Inside {
public:
    explicit Inside(const std::string& address)
        : address_{address}, entries_{checked(address)}, passing_{address}
    {
    }

    [[nodiscard]] const std::string& address() const { return address_; }

    [[nodiscard]] ledger::EntryStore& entries() { return entries_; }
    [[nodiscard]] ledger::PassingStore& passing() { return passing_; }

private:
    static const std::string& checked(const std::string& address)
    {
        postgres::Connection connection{address, postgres::Durability::nothing_lost};
        postgres::check_database(connection);
        return address;
    }

    const std::string address_;
    postgres::PostgresEntryStore entries_;
    postgres::PostgresPassingStore passing_;
};

PostgresDatabase::PostgresDatabase(const std::string& address) : inside_{std::make_unique<Inside>(address)} {}

PostgresDatabase::~PostgresDatabase() = default;

ledger::EntryStore& PostgresDatabase::entries()
{
    return inside_->entries();
}

ledger::PassingStore& PostgresDatabase::passing()
{
    return inside_->passing();
}

std::unique_ptr<ledger::PieceTaker> PostgresDatabase::taker()
{
    return std::make_unique<postgres::PostgresPieceTaker>(inside_->address());
}

}  // namespace safelead::store
