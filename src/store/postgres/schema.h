#pragma once

// The tables: docs/formats/postgresql.md.

#include "store/postgres/connection.h"

namespace safelead::store::postgres {

inline constexpr std::int64_t schema_version = 1;

/// Of a record that takes logs over, until it has all of them.
inline constexpr std::int64_t version_while_filled = -1;

/// Makes the tables, all or nothing.
/// @throws StoreUnavailable when there is a record already.
void make_tables(const std::string& address);

/// Kept when it returns. For whoever owns the tables.
void mark_version(Connection& connection, std::int64_t version);

/// @throws StoreUnavailable when the database isn't ours, is of another version, was not wholly filled, or
/// keeps less than it says.
void check_database(Connection& connection);

}  // namespace safelead::store::postgres
