#include "store/sqlite/passing_store.h"

#include "store/sqlite/record_reading.h"

namespace safelead::store::sqlite {

using namespace ledger;

namespace {

constexpr std::string_view increment_sql = R"(
    INSERT INTO counts (kind, id, count, expires) VALUES (?1, ?2, 1, ?3)
    ON CONFLICT (kind, id) DO UPDATE SET
        count = CASE WHEN counts.expires > ?4 THEN count + 1 ELSE 1 END,
        expires = CASE WHEN counts.expires > ?4 THEN counts.expires ELSE excluded.expires END
    RETURNING count)";

std::vector<PassingRow> rows_of(Run run)
{
    std::vector<PassingRow> rows;
    while (run.next())
        rows.push_back({run.text(0), run.text(1), run.text(2), run.bytes(3), to_instant(run.integer(4))});
    return rows;
}

}  // namespace

SqlitePassingStore::SqlitePassingStore(const std::filesystem::path& file)
    : database_{file, Durability::last_moments_lost, OpenedBy::this_connection_alone},
      put_{database_,
           "INSERT OR REPLACE INTO passing (kind, id, owner, sealed, expires) VALUES (?, ?, ?, ?, ?)"},
      exchange_{database_,
                "UPDATE passing SET owner = ?, sealed = ?, expires = ? WHERE kind = ? AND id = ? AND "
                "sealed = ?"},
      take_{database_, "DELETE FROM passing WHERE kind = ? AND id = ? AND sealed = ?"},
      get_{database_,
           "SELECT kind, id, owner, sealed, expires FROM passing WHERE kind = ? AND id = ? AND expires > ?"},
      list_{
          database_,
          "SELECT kind, id, owner, sealed, expires FROM passing WHERE kind = ? AND expires > ? ORDER BY id"},
      list_of_{database_,
               "SELECT kind, id, owner, sealed, expires FROM passing WHERE kind = ? AND owner = ? AND "
               "expires > ? ORDER BY id"},
      remove_{database_, "DELETE FROM passing WHERE kind = ? AND id = ?"},
      remove_count_{database_, "DELETE FROM counts WHERE kind = ? AND id = ?"},
      remove_of_{database_, "DELETE FROM passing WHERE kind = ? AND owner = ?"},
      expire_{database_, "DELETE FROM passing WHERE expires <= ?"},
      expire_counts_{database_, "DELETE FROM counts WHERE expires <= ?"},
      increment_{database_, increment_sql},
      count_{database_, "SELECT count FROM counts WHERE kind = ? AND id = ? AND expires > ?"}
{
}

void SqlitePassingStore::put(const PassingRow& row)
{
    const std::lock_guard lock{mutex_};
    put_.execute(std::string_view{row.kind}, std::string_view{row.id}, std::string_view{row.owner},
                 BytesView{row.sealed}, to_column(row.expires));
}

bool SqlitePassingStore::exchange(const PassingRow& there, const PassingRow& row)
{
    const std::lock_guard lock{mutex_};
    exchange_.execute(std::string_view{row.owner}, BytesView{row.sealed}, to_column(row.expires),
                      std::string_view{there.kind}, std::string_view{there.id}, BytesView{there.sealed});
    return database_.changed() == 1;
}

bool SqlitePassingStore::take(const PassingRow& there)
{
    const std::lock_guard lock{mutex_};
    take_.execute(std::string_view{there.kind}, std::string_view{there.id}, BytesView{there.sealed});
    return database_.changed() == 1;
}

std::optional<PassingRow> SqlitePassingStore::get(std::string_view kind, std::string_view id,
                                                  Instant now) const
{
    const std::lock_guard lock{mutex_};
    auto rows = rows_of(get_.run(kind, id, to_column(now)));
    if (rows.empty()) return std::nullopt;
    return std::move(rows.front());
}

std::vector<PassingRow> SqlitePassingStore::list(std::string_view kind, Instant now) const
{
    const std::lock_guard lock{mutex_};
    return rows_of(list_.run(kind, to_column(now)));
}

std::vector<PassingRow> SqlitePassingStore::list_of(std::string_view kind, std::string_view owner,
                                                    Instant now) const
{
    const std::lock_guard lock{mutex_};
    return rows_of(list_of_.run(kind, owner, to_column(now)));
}

void SqlitePassingStore::remove(std::string_view kind, std::string_view id)
{
    const std::lock_guard lock{mutex_};
    remove_.execute(kind, id);
}

void SqlitePassingStore::remove_of(std::string_view kind, std::string_view owner)
{
    const std::lock_guard lock{mutex_};
    remove_of_.execute(kind, owner);
}

std::uint64_t SqlitePassingStore::remove_expired(Instant now)
{
    const std::lock_guard lock{mutex_};
    expire_.execute(to_column(now));
    const auto rows = database_.changed();
    expire_counts_.execute(to_column(now));
    return rows + database_.changed();
}

// Rows are overwritten where they were (secure_delete); the write-ahead log has them as they were before.
// Nobody else has it open (OpenedBy), so there is nobody to wait for.
bool SqlitePassingStore::forget_removed()
{
    const std::lock_guard lock{mutex_};
    return database_.empty_write_ahead_log(Database::Readers::not_waited_for);
}

std::uint64_t SqlitePassingStore::increment(std::string_view kind, std::string_view id, Instant now,
                                            Instant expires)
{
    const std::lock_guard lock{mutex_};
    auto run = increment_.run(kind, id, to_column(expires), to_column(now));
    if (!run.next()) database_.fail_now();
    const auto count = static_cast<std::uint64_t>(run.integer(0));
    if (run.next()) database_.fail_now();  // only the last step commits
    return count;
}

std::uint64_t SqlitePassingStore::count(std::string_view kind, std::string_view id, Instant now) const
{
    const std::lock_guard lock{mutex_};
    auto run = count_.run(kind, id, to_column(now));
    return run.next() ? static_cast<std::uint64_t>(run.integer(0)) : 0;
}

void SqlitePassingStore::remove_count(std::string_view kind, std::string_view id)
{
    const std::lock_guard lock{mutex_};
    remove_count_.execute(kind, id);
}

}  // namespace safelead::store::sqlite
