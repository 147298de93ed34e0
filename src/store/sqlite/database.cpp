#include "store/sqlite/database.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sqlite3.h>
#include <unistd.h>

#include <cerrno>

namespace safelead::store::sqlite {
namespace {

constexpr int patience_ms = 5000;

/// SQLite says only that a write failed; whether anything can be written there, its folder says. The database
/// itself must not be opened to find out: closing it again would let go of its locks.
bool takes_no_file(const std::filesystem::path& beside)
{
    const int made = ::open(beside.parent_path().c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);
    if (made < 0) return errno == EROFS;
    ::close(made);
    return false;
}

int allow_only_adding(void*, int action, const char* table, const char*, const char*, const char*)
{
    const std::string_view name = table == nullptr ? "" : table;
    switch (action) {
        case SQLITE_UPDATE:
        case SQLITE_DELETE:
            return name == "entries" || name == "receipts" || name == "tiles" || name == "facts" ? SQLITE_DENY
                                                                                                 : SQLITE_OK;
        case SQLITE_ALTER_TABLE:
        case SQLITE_DROP_TABLE:
        case SQLITE_DROP_INDEX:
        case SQLITE_CREATE_TRIGGER:
        case SQLITE_ATTACH:
            return SQLITE_DENY;
        default:
            return SQLITE_OK;
    }
}

}  // namespace

Run::~Run()
{
    // What reset returns was already reported by the step that failed.
    sqlite3_reset(statement_);
    sqlite3_clear_bindings(statement_);
}

bool Run::next()
{
    switch (sqlite3_step(statement_)) {
        case SQLITE_ROW:
            return true;
        case SQLITE_DONE:
            return false;
        default:
            database_.fail_now();
    }
}

std::int64_t Run::integer(int column) const
{
    return sqlite3_column_int64(statement_, column);
}

std::string Run::text(int column) const
{
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
    return text == nullptr
               ? std::string{}
               : std::string(text, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

Bytes Run::bytes(int column) const
{
    const auto* bytes = static_cast<const std::byte*>(sqlite3_column_blob(statement_, column));
    return bytes == nullptr ? Bytes{} : Bytes(bytes, bytes + sqlite3_column_bytes(statement_, column));
}

bool Run::is_null(int column) const
{
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

Statement::Statement(Database& database, std::string_view sql) : database_{database}
{
    sqlite3_stmt* prepared = nullptr;
    const int outcome = sqlite3_prepare_v3(database.database_.get(), sql.data(), static_cast<int>(sql.size()),
                                           SQLITE_PREPARE_PERSISTENT, &prepared, nullptr);
    statement_.reset(prepared);
    if (outcome != SQLITE_OK) database_.fail_now();
}

void Statement::bind(int at, std::int64_t number)
{
    if (sqlite3_bind_int64(statement_.get(), at, number) != SQLITE_OK) database_.fail_now();
}

// What is bound outlives the run: it is the caller's argument, or what the caller's argument refers to.
void Statement::bind(int at, std::string_view text)
{
    const char* from = text.empty() ? "" : text.data();
    if (sqlite3_bind_text64(statement_.get(), at, from, text.size(), SQLITE_STATIC, SQLITE_UTF8) != SQLITE_OK)
        database_.fail_now();
}

void Statement::bind(int at, BytesView bytes)
{
    const void* from = bytes.empty() ? static_cast<const void*>("") : bytes.data();
    if (sqlite3_bind_blob64(statement_.get(), at, from, bytes.size(), SQLITE_STATIC) != SQLITE_OK)
        database_.fail_now();
}

void Statement::Finalise::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

Database::Database(const std::filesystem::path& file, Durability durability, OpenedBy by)
    : name_{file.string()}
{
    sqlite3* opened = nullptr;
    const int outcome = sqlite3_open_v2(
        file.c_str(), &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    database_.reset(opened);
    if (outcome != SQLITE_OK) fail_now();
    sqlite3_busy_timeout(opened, patience_ms);
    // Before the write-ahead log is first looked at: its index is then in memory.
    if (by == OpenedBy::this_connection_alone) execute("PRAGMA locking_mode = EXCLUSIVE");
    execute("PRAGMA journal_mode = WAL");
    execute(durability == Durability::nothing_lost ? "PRAGMA synchronous = FULL"
                                                   : "PRAGMA synchronous = NORMAL");
    execute("PRAGMA foreign_keys = ON");
    execute("PRAGMA trusted_schema = OFF");
    execute("PRAGMA secure_delete = ON");  // a key that is deleted is overwritten
}

void Database::execute(std::string_view sql)
{
    if (sqlite3_exec(database_.get(), std::string{sql}.c_str(), nullptr, nullptr, nullptr) != SQLITE_OK)
        fail_now();
}

bool Database::empty_write_ahead_log(Readers readers)
{
    sqlite3_busy_timeout(database_.get(), readers == Readers::waited_for ? patience_ms : 0);
    const int outcome =
        sqlite3_wal_checkpoint_v2(database_.get(), "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    sqlite3_busy_timeout(database_.get(), patience_ms);
    const int kind = outcome & 0xFF;  // without SQLite's details
    if (kind == SQLITE_BUSY || kind == SQLITE_LOCKED) return false;
    if (outcome != SQLITE_OK) fail_now();
    return true;
}

bool Database::is_in_transaction() const
{
    return sqlite3_get_autocommit(database_.get()) == 0;
}

std::uint64_t Database::changed() const
{
    return static_cast<std::uint64_t>(sqlite3_changes64(database_.get()));
}

std::int64_t Database::last_row() const
{
    return sqlite3_last_insert_rowid(database_.get());
}

void Database::protect_the_record()
{
    sqlite3_set_authorizer(database_.get(), allow_only_adding, nullptr);
}

void Database::fail_now() const
{
    if (sqlite3_errcode(database_.get()) == SQLITE_FULL)
        throw DiskFull{
            fmt::format("The disk that {} is on is full: make room, and it goes on by itself.", name_)};
    const bool is_read_only = sqlite3_errcode(database_.get()) == SQLITE_READONLY || takes_no_file(name_);
    if (is_read_only)
        throw StoreUnavailable{fmt::format(
            "The disk that {} is on can only be read: make it one that can be written to.", name_)};
    throw StoreUnavailable{
        fmt::format("The database {} can't be used: {}.", name_, sqlite3_errmsg(database_.get()))};
}

void Database::Close::operator()(sqlite3* database) const
{
    sqlite3_close_v2(database);
}

Transaction::Transaction(Database& database, Does does) : database_{database}
{
    database_.execute(does == Does::write ? "BEGIN IMMEDIATE" : "BEGIN DEFERRED");
}

Transaction::~Transaction()
{
    if (!is_open_) return;
    try {
        database_.execute("ROLLBACK");
    } catch (const StoreUnavailable&) {
        // SQLite has rolled back already, or will when the file is next opened; the first failure is on its
        // way.
    }
}

void Transaction::commit()
{
    database_.execute("COMMIT");
    is_open_ = false;
}

}  // namespace safelead::store::sqlite
