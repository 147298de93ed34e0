#pragma once

// libpq, behind what we need of it. One thread at a time uses a Connection.
//
// 1. Statements are sent without waiting (libpq's pipeline mode), and what they give is read at `finish`: so
// a
//    commit of a whole group takes two journeys to the server, whatever is in it.
// 2. Everything has a time limit. A connection that missed it, or on which anything failed, is not used
// again.
// 3. The SQLSTATE says what may be tried again, never the words.

#include "base/bytes.h"
#include "base/time.h"
#include "store/postgres/parameters.h"
#include "store/unavailable.h"

#include <chrono>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

struct pg_conn;
struct pg_result;

namespace safelead::store::postgres {

using Deadline = std::chrono::steady_clock::time_point;

/// How long one question, or the commit of one group, may take.
inline constexpr std::chrono::seconds patience{10};

/// How much of what was committed may be lost when the database's machine loses its power.
enum class Durability { nothing_lost, last_moments_lost };

/// What went wrong, for whoever may try again.
class SqlFailure : public StoreUnavailable {
public:
    SqlFailure(const std::string& sentence, std::string state)
        : StoreUnavailable{sentence}, state_{std::move(state)}
    {
    }

    /// Five characters; empty when the connection broke, or could not be made.
    [[nodiscard]] const std::string& state() const { return state_; }

    /// The connection is gone, the server is stopping or starting, or others were in the way: the same may
    /// succeed in a moment.
    [[nodiscard]] bool may_be_tried_again() const;

private:
    std::string state_;
};

/// A statement with a name: prepared on each connection when it is first used there.
struct Query {
    const char* name;
    const char* sql;
};

/// What a statement gave. Rows and columns count from 0.
class Rows {
public:
    explicit Rows(pg_result* result) : result_{result} {}

    [[nodiscard]] int count() const;
    [[nodiscard]] std::int64_t number(int row, int column) const;
    [[nodiscard]] std::string text(int row, int column) const;
    [[nodiscard]] Bytes bytes(int row, int column) const;
    [[nodiscard]] Instant time(int row, int column) const;
    [[nodiscard]] bool is_null(int row, int column) const;

    /// How many rows the statement changed.
    [[nodiscard]] std::uint64_t changed() const;

private:
    [[nodiscard]] BytesView view(int row, int column) const;

    struct Clear {
        void operator()(pg_result* result) const;
    };
    std::unique_ptr<pg_result, Clear> result_;
};

class Connection {
public:
    /// @throws SqlFailure when it can't be made.
    Connection(const std::string& address, Durability durability);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    /// Sends a statement and does not wait for it.
    void send(const Query& query, const Parameters& parameters = {});

    /// What each statement sent since the last `finish` gave, in order.
    /// @throws SqlFailure for the first that failed; the connection is of no more use.
    [[nodiscard]] std::vector<Rows> finish(Deadline deadline);

    /// One statement.
    [[nodiscard]] Rows ask(const Query& query, const Parameters& parameters = {});

    /// Several statements in one text, without parameters: for making tables.
    void run_script(const std::string& sql);

    /// Whether nothing has failed on it.
    [[nodiscard]] bool is_sound() const { return is_sound_; }

private:
    void set_up(Durability durability);
    [[nodiscard]] pg_result* next_result(Deadline deadline);
    void wait_for_server(Deadline deadline);
    [[noreturn]] void fail_now(pg_result* result);

    struct Close {
        void operator()(pg_conn* connection) const;
    };
    std::unique_ptr<pg_conn, Close> connection_;
    std::set<std::string_view> prepared_;
    std::vector<bool> sent_;  // for each message under way, whether the caller wants what it gives
    bool is_sound_ = true;
};

}  // namespace safelead::store::postgres
