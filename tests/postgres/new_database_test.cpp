// A database that PostgreSQL has not looked through yet, so that it guesses how to find things.

#include "contract/entry_store_contract.h"
#include "postgres/server_rights.h"

#include <chrono>

namespace safelead::store {
namespace {

using namespace ledger;
using namespace ledger::contract;
using namespace safelead::test;

TEST(NewDatabase, IsAskedForTheReceiptAndTheKeysOfAnAppendByTheirWholeKeys)
{
    constexpr int appends = 300;
    auto& cluster = PostgresCluster::shared();
    const auto name = cluster.make_database();
    make_postgres_tables(cluster.address(name));
    for (const auto* table : {"receipts", "stream_keys", "entries"})
        (void)cluster.execute(name,
                              fmt::format("ALTER TABLE safelead.{} SET (autovacuum_enabled = off)", table));
    {
        PostgresDatabase database{cluster.address(name)};
        AppendMaker make;
        ASSERT_TRUE(append_one(database.entries(), make.start()));
        for (int turn = 0; turn < appends; ++turn) {
            const StreamId stream{fmt::format("stream-{}", turn)};
            auto append = make.next({stream}, 1);
            append.keys.push_back(make.key(stream));
            ASSERT_TRUE(append_one(database.entries(), append));
        }
    }
    // What its connections read is counted when they have ended.
    const auto ask = [&](const std::string& sql) { return std::stol("0" + cluster.execute(name, sql)); };
    const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{60};
    while (ask("SELECT n_tup_ins FROM pg_stat_user_tables WHERE relname = 'receipts'") <= appends)
        ASSERT_LT(std::chrono::steady_clock::now(), deadline);
    EXPECT_LT(ask("SELECT sum(idx_tup_fetch + seq_tup_read) FROM pg_stat_user_tables "
                  "WHERE relname IN ('receipts', 'stream_keys')"),
              2 * appends)
        << "it reads what was written before";
}

}  // namespace
}  // namespace safelead::store
