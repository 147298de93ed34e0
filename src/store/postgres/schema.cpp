#include "store/postgres/schema.h"

#include <fmt/format.h>

namespace safelead::store::postgres {
namespace {

constexpr const char* tables = R"(
BEGIN;
CREATE SCHEMA safelead;
SET LOCAL search_path = safelead;

CREATE TABLE about (version bigint NOT NULL);

CREATE TABLE organisations (
    number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id     text COLLATE "C" NOT NULL UNIQUE
);

CREATE TABLE entries (
    organisation    bigint NOT NULL REFERENCES organisations,
    position        bigint NOT NULL,
    stream          text COLLATE "C" NOT NULL,
    stream_position bigint NOT NULL,
    time            bigint NOT NULL,
    bytes           bytea NOT NULL,
    PRIMARY KEY (organisation, position),
    UNIQUE (organisation, stream, stream_position)
);
-- What is sealed does not shrink: trying to costs time.
ALTER TABLE entries ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE receipts (
    organisation   bigint NOT NULL REFERENCES organisations,
    command        text COLLATE "C" NOT NULL,
    content        bytea NOT NULL,
    first_position bigint NOT NULL,
    last_position  bigint NOT NULL,
    time           bigint NOT NULL,
    PRIMARY KEY (organisation, command)
);

CREATE TABLE organisation_keys (
    organisation bigint NOT NULL REFERENCES organisations,
    epoch        bigint NOT NULL,
    wrapped      bytea NOT NULL,
    PRIMARY KEY (organisation, epoch)
);

CREATE TABLE stream_keys (
    organisation bigint NOT NULL REFERENCES organisations,
    stream       text COLLATE "C" NOT NULL,
    part         text COLLATE "C" NOT NULL,
    epoch        bigint NOT NULL,
    wrapped      bytea NOT NULL,
    PRIMARY KEY (organisation, stream, part)
);

CREATE TABLE tiles (
    organisation bigint NOT NULL REFERENCES organisations,
    level        bigint NOT NULL,
    number       bigint NOT NULL,
    root         bytea NOT NULL,
    hashes       bytea NOT NULL,
    PRIMARY KEY (organisation, level, number)
);
ALTER TABLE tiles ALTER COLUMN hashes SET STORAGE EXTERNAL;

CREATE TABLE checkpoints (
    organisation bigint PRIMARY KEY REFERENCES organisations,
    size         bigint NOT NULL,
    note         text NOT NULL
);

CREATE TABLE cosignatures (
    organisation bigint NOT NULL REFERENCES organisations,
    witness      text COLLATE "C" NOT NULL,
    day          text COLLATE "C" NOT NULL,
    size         bigint NOT NULL,
    note         text NOT NULL,
    PRIMARY KEY (organisation, witness, day)
);

CREATE FUNCTION refuse_to_change_the_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the record is only added to' USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON entries
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_record();
CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON receipts
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_record();
CREATE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON tiles
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_record();

CREATE TABLE passing (
    kind    text COLLATE "C" NOT NULL,
    id      text COLLATE "C" NOT NULL,
    owner   text COLLATE "C" NOT NULL,
    sealed  bytea NOT NULL,
    expires bigint NOT NULL,
    PRIMARY KEY (kind, id)
);
CREATE INDEX passing_of_owner ON passing (kind, owner);
CREATE INDEX passing_by_end ON passing (expires);

CREATE TABLE counts (
    kind    text COLLATE "C" NOT NULL,
    id      text COLLATE "C" NOT NULL,
    count   bigint NOT NULL,
    expires bigint NOT NULL,
    PRIMARY KEY (kind, id)
);
CREATE INDEX counts_by_end ON counts (expires);
)";

// Of a record that was begun by a Safelead without it, made when it is first opened.
constexpr const char* facts_table = R"(
CREATE TABLE IF NOT EXISTS safelead.facts (
    organisation bigint NOT NULL REFERENCES safelead.organisations,
    id           text COLLATE "C" NOT NULL,
    sealed       bytea NOT NULL,
    PRIMARY KEY (organisation, id)
);
CREATE OR REPLACE TRIGGER only_added_to BEFORE UPDATE OR DELETE OR TRUNCATE ON safelead.facts
    FOR EACH STATEMENT EXECUTE FUNCTION safelead.refuse_to_change_the_record();
)";

constexpr const char* undefined_table = "42P01";
constexpr const char* duplicate_schema = "42P06";
constexpr const char* insufficient_privilege = "42501";

constexpr Query version_query{"version", "SELECT version FROM about"};
constexpr Query has_facts_query{"has_facts", "SELECT 1 WHERE to_regclass('safelead.facts') IS NOT NULL"};
constexpr Query may_add_facts_query{"may_add_facts",
                                    "SELECT 1 WHERE has_table_privilege('safelead.facts', 'SELECT') "
                                    "AND has_table_privilege('safelead.facts', 'INSERT')"};
constexpr Query mark_query{"mark", "UPDATE about SET version = $1"};
constexpr Query keeps_query{
    "keeps",
    "SELECT name::text FROM pg_settings WHERE name IN ('fsync', 'full_page_writes') AND setting = 'off'"};

std::int64_t version_in(Connection& connection)
{
    try {
        const auto rows = connection.ask(version_query);
        return rows.count() == 1 ? rows.number(0, 0) : 0;
    } catch (const SqlFailure& failure) {
        if (failure.state() == undefined_table)
            throw StoreUnavailable{
                "That PostgreSQL database holds no record of Safelead's: begin one with `safelead init "
                "--store …`, or give the address of the right one."};
        if (failure.state() == insufficient_privilege)
            throw StoreUnavailable{
                "That PostgreSQL user may not read Safelead's tables: give it the rights that "
                "docs/guides/postgresql.md lists."};
        throw;
    }
}

void add_facts_table(Connection& connection)
{
    try {
        // One server at a time.
        connection.run_script(
            fmt::format("BEGIN; SELECT pg_advisory_xact_lock(1398885476, 0); {} COMMIT;", facts_table));
    } catch (const SqlFailure& failure) {
        if (failure.state() != insufficient_privilege) throw;
        throw StoreUnavailable{
            "That PostgreSQL database lacks a table that this version needs, and this user may not make it: "
            "run what docs/guides/postgresql.md says of an older record, as the owner of the tables."};
    }
}

// Rights that were given by an older guide lack these, and it would show only when a case is opened.
void check_facts(Connection& connection)
{
    if (connection.ask(has_facts_query).count() == 0) add_facts_table(connection);
    if (connection.ask(may_add_facts_query).count() == 0)
        throw StoreUnavailable{
            "That PostgreSQL user may not read and add facts, so no case could be opened: as the owner of "
            "the tables run `GRANT SELECT, INSERT ON safelead.facts TO` that user "
            "(docs/guides/postgresql.md)."};
}

}  // namespace

void make_tables(const std::string& address)
{
    Connection connection{address, Durability::nothing_lost};
    try {
        connection.run_script(
            fmt::format("{} INSERT INTO about VALUES ({}); {} COMMIT;", tables, schema_version, facts_table));
    } catch (const SqlFailure& failure) {
        if (failure.state() == duplicate_schema)
            throw StoreUnavailable{
                "That PostgreSQL database has a schema `safelead` already: give the address of an empty "
                "database."};
        if (failure.state() == insufficient_privilege)
            throw StoreUnavailable{
                "That PostgreSQL user may not make tables there: run init as the owner of the database "
                "(docs/guides/postgresql.md)."};
        throw;
    }
}

void mark_version(Connection& connection, std::int64_t version)
{
    (void)connection.ask(mark_query, Parameters{}.number(version));
}

void check_database(Connection& connection)
{
    const auto version = version_in(connection);
    if (version == version_while_filled)
        throw StoreUnavailable{
            "That PostgreSQL database is being filled by `safelead restore` or `safelead store copy`, or "
            "that was broken off and part of the record is missing: wait until it has ended, or run `DROP "
            "SCHEMA safelead CASCADE` there and do it again."};
    if (version != schema_version)
        throw StoreUnavailable{fmt::format(
            "That PostgreSQL database has version {} of the tables and this Safelead knows version {}: "
            "run the Safelead that wrote it.",
            version, schema_version)};
    check_facts(connection);
    const auto off = connection.ask(keeps_query);
    if (off.count() > 0)
        throw StoreUnavailable{
            fmt::format("That PostgreSQL has {} turned off, so it may lose what it said it kept: turn it on.",
                        off.text(0, 0))};
}

}  // namespace safelead::store::postgres
