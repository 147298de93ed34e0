// How fast the record takes things in: appends through the committer, each with its own command, sealed, on
// disk before it is answered; beside bare SQLite committing single 1 kB inserts with the same settings, in
// the same minute on the same disk. What counts is the ratio.
//
//     bench_append                 SQLite, in a temporary folder
//     bench_append ADDRESS         PostgreSQL, in the empty database there, beside bare inserts into it

#include "crypto/random.h"
#include "ledger/ledger.h"
#include "store/postgres.h"
#include "store/sqlite.h"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <sqlite3.h>
#include <sys/resource.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

namespace {

using namespace safelead;
namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr auto how_long = std::chrono::seconds{3};
constexpr std::size_t plaintext_size = 800;  // about 1 kB as an entry

/// How many in a second, and what one costs of processor time, all threads together.
struct Rate {
    double per_second;
    double microseconds_each;
};

double processor_seconds()
{
    ::rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto seconds = [](const ::timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(used.ru_utime) + seconds(used.ru_stime);
}

template <class Work>
Rate measure(const Work& work)
{
    const auto start = Clock::now();
    const double used_before = processor_seconds();
    std::uint64_t count = 0;
    while (Clock::now() - start < how_long) count += work();
    const auto times = static_cast<double>(count);
    return {times / std::chrono::duration<double>(Clock::now() - start).count(),
            (processor_seconds() - used_before) / times * 1e6};
}

Rate bare_sqlite(const fs::path& file, int group)
{
    sqlite3* database = nullptr;
    sqlite3_open(file.c_str(), &database);
    sqlite3_exec(database,
                 "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                 "CREATE TABLE bare (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT",
                 nullptr, nullptr, nullptr);
    sqlite3_stmt* insert = nullptr;
    sqlite3_prepare_v2(database, "INSERT INTO bare (bytes) VALUES (?)", -1, &insert, nullptr);
    const auto bytes = crypto::random_bytes(1000);
    const auto rate = measure([&]() -> std::uint64_t {
        sqlite3_exec(database, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr);
        for (int row = 0; row < group; ++row) {
            sqlite3_bind_blob(insert, 1, bytes.data(), static_cast<int>(bytes.size()), SQLITE_STATIC);
            sqlite3_step(insert);
            sqlite3_reset(insert);
        }
        sqlite3_exec(database, "COMMIT", nullptr, nullptr, nullptr);
        return static_cast<std::uint64_t>(group);
    });
    sqlite3_finalize(insert);
    sqlite3_close(database);
    return rate;
}

/// `group` rows in each transaction, sent together as our own groups are.
Rate bare_postgres(const std::string& address, int group)
{
    PGconn* connection = PQconnectdb(address.c_str());
    const auto ask = [&](const char* sql) {
        PGresult* result = PQexec(connection, sql);
        const auto status = PQresultStatus(result);
        if (status != PGRES_COMMAND_OK) throw std::runtime_error{PQerrorMessage(connection)};
        PQclear(result);
    };
    ask("CREATE TABLE IF NOT EXISTS public.bare (id bigserial PRIMARY KEY, bytes bytea NOT NULL)");
    PQclear(PQprepare(connection, "insert", "INSERT INTO public.bare (bytes) VALUES ($1)", 1, nullptr));
    const auto bytes = crypto::random_bytes(1000);
    const std::array values{reinterpret_cast<const char*>(bytes.data())};
    const std::array lengths{static_cast<int>(bytes.size())};
    constexpr std::array is_binary{1};
    PQenterPipelineMode(connection);
    const auto rate = measure([&]() -> std::uint64_t {
        // What is sent up to a sync is one transaction.
        for (int row = 0; row < group; ++row)
            PQsendQueryPrepared(connection, "insert", 1, values.data(), lengths.data(), is_binary.data(), 1);
        PQpipelineSync(connection);
        for (int row = 0; row < group; ++row) {
            PGresult* result = PQgetResult(connection);
            if (PQresultStatus(result) != PGRES_COMMAND_OK)
                throw std::runtime_error{PQerrorMessage(connection)};
            PQclear(result);
            PQclear(PQgetResult(connection));
        }
        PQclear(PQgetResult(connection));
        return static_cast<std::uint64_t>(group);
    });
    PQfinish(connection);
    return rate;
}

enum class Streams { existing, new_each_time };

/// `waiting` submissions are kept under way by one thread, as an io thread does for its connections.
Rate through_the_committer(ledger::Log& log, std::size_t waiting, Streams streams)
{
    const auto said = crypto::random_bytes(plaintext_size);
    const auto submit = [&] {
        const auto command = crypto::random_id<CommandId>();
        const ledger::StreamId stream{streams == Streams::existing ? "case-7" : std::string{command.text()}};
        return log.submit({command, said, {}, {{stream, ledger::shared_part(), said}}, Instant{}, nullptr});
    };
    std::vector<Later<ledger::SubmitResult>> under_way;
    for (std::size_t count = 0; count < waiting; ++count) under_way.push_back(submit());
    std::size_t oldest = 0;
    const auto rate = measure([&]() -> std::uint64_t {
        if (!wait_for(std::exchange(under_way[oldest], submit())))
            fmt::print(stderr, "an append was refused\n");
        oldest = (oldest + 1) % waiting;
        return 1;
    });
    for (auto& later : under_way) (void)wait_for(std::move(later));
    return rate;
}

void print(std::string_view what, const Rate& rate, const Rate& yardstick)
{
    fmt::print("{:<60} {:>9.0f}/s   {:>5.2f} x bare   {:>6.1f} us of processor each\n", what, rate.per_second,
               rate.per_second / yardstick.per_second, rate.microseconds_each);
}

void print_appends(ledger::EntryStore& entries, const Rate& bare)
{
    ledger::Ledger ledger{entries, crypto::SecretKey::random()};
    auto& log = ledger.add_organisation(OrganisationId{"oakfield-high"}, Instant{});
    for (const std::size_t waiting : {1U, 16U, 32U, 128U})
        print(fmt::format("appends to one stream, {} waiting", waiting),
              through_the_committer(log, waiting, Streams::existing), bare);
    for (const std::size_t waiting : {32U, 128U})
        print(fmt::format("appends that start a stream and make its key, {} waiting", waiting),
              through_the_committer(log, waiting, Streams::new_each_time), bare);
}

void measure_postgres(const std::string& address)
{
    const auto bare = bare_postgres(address, 1);
    print("bare PostgreSQL, single 1 kB inserts", bare, bare);
    print("bare PostgreSQL, groups of 16", bare_postgres(address, 16), bare);
    store::make_postgres_tables(address);
    store::PostgresDatabase database{address};
    print_appends(database.entries(), bare);
}

void measure_sqlite()
{
    const fs::path folder = fs::temp_directory_path() / fmt::format("safelead-bench-append-{}", ::getpid());
    fs::create_directories(folder);

    const auto bare = bare_sqlite(folder / "bare.sqlite", 1);
    print("bare SQLite, single 1 kB inserts (WAL, FULL)", bare, bare);
    print("bare SQLite, groups of 16", bare_sqlite(folder / "groups.sqlite", 16), bare);

    store::make_data_folder(folder / "data");
    print_appends(store::DataFolder{folder / "data"}.entries(), bare);
    fs::remove_all(folder);
}

}  // namespace

int main(int argc, char** argv)
{
    crypto::initialise();
    if (argc > 1)
        measure_postgres(argv[1]);
    else
        measure_sqlite();
}
