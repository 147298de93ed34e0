// PostgreSQL that stops and starts, says no, and is written to by two at once.

#include "contract/entry_store_contract.h"
#include "ledger/log_piece.h"
#include "postgres/server_rights.h"
#include "store/postgres/pool.h"
#include "store/sqlite.h"
#include "store/unavailable.h"

#include <gmock/gmock.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <future>

namespace safelead::store {
namespace {

using namespace ledger;
using namespace ledger::contract;
using namespace safelead::test;

std::string why_not(const std::string& address)
{
    try {
        const PostgresDatabase database{address};
    } catch (const StoreUnavailable& why) {
        return why.what();
    }
    return "it opened";
}

// Each has a PostgreSQL of its own: after a crash it syncs every file of every database before it answers,
// and the shared one holds a database a test.
TEST(PostgresOutage, IsOverWhenPostgresIsBack)
{
    PostgresCluster cluster;
    PostgresDatabase database{new_partnership_database(cluster)};
    AppendMaker make;
    ASSERT_TRUE(append_one(database.entries(), make.start()));

    const auto append = make.next({case_stream}, 1);
    // Started again by this thread: PostgreSQL ends with the thread that started it.
    cluster.stop(SIGQUIT);
    std::jthread writer{[&](const std::stop_token& given_up) {
        bool is_kept = false;
        while (!is_kept && !given_up.stop_requested()) {
            try {
                is_kept = append_one(database.entries(), append).has_value();
            } catch (const NotKnownToBeKept&) {
                // It is sent again.
            }
        }
    }};
    cluster.start();
    writer.join();
    EXPECT_EQ(append_one(database.entries(), append)->turn, Turn::again);
    EXPECT_EQ(database.entries().receipt_count(oakfield), 2U);
}

TEST(PostgresOutage, IsSaidWhileItLasts)
{
    PostgresCluster cluster;
    PostgresDatabase database{new_partnership_database(cluster)};
    AppendMaker make;
    ASSERT_TRUE(append_one(database.entries(), make.start()));
    cluster.stop(SIGINT);
    EXPECT_THROW((void)append_one(database.entries(), make.next({case_stream}, 1)), NotKnownToBeKept);
    EXPECT_THROW((void)database.entries().head(oakfield), StoreUnavailable);
    EXPECT_THROW((void)database.passing().get("session", "s", at(0)), StoreUnavailable);
    cluster.start();
}

/// A place for PostgreSQL's socket where nobody is, or somebody who never answers.
class SilentPlace {
public:
    SilentPlace() = default;
    SilentPlace(const SilentPlace&) = delete;
    SilentPlace& operator=(const SilentPlace&) = delete;
    ~SilentPlace()
    {
        if (number_ >= 0) ::close(number_);
    }

    /// `address`, with this place before its own, and waited for as short a time as can be said.
    [[nodiscard]] std::string before(std::string address) const
    {
        address.insert(address.find('@') + 1, place() + ',');
        return address + "?connect_timeout=2";
    }

    /// This place and no other, waited for until it is gone.
    [[nodiscard]] std::string alone() const
    {
        return "postgresql://postgres@" + place() + "/x?connect_timeout=10";
    }

    void wait_for_visitor() const
    {
        ::pollfd visitor{number_, POLLIN, 0};
        ASSERT_EQ(::poll(&visitor, 1, 60'000), 1);
    }

    /// How many are waiting to be let in. They are sent away.
    [[nodiscard]] int visitors() const
    {
        int count = 0;
        ::pollfd visitor{number_, POLLIN, 0};
        for (; ::poll(&visitor, 1, 0) == 1; ++count) ::close(::accept(number_, nullptr, nullptr));
        return count;
    }

    void listen()
    {
        ::sockaddr_un name{};
        name.sun_family = AF_UNIX;
        const auto path = (folder_ / ".s.PGSQL.5432").string();
        path.copy(name.sun_path, sizeof name.sun_path - 1);
        number_ = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        ASSERT_EQ(::bind(number_, reinterpret_cast<const ::sockaddr*>(&name), sizeof name), 0);
        ASSERT_EQ(::listen(number_, 100), 0);
    }

private:
    [[nodiscard]] std::string place() const
    {
        std::string place;
        for (const char c : folder_.path().string())
            place += c == '/' ? std::string{"%2F"} : std::string(1, c);
        return place;
    }

    TemporaryFolder folder_;
    int number_ = -1;
};

TEST(PostgresOutage, IsOverAlsoWhereTheFirstOfTwoHostsNeverAnswers)
{
    PostgresCluster cluster;
    SilentPlace first;
    PostgresDatabase database{first.before(new_partnership_database(cluster))};
    AppendMaker make;
    ASSERT_TRUE(append_one(database.entries(), make.start()));
    const auto append = make.next({case_stream}, 1);
    cluster.stop(SIGINT);
    EXPECT_THROW((void)append_one(database.entries(), append), NotKnownToBeKept);
    first.listen();
    cluster.start();
    // To connect takes longer now than is waited for a database that is known to be gone; on a busy machine
    // also longer than libpq waits for the second host.
    const auto given_up = std::chrono::steady_clock::now() + std::chrono::minutes{2};
    bool is_kept = false;
    while (!is_kept && std::chrono::steady_clock::now() < given_up) {
        try {
            is_kept = append_one(database.entries(), append).has_value();
        } catch (const NotKnownToBeKept&) {
            // It is sent again.
        }
    }
    EXPECT_TRUE(is_kept);
}

TEST(PostgresOutage, IsFoundToBeOverByOneAtATime)
{
    SilentPlace place;
    postgres::Pool pool{place.alone(), postgres::Durability::nothing_lost};
    EXPECT_THROW((void)pool.connect(), postgres::SqlFailure) << "nobody is there";
    place.listen();
    std::atomic<bool> is_enough = false;
    std::jthread one{[&] {
        // Not at once: it rests for a moment after it has failed.
        while (!is_enough) EXPECT_THROW((void)pool.connect(), postgres::SqlFailure);
    }};
    place.wait_for_visitor();
    EXPECT_THROW((void)pool.connect(), postgres::SqlFailure);
    is_enough = true;
    EXPECT_EQ(place.visitors(), 1) << "whoever else would connect is told at once";
}

TEST(PostgresRefusal, SaysInASentenceWhatIsWrong)
{
    auto& cluster = PostgresCluster::shared();
    const auto empty = cluster.make_database();
    EXPECT_THAT(why_not(cluster.address(empty)), ::testing::HasSubstr("holds no record of Safelead's"));
    EXPECT_THAT(why_not(cluster.address("never_made")), ::testing::HasSubstr("no such database or user"));
    EXPECT_THAT(why_not("postgresql://postgres@127.0.0.1:1/x"), ::testing::HasSubstr("can't be reached"));

    cluster.execute("postgres", "CREATE ROLE with_password LOGIN PASSWORD 'long and made up'");
    EXPECT_THAT(why_not(cluster.address(empty, "with_password")),
                ::testing::HasSubstr("asks for a password"));
    EXPECT_THAT(why_not(cluster.address(empty, "with_password", "wrong")),
                ::testing::HasSubstr("does not take this user name and password"));
    EXPECT_THAT(why_not(cluster.address(empty, "with_password", "wrong")),
                ::testing::Not(::testing::HasSubstr(":wrong")));

    make_postgres_tables(cluster.address(empty));
    EXPECT_EQ(why_not(cluster.address(empty)), "it opened");
    cluster.execute(empty, "UPDATE safelead.about SET version = 99");
    EXPECT_THAT(why_not(cluster.address(empty)), ::testing::HasSubstr("version 99"));
    EXPECT_THROW(make_postgres_tables(cluster.address(empty)), StoreUnavailable);
}

TEST(PostgresRefusal, SaysBeforeACaseIsOpenedThatFactsCanNotBeKept)
{
    auto& cluster = PostgresCluster::shared();
    const auto name = cluster.make_database();
    make_postgres_tables(cluster.address(name));
    give_server_rights(cluster, name);
    const auto as_server = [&] { return why_not(cluster.address(name, "safelead_server")); };
    ASSERT_EQ(as_server(), "it opened");

    // A record from before there were facts, whose owner opens it first.
    cluster.execute(name, "DROP TABLE safelead.facts");
    EXPECT_THAT(as_server(), ::testing::HasSubstr("lacks a table that this version needs"));
    EXPECT_EQ(why_not(cluster.address(name)), "it opened");
    const auto says_what_to_grant = ::testing::HasSubstr("GRANT SELECT, INSERT ON safelead.facts TO");
    EXPECT_THAT(as_server(), says_what_to_grant);
    cluster.execute(name, "GRANT SELECT ON safelead.facts TO safelead_server");
    EXPECT_THAT(as_server(), says_what_to_grant);
    cluster.execute(name, "GRANT INSERT ON safelead.facts TO safelead_server");
    EXPECT_EQ(as_server(), "it opened");
}

TEST(PostgresRecord, IsOnlyAddedToEvenByItsOwner)
{
    auto& cluster = PostgresCluster::shared();
    const auto name = cluster.make_database();
    make_postgres_tables(cluster.address(name));
    PostgresDatabase database{cluster.address(name)};
    AppendMaker make;
    ASSERT_TRUE(append_one(database.entries(), make.start()));
    for (const auto* sql :
         {"UPDATE safelead.entries SET time = 0", "DELETE FROM safelead.entries", "TRUNCATE safelead.entries",
          "DELETE FROM safelead.receipts", "UPDATE safelead.facts SET id = 'a'", "DELETE FROM safelead.facts",
          "TRUNCATE safelead.facts"})
        EXPECT_THROW((void)cluster.execute(name, sql), std::runtime_error) << sql;
}

TEST(TwoServers, GetPositionsWithoutGapsOrConflictsOfOtherStreams)
{
    const auto address = new_partnership_database();
    PostgresDatabase one{address};
    PostgresDatabase other{address};
    AppendMaker make;
    ASSERT_TRUE(append_one(one.entries(), make.start()));
    const auto write = [](EntryStore& store, const std::string& name) {
        for (std::uint64_t turn = 1; turn <= 40; ++turn) {
            const StreamId stream{name};
            const Append append{oakfield,
                                CommandId{fmt::format("{}-{}", name, turn)},
                                {},
                                at(1),
                                {{stream, StreamPosition{turn}, text_bytes(name)}},
                                {},
                                {},
                                {}};
            EXPECT_TRUE(append_one(store, append));
        }
    };
    std::thread there{[&] { write(other.entries(), "there"); }};
    write(one.entries(), "here");
    there.join();
    const auto entries = one.entries().read(oakfield, LogPosition::start, 1000);
    ASSERT_EQ(entries.size(), 81U);
    for (std::size_t at = 0; at < entries.size(); ++at) EXPECT_EQ(number(entries[at].log_position), at + 1);
    EXPECT_EQ(other.entries().head(oakfield).position, LogPosition{81});
}

/// Asks until the answer is yes.
void wait_until(const PostgresCluster& cluster, const std::string& database, const std::string& question)
{
    const auto given_up = std::chrono::steady_clock::now() + std::chrono::minutes{1};
    while (cluster.execute(database, question) != "t") {
        ASSERT_LT(std::chrono::steady_clock::now(), given_up) << question;
        std::this_thread::sleep_for(std::chrono::milliseconds{5});
    }
}

/// Those of a database's connections that wait for a lock of this kind.
std::string waiting_for(std::string_view lock)
{
    return fmt::format(
        "FROM pg_locks WHERE NOT granted AND locktype = '{}' "
        "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())",
        lock);
}

std::future<AppendResult> append_beside(EntryStore& store, Append append)
{
    return std::async(std::launch::async,
                      [&store, append = std::move(append)] { return append_one(store, append); });
}

TEST(TwoServers, DoNotTakeWhatTheOtherKeptForTheirOwnWhenAConnectionBreaks)
{
    auto& cluster = PostgresCluster::shared();
    const auto name = cluster.make_database();
    make_postgres_tables(cluster.address(name));
    PostgresDatabase one{cluster.address(name)};
    PostgresDatabase other{cluster.address(name)};
    AppendMaker make;
    ASSERT_TRUE(append_one(one.entries(), make.start()));
    // A double click: one command, for the same places, sealed by each under a key of its own.
    auto here = make.next({case_stream}, 1);
    here.keys = {make.key(case_stream)};
    auto there = here;
    there.entries.front().bytes = text_bytes("sealed there");
    there.keys.front().wrapped = text_bytes("made there");

    // The first has decided and can't write yet, the second waits for it, and the first's connection breaks.
    postgres::Connection in_the_way{cluster.address(name), postgres::Durability::nothing_lost};
    in_the_way.run_script(
        "SET idle_in_transaction_session_timeout = 0; BEGIN; LOCK TABLE entries IN SHARE MODE");
    auto kept_here = append_beside(one.entries(), here);
    wait_until(cluster, name, "SELECT count(*) = 1 " + waiting_for("relation"));
    auto kept_there = append_beside(other.entries(), there);
    wait_until(cluster, name, "SELECT count(*) = 1 " + waiting_for("advisory"));
    cluster.execute(name, "SELECT pg_terminate_backend(pid) " + waiting_for("relation"));
    in_the_way.run_script("COMMIT");

    const auto first = kept_there.get();
    const auto second = kept_here.get();
    ASSERT_TRUE(first && second);
    EXPECT_EQ(first->turn, Turn::first);
    EXPECT_EQ(second->first, first->first) << "the same places, or this tests nothing";
    EXPECT_EQ(second->turn, Turn::again) << "its key was never kept";
    EXPECT_EQ(one.entries().stream_key(oakfield, case_stream, shared_part()), there.keys.front());
}

TEST(PostgresOutage, ThatHidesACommitLeavesItTheFirstTime)
{
    PostgresCluster cluster;
    const auto name = cluster.make_database();
    make_postgres_tables(cluster.address(name));
    PostgresDatabase database{cluster.address(name)};
    AppendMaker make;
    ASSERT_TRUE(append_one(database.entries(), make.start()));

    // What is committed is on disk then, and nobody is told before a standby has it too: there is none.
    cluster.execute(name, "ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
    cluster.execute(name, "SELECT pg_reload_conf()");
    const auto is_ready = [](const std::future<AppendResult>& result) {
        return result.wait_for(std::chrono::milliseconds{5}) == std::future_status::ready;
    };
    const std::string unanswered = "FROM pg_stat_activity WHERE wait_event = 'SyncRep'";
    const auto is_unanswered = [&] {
        return cluster.execute(name, "SELECT count(*) = 1 " + unanswered) == "t";
    };
    const auto given_up = std::chrono::steady_clock::now() + std::chrono::minutes{1};
    std::future<AppendResult> kept;
    for (int time = 1; !is_unanswered() && std::chrono::steady_clock::now() < given_up; ++time) {
        // Those before the setting is in force are answered.
        kept = append_beside(database.entries(), make.next({case_stream}, time));
        while (!is_ready(kept) && !is_unanswered()) continue;
    }
    ASSERT_FALSE(is_ready(kept));
    cluster.execute(name, "SELECT pg_terminate_backend(pid) " + unanswered);

    const auto result = kept.get();
    ASSERT_TRUE(result);
    EXPECT_EQ(result->turn, Turn::first);
    EXPECT_EQ(result->last, database.entries().head(oakfield).position);
}

TEST(CopiedLog, IsTheSameInEveryStore)
{
    const TemporaryFolder folder;
    make_data_folder(folder / "data");
    DataFolder from{folder / "data"};
    AppendMaker make;
    ASSERT_TRUE(append_one(from.entries(), make.start()));
    auto with_keys = make.next({case_stream, child_stream}, 1);
    with_keys.keys = {make.key(case_stream), make.key(child_stream)};
    ASSERT_TRUE(append_one(from.entries(), with_keys));
    for (int time = 2; time < 600; ++time)
        ASSERT_TRUE(append_one(from.entries(), make.next({case_stream}, time)));
    from.entries().keep_tree(oakfield, std::vector{tile(0, 0, 1), tile(0, 1, 2)}, {LogPosition{600}, "note"});

    const auto pieces_of = [](const EntryStore& store) {
        std::vector<Bytes> pieces;
        (void)give_pieces(store, [&](const LogPiece& piece) {
            pieces.push_back(to_bytes(piece));
            EXPECT_EQ(to_bytes(parse_piece(pieces.back()).value()), pieces.back());
        });
        return pieces;
    };
    const auto copy = [](const EntryStore& store, PieceTaker& taker, const auto& open_again) {
        (void)give_pieces(store, [&](const LogPiece& piece) {
            taker.take(piece);
            EXPECT_THROW(open_again(), StoreUnavailable) << "it is not whole yet";
        });
        taker.finish();
        EXPECT_NO_THROW(open_again());
    };
    const auto name = PostgresCluster::shared().make_database();
    make_postgres_tables(PostgresCluster::shared().address(name));
    PostgresDatabase there{PostgresCluster::shared().address(name)};
    copy(from.entries(), *there.taker(),
         [&] { const PostgresDatabase again{PostgresCluster::shared().address(name)}; });
    EXPECT_EQ(pieces_of(there.entries()), pieces_of(from.entries()));

    make_data_folder(folder / "back");
    DataFolder back{folder / "back"};
    {
        const auto taker = back.taker();
        (void)give_pieces(there.entries(), [&](const LogPiece& piece) { taker->take(piece); });
        taker->finish();
    }
    EXPECT_EQ(pieces_of(back.entries()), pieces_of(from.entries()));
    EXPECT_TRUE(append_one(back.entries(), make.next({case_stream}, 601)));
}

TEST(CopiedLog, NoLongerTellsWhichFactsCameWithWhichEntries)
{
    auto& cluster = PostgresCluster::shared();
    const auto name = cluster.make_database();
    make_postgres_tables(cluster.address(name));
    PostgresDatabase from{cluster.address(name)};
    AppendMaker make;
    ASSERT_TRUE(append_one(from.entries(), make.start()));
    for (int time = 1; time < 5; ++time) {
        auto append = make.next({case_stream}, time);
        append.facts = {{oakfield, fmt::format("{}", 9 - time), text_bytes("sealed")}};
        ASSERT_TRUE(append_one(from.entries(), append));
    }
    const auto* matching = "SELECT count(*) FROM safelead.facts f JOIN safelead.entries e ON e.xmin = f.xmin";
    EXPECT_EQ(cluster.execute(name, matching), "4") << "docs/formats/facts.md says so";
    cluster.execute(name, "CLUSTER safelead.facts USING facts_pkey");
    EXPECT_EQ(cluster.execute(name, matching), "4") << "a table that is only rewritten still does";

    const auto other = cluster.make_database();
    make_postgres_tables(cluster.address(other));
    PostgresDatabase there{cluster.address(other)};
    const auto taker = there.taker();
    (void)give_pieces(from.entries(), [&](const LogPiece& piece) { taker->take(piece); });
    taker->finish();
    EXPECT_EQ(cluster.execute(other, matching), "0");
    EXPECT_EQ(cluster.execute(other, "SELECT count(*) FROM safelead.facts"), "4");
    EXPECT_EQ(cluster.execute(other, "SELECT count(DISTINCT xmin::text) FROM safelead.facts"), "1");
}

}  // namespace
}  // namespace safelead::store
