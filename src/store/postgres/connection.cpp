#include "store/postgres/connection.h"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <cstdlib>

namespace safelead::store::postgres {
namespace {

constexpr int binary = 1;

/// In a connection broken by us or by the network, nothing else is known.
constexpr const char* broken = "";

/// Where, without the password that may stand in the address.
std::string place_of(const PGconn* connection)
{
    const auto text = [](const char* found) { return std::string_view{found == nullptr ? "" : found}; };
    const auto host = text(PQhost(connection));
    if (host.starts_with('/')) return fmt::format("{} (database {})", host, text(PQdb(connection)));
    return fmt::format("{}:{} (database {})", host, text(PQport(connection)), text(PQdb(connection)));
}

std::string first_line(const char* message)
{
    std::string_view text = message == nullptr ? "" : message;
    text = text.substr(0, text.find('\n'));
    while (text.ends_with('.') || text.ends_with(' ')) text.remove_suffix(1);
    return std::string{text};
}

/// PostgreSQL tells why somebody was not let in only in words, and in the words of its own language; but the
/// SQLSTATE of a refused connection does not reach libpq's callers before version 16.
std::string why_not_connected(const PGconn* connection)
{
    const std::string said = PQerrorMessage(connection);
    const auto place = place_of(connection);
    if (PQconnectionNeedsPassword(connection) != 0)
        return fmt::format(
            "PostgreSQL at {} asks for a password: put it into a file that PGPASSFILE names, or into the "
            "address.",
            place);
    if (said.find("password authentication failed") != std::string::npos)
        return fmt::format("PostgreSQL at {} does not take this user name and password: check both.", place);
    if (said.find("does not exist") != std::string::npos)
        return fmt::format(
            "PostgreSQL at {} has no such database or user: make them first (docs/guides/postgresql.md).",
            place);
    return fmt::format("PostgreSQL at {} can't be reached: see that it runs and lets this machine in ({}).",
                       place, first_line(said.c_str()));
}

}  // namespace

bool SqlFailure::may_be_tried_again() const
{
    if (state_.empty() || state_.starts_with("08")) return true;
    // Serialisation, deadlock, a lock or a statement that took too long, shutting down, crashed, starting up,
    // too many connections, a server that became a standby.
    constexpr std::array states{"40001", "40P01", "55P03", "57014", "57P01",
                                "57P02", "57P03", "53300", "25006"};
    return std::ranges::find(states, state_) != states.end();
}

int Rows::count() const
{
    return PQntuples(result_.get());
}

BytesView Rows::view(int row, int column) const
{
    const auto* value = reinterpret_cast<const std::byte*>(PQgetvalue(result_.get(), row, column));
    return {value, static_cast<std::size_t>(PQgetlength(result_.get(), row, column))};
}

std::int64_t Rows::number(int row, int column) const
{
    std::uint64_t value = 0;
    const auto bytes = view(row, column);
    for (const auto byte : bytes) value = (value << 8U) | static_cast<std::uint64_t>(byte);
    // PostgreSQL's own integers are 2, 4 or 8 bytes.
    if (bytes.size() == 4) return static_cast<std::int32_t>(static_cast<std::uint32_t>(value));
    return static_cast<std::int64_t>(value);
}

std::string Rows::text(int row, int column) const
{
    return std::string{text_of(view(row, column))};
}

Bytes Rows::bytes(int row, int column) const
{
    const auto found = view(row, column);
    return {found.begin(), found.end()};
}

Instant Rows::time(int row, int column) const
{
    return Instant{std::chrono::milliseconds{number(row, column)}};
}

bool Rows::is_null(int row, int column) const
{
    return PQgetisnull(result_.get(), row, column) != 0;
}

std::uint64_t Rows::changed() const
{
    return std::strtoull(PQcmdTuples(result_.get()), nullptr, 10);
}

void Rows::Clear::operator()(pg_result* result) const
{
    PQclear(result);
}

void Connection::Close::operator()(pg_conn* connection) const
{
    PQfinish(connection);
}

Connection::Connection(const std::string& address, Durability durability)
{
    // What stands in the address comes later and so overrides these.
    const std::array<const char*, 7> names{"connect_timeout",
                                           "tcp_user_timeout",
                                           "application_name",
                                           "target_session_attrs",
                                           "client_encoding",
                                           "dbname",
                                           nullptr};
    const std::array<const char*, 7> values{"5",    "10000",         "safelead", "read-write",
                                            "UTF8", address.c_str(), nullptr};
    connection_.reset(PQconnectdbParams(names.data(), values.data(), 1));
    if (PQstatus(connection_.get()) != CONNECTION_OK)
        throw SqlFailure{why_not_connected(connection_.get()), broken};
    PQsetnonblocking(connection_.get(), 1);
    // What matters of a notice comes as an error too; standard error is not for the rest.
    PQsetNoticeReceiver(connection_.get(), [](void*, const PGresult*) {}, nullptr);
    set_up(durability);
    if (PQenterPipelineMode(connection_.get()) != 1) fail_now(nullptr);
}

Connection::~Connection() = default;

void Connection::set_up(Durability durability)
{
    std::string script =
        "SET search_path = safelead; SET client_min_messages = warning; SET statement_timeout = '10s'; "
        "SET lock_timeout = '8s'; SET idle_in_transaction_session_timeout = '15s'; "
        "SET default_transaction_isolation = 'read committed'; "
        "SET enable_seqscan = off; SET enable_bitmapscan = off; SET plan_cache_mode = force_generic_plan;";
    // Whoever waits for more than their own disk goes on waiting for it.
    script += durability == Durability::nothing_lost
                  ? "SELECT set_config('synchronous_commit', 'on', false) "
                    "WHERE current_setting('synchronous_commit') IN ('off', 'local');"
                  : "SET synchronous_commit = off;";
    run_script(script);
}

void Connection::run_script(const std::string& sql)
{
    const bool is_pipelined = PQpipelineStatus(connection_.get()) != PQ_PIPELINE_OFF;
    if (is_pipelined && PQexitPipelineMode(connection_.get()) != 1) fail_now(nullptr);
    if (PQsendQuery(connection_.get(), sql.c_str()) != 1) fail_now(nullptr);
    const auto deadline = std::chrono::steady_clock::now() + patience;
    while (auto* result = next_result(deadline)) {
        if (PQresultStatus(result) == PGRES_FATAL_ERROR) fail_now(result);
        PQclear(result);
    }
    if (is_pipelined && PQenterPipelineMode(connection_.get()) != 1) fail_now(nullptr);
}

void Connection::send(const Query& query, const Parameters& parameters)
{
    if (prepared_.insert(query.name).second) {
        if (PQsendPrepare(connection_.get(), query.name, query.sql, 0, nullptr) != 1) fail_now(nullptr);
        sent_.push_back(false);
    }
    std::vector<const char*> values;
    std::vector<int> lengths;
    for (const auto& value : parameters.values()) {
        values.push_back(value.empty() ? "" : reinterpret_cast<const char*>(value.data()));
        lengths.push_back(static_cast<int>(value.size()));
    }
    const std::vector<int> formats(values.size(), binary);
    if (PQsendQueryPrepared(connection_.get(), query.name, static_cast<int>(values.size()), values.data(),
                            lengths.data(), formats.data(), binary) != 1)
        fail_now(nullptr);
    sent_.push_back(true);
}

std::vector<Rows> Connection::finish(Deadline deadline)
{
    if (PQpipelineSync(connection_.get()) != 1) fail_now(nullptr);
    std::vector<Rows> given;
    for (const bool is_wanted : sent_) {
        auto* result = next_result(deadline);
        if (result == nullptr) fail_now(nullptr);
        const auto status = PQresultStatus(result);
        if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) fail_now(result);
        Rows rows{result};
        if (is_wanted) given.push_back(std::move(rows));
        if (auto* more = next_result(deadline)) fail_now(more);
    }
    sent_.clear();
    auto* end = next_result(deadline);
    if (end == nullptr || PQresultStatus(end) != PGRES_PIPELINE_SYNC) fail_now(end);
    PQclear(end);
    return given;
}

Rows Connection::ask(const Query& query, const Parameters& parameters)
{
    send(query, parameters);
    auto given = finish(std::chrono::steady_clock::now() + patience);
    return std::move(given.front());
}

pg_result* Connection::next_result(Deadline deadline)
{
    while (PQisBusy(connection_.get()) != 0) wait_for_server(deadline);
    return PQgetResult(connection_.get());
}

void Connection::wait_for_server(Deadline deadline)
{
    const int left_to_send = PQflush(connection_.get());
    if (left_to_send < 0) fail_now(nullptr);
    const auto left =
        std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
    ::pollfd waiting{PQsocket(connection_.get()), POLLIN, 0};
    if (left_to_send == 1) waiting.events |= POLLOUT;
    const int ready = left.count() <= 0 ? 0 : ::poll(&waiting, 1, static_cast<int>(left.count()));
    if (ready == 0) {
        is_sound_ = false;
        throw SqlFailure{fmt::format("PostgreSQL at {} did not answer in time: try again in a moment.",
                                     place_of(connection_.get())),
                         broken};
    }
    if (PQconsumeInput(connection_.get()) != 1) fail_now(nullptr);
}

void Connection::fail_now(pg_result* result)
{
    is_sound_ = false;
    const Rows held{result};
    const char* state = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_SQLSTATE);
    // Words of PostgreSQL's about a row may quote the row; its first line names the table or the rule.
    const char* said = result == nullptr ? nullptr : PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    const auto why = first_line(said == nullptr ? PQerrorMessage(connection_.get()) : said);
    throw SqlFailure{fmt::format("The database at {} can't be used: {}.", place_of(connection_.get()), why),
                     PQstatus(connection_.get()) == CONNECTION_OK && state != nullptr ? state : broken};
}

}  // namespace safelead::store::postgres
