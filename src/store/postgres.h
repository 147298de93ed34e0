#pragma once

// The record in PostgreSQL: docs/formats/postgresql.md. Any number of servers may have it open at a time.

#include "ledger/entry_store.h"
#include "ledger/log_piece.h"
#include "ledger/passing_store.h"
#include "store/unavailable.h"

#include <memory>
#include <string>

namespace safelead::store {

/// Whether an address is one of PostgreSQL's: it begins with postgresql:// or postgres://.
[[nodiscard]] bool is_postgres_address(std::string_view address);

/// Makes the empty tables, all or nothing. The database must be there, and hold no record yet.
/// @throws StoreUnavailable when it can't.
void make_postgres_tables(const std::string& address);

/// An open database. Connections are made as they are needed and made again when they break.
class PostgresDatabase {
public:
    /// @throws StoreUnavailable when it can't be reached, does not let us in, is no database of Safelead's,
    /// is of another version, or does not keep what it says it keeps.
    explicit PostgresDatabase(const std::string& address);
    ~PostgresDatabase();
    PostgresDatabase(const PostgresDatabase&) = delete;
    PostgresDatabase& operator=(const PostgresDatabase&) = delete;

    [[nodiscard]] ledger::EntryStore& entries();
    [[nodiscard]] ledger::PassingStore& passing();

    /// Takes logs over into the record, which has nothing of them yet.
    [[nodiscard]] std::unique_ptr<ledger::PieceTaker> taker();

private:
    class Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace safelead::store
