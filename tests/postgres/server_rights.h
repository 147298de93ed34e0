#pragma once

#include "store/postgres.h"
#include "support/postgres_cluster.h"

namespace safelead::test {

/// The rights that docs/guides/postgresql.md gives a server.
inline constexpr const char* server_rights = R"(
    GRANT USAGE ON SCHEMA safelead TO safelead_server;
    GRANT SELECT ON ALL TABLES IN SCHEMA safelead TO safelead_server;
    GRANT INSERT ON safelead.organisations, safelead.entries, safelead.receipts, safelead.organisation_keys,
        safelead.stream_keys, safelead.tiles, safelead.facts TO safelead_server;
    GRANT INSERT, UPDATE ON safelead.checkpoints, safelead.cosignatures TO safelead_server;
    GRANT UPDATE ON safelead.organisation_keys, safelead.stream_keys TO safelead_server;
    GRANT DELETE ON safelead.organisation_keys TO safelead_server;
    GRANT INSERT, UPDATE, DELETE ON safelead.passing, safelead.counts TO safelead_server;
)";

inline void give_server_rights(PostgresCluster& cluster, const std::string& name)
{
    if (cluster.execute("postgres", "SELECT 1 FROM pg_roles WHERE rolname = 'safelead_server'").empty())
        cluster.execute("postgres", "CREATE ROLE safelead_server LOGIN");
    cluster.execute(name, server_rights);
}

/// A database with empty tables; its address for a user with a server's rights and no more.
inline std::string new_partnership_database(PostgresCluster& cluster = PostgresCluster::shared())
{
    const auto name = cluster.make_database();
    store::make_postgres_tables(cluster.address(name));
    give_server_rights(cluster, name);
    return cluster.address(name, "safelead_server");
}

}  // namespace safelead::test
