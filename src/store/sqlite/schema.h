#pragma once

// The tables: docs/formats/data-folder.md.

#include "store/sqlite/database.h"

#include <cstdint>
#include <string_view>

namespace safelead::store::sqlite {

inline constexpr std::int64_t application_id = 0x53614c64;
inline constexpr std::int64_t schema_version = 1;

/// Of a record that takes logs over, until it has all of them.
inline constexpr std::int64_t version_while_filled = -1;

/// An entry's `place` is its organisation's number and its position in that log. Every log lies together, in
/// order.
inline constexpr unsigned position_bits = 40;

inline constexpr std::string_view record_tables = R"(
CREATE TABLE organisations (
    number INTEGER PRIMARY KEY,
    id     TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE streams (
    number       INTEGER PRIMARY KEY,
    organisation INTEGER NOT NULL REFERENCES organisations,
    id           TEXT NOT NULL,
    UNIQUE (organisation, id)
) STRICT;

CREATE TABLE entries (
    place           INTEGER PRIMARY KEY,
    stream          INTEGER NOT NULL REFERENCES streams,
    stream_position INTEGER NOT NULL,
    time            INTEGER NOT NULL,
    bytes           BLOB NOT NULL,
    UNIQUE (stream, stream_position)
) STRICT;

CREATE TABLE receipts (
    organisation   INTEGER NOT NULL REFERENCES organisations,
    command        TEXT NOT NULL,
    content        BLOB NOT NULL,
    first_position INTEGER NOT NULL,
    last_position  INTEGER NOT NULL,
    time           INTEGER NOT NULL,
    PRIMARY KEY (organisation, command)
) STRICT, WITHOUT ROWID;

CREATE TABLE organisation_keys (
    organisation INTEGER NOT NULL REFERENCES organisations,
    epoch        INTEGER NOT NULL,
    wrapped      BLOB NOT NULL,
    PRIMARY KEY (organisation, epoch)
) STRICT, WITHOUT ROWID;

CREATE TABLE stream_keys (
    stream  INTEGER NOT NULL REFERENCES streams,
    part    TEXT NOT NULL,
    epoch   INTEGER NOT NULL,
    wrapped BLOB NOT NULL,
    PRIMARY KEY (stream, part)
) STRICT, WITHOUT ROWID;
)";

/// Made when a record is first opened by a Safelead that keeps a tree, and facts.
inline constexpr std::string_view later_tables = R"(
CREATE TABLE IF NOT EXISTS tiles (
    organisation INTEGER NOT NULL REFERENCES organisations,
    level        INTEGER NOT NULL,
    number       INTEGER NOT NULL,
    root         BLOB NOT NULL,
    hashes       BLOB NOT NULL,
    UNIQUE (organisation, level, number)
) STRICT;

CREATE TABLE IF NOT EXISTS checkpoints (
    organisation INTEGER PRIMARY KEY REFERENCES organisations,
    size         INTEGER NOT NULL,
    note         TEXT NOT NULL
) STRICT;

CREATE TABLE IF NOT EXISTS cosignatures (
    organisation INTEGER NOT NULL REFERENCES organisations,
    witness      TEXT NOT NULL,
    day          TEXT NOT NULL,
    size         INTEGER NOT NULL,
    note         TEXT NOT NULL,
    PRIMARY KEY (organisation, witness, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS facts (
    organisation INTEGER NOT NULL REFERENCES organisations,
    id           TEXT NOT NULL,
    sealed       BLOB NOT NULL,
    PRIMARY KEY (organisation, id)
) STRICT, WITHOUT ROWID;
)";

inline constexpr std::string_view passing_tables = R"(
CREATE TABLE passing (
    kind    TEXT NOT NULL,
    id      TEXT NOT NULL,
    owner   TEXT NOT NULL,
    sealed  BLOB NOT NULL,
    expires INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX passing_of_owner ON passing (kind, owner);
CREATE INDEX passing_by_end ON passing (expires);

CREATE TABLE counts (
    kind    TEXT NOT NULL,
    id      TEXT NOT NULL,
    count   INTEGER NOT NULL,
    expires INTEGER NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX counts_by_end ON counts (expires);
)";

/// Makes the tables and marks the file as ours, all or nothing.
void make_tables(Database& database, std::string_view tables);

/// On disk when it returns.
void mark_version(Database& database, std::int64_t version);

/// @throws StoreUnavailable when the file isn't ours, is of another version, or was not wholly filled.
void check_version(Database& database, const std::filesystem::path& file);

}  // namespace safelead::store::sqlite
