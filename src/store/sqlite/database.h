#pragma once

// SQLite's C interface, behind what we need of it. One thread at a time uses a Database.

#include "base/bytes.h"
#include "store/unavailable.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace safelead::store::sqlite {

class Database;

/// One statement being run: binds on making, resets when it goes. Columns count from 0.
class Run {
public:
    Run(const Run&) = delete;
    Run& operator=(const Run&) = delete;
    ~Run();

    /// To the next row; whether there is one.
    [[nodiscard]] bool next();

    [[nodiscard]] std::int64_t integer(int column) const;
    [[nodiscard]] std::string text(int column) const;
    [[nodiscard]] Bytes bytes(int column) const;
    [[nodiscard]] bool is_null(int column) const;

private:
    friend class Statement;
    Run(sqlite3_stmt* statement, Database& database) : statement_{statement}, database_{database} {}

    sqlite3_stmt* statement_;
    Database& database_;
};

/// Prepared once, run many times.
class Statement {
public:
    Statement(Database& database, std::string_view sql);

    template <class... Values>
    [[nodiscard]] Run run(const Values&... values)
    {
        int at = 0;
        (bind(++at, values), ...);
        return Run{statement_.get(), database_};
    }

    /// Runs one that gives no rows.
    template <class... Values>
    void execute(const Values&... values)
    {
        auto running = run(values...);
        while (running.next()) {
        }
    }

private:
    void bind(int at, std::int64_t number);
    void bind(int at, std::uint64_t number) { bind(at, static_cast<std::int64_t>(number)); }
    void bind(int at, std::uint32_t number) { bind(at, static_cast<std::int64_t>(number)); }
    void bind(int at, std::string_view text);
    void bind(int at, BytesView bytes);

    struct Finalise {
        void operator()(sqlite3_stmt* statement) const;
    };

    Database& database_;
    std::unique_ptr<sqlite3_stmt, Finalise> statement_;
};

/// How much of what was committed may be lost when the power goes.
enum class Durability { nothing_lost, last_moments_lost };

/// Who opens a database while it is open. One that nobody else opens is not asked each time who has it, and
/// has no -shm beside it.
enum class OpenedBy { several, this_connection_alone };

class Database {
public:
    /// The file must exist.
    Database(const std::filesystem::path& file, Durability durability, OpenedBy by = OpenedBy::several);

    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void execute(std::string_view sql);

    [[nodiscard]] Statement prepare(std::string_view sql) { return Statement{*this, sql}; }

    [[nodiscard]] bool is_in_transaction() const;

    /// How many rows the last statement changed.
    [[nodiscard]] std::uint64_t changed() const;
    [[nodiscard]] std::int64_t last_row() const;

    /// Puts what is in the write-ahead log where it belongs and empties it, so that what was overwritten is
    /// gone from there too. Whether it could: those who read may stand in the way, and are waited for or not.
    enum class Readers { waited_for, not_waited_for };
    [[nodiscard]] bool empty_write_ahead_log(Readers readers);

    /// From now on, statements that change or delete rows of `entries`, `receipts` or `tiles`, or change
    /// tables, are refused.
    void protect_the_record();

    /// @throws StoreUnavailable, naming the file and what SQLite says of it.
    [[noreturn]] void fail_now() const;

private:
    struct Close {
        void operator()(sqlite3* database) const;
    };

    friend class Statement;
    std::string name_;
    std::unique_ptr<sqlite3, Close> database_;
};

/// Rolls back unless it was committed.
class Transaction {
public:
    /// One that only reads sees what was there at its first question, and keeps nobody from writing.
    enum class Does { write, only_read };
    explicit Transaction(Database& database, Does does = Does::write);
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    ~Transaction();

    void commit();

private:
    Database& database_;
    bool is_open_ = true;
};

}  // namespace safelead::store::sqlite
