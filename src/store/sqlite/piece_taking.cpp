#include "store/sqlite/piece_taking.h"

#include "store/sqlite/schema.h"

namespace safelead::store::sqlite {

using namespace ledger;

SqlitePieceTaker::SqlitePieceTaker(const std::filesystem::path& file)
    : record_{file},
      add_organisation_{record_.database(), "INSERT INTO organisations (id) VALUES (?)"},
      add_stream_{record_.database(), "INSERT INTO streams (organisation, id) VALUES (?, ?)"},
      add_organisation_key_{record_.database(),
                            "INSERT INTO organisation_keys (organisation, epoch, wrapped) VALUES (?, ?, ?)"},
      add_stream_key_{record_.database(),
                      "INSERT INTO stream_keys (stream, part, epoch, wrapped) VALUES (?, ?, ?, ?)"},
      add_entry_{record_.database(),
                 "INSERT INTO entries (place, stream, stream_position, time, bytes) VALUES (?, ?, ?, ?, ?)"},
      add_receipt_{
          record_.database(),
          "INSERT INTO receipts (organisation, command, content, first_position, last_position, time) "
          "VALUES (?, ?, ?, ?, ?, ?)"},
      add_tile_{record_.database(),
                "INSERT INTO tiles (organisation, level, number, root, hashes) VALUES (?, ?, ?, ?, ?)"},
      add_checkpoint_{record_.database(),
                      "INSERT INTO checkpoints (organisation, size, note) VALUES (?, ?, ?)"},
      add_cosignature_{
          record_.database(),
          "INSERT INTO cosignatures (organisation, witness, day, size, note) VALUES (?, ?, ?, ?, ?)"},
      add_fact_{record_.database(), "INSERT INTO facts (organisation, id, sealed) VALUES (?, ?, ?)"}
{
    mark_version(record_.database(), version_while_filled);
}

void SqlitePieceTaker::finish()
{
    mark_version(record_.database(), schema_version);
}

void SqlitePieceTaker::take(const LogPiece& piece)
{
    Transaction transaction{record_.database()};
    const auto log = organisation_number(piece.organisation);
    take_keys(piece, log);
    take_entries(piece, log);
    take_tree(piece, log);
    for (const auto& fact : piece.facts)
        add_fact_.execute(log, std::string_view{fact.id}, BytesView{fact.sealed});
    transaction.commit();
}

void SqlitePieceTaker::take_keys(const LogPiece& piece, std::int64_t log)
{
    for (const auto& key : piece.organisation_keys)
        add_organisation_key_.execute(log, static_cast<std::uint32_t>(key.epoch), BytesView{key.wrapped});
    for (const auto& key : piece.stream_keys)
        add_stream_key_.execute(stream_number(piece.organisation, log, key.stream), key.part.text(),
                                static_cast<std::uint32_t>(key.epoch), BytesView{key.wrapped});
}

void SqlitePieceTaker::take_entries(const LogPiece& piece, std::int64_t log)
{
    for (const auto& entry : piece.entries)
        add_entry_.execute(place_of(log, entry.log_position),
                           stream_number(piece.organisation, log, entry.stream), number(entry.position),
                           to_column(entry.time), BytesView{entry.bytes});
    for (const auto& [command, receipt] : piece.receipts)
        add_receipt_.execute(log, command.text(), BytesView{receipt.content}, number(receipt.recorded.first),
                             number(receipt.recorded.last), to_column(receipt.recorded.time));
}

void SqlitePieceTaker::take_tree(const LogPiece& piece, std::int64_t log)
{
    for (const auto& tile : piece.tiles)
        add_tile_.execute(log, std::uint32_t{tile.level}, tile.number, BytesView{tile.root},
                          BytesView{tile.hashes});
    for (const auto& one : piece.checkpoints)
        add_checkpoint_.execute(log, number(one.size), std::string_view{one.note});
    for (const auto& one : piece.cosignatures) {
        const auto day = to_text(one.day);
        add_cosignature_.execute(log, std::string_view{one.witness}, std::string_view{day}, number(one.size),
                                 std::string_view{one.note});
    }
}

std::int64_t SqlitePieceTaker::organisation_number(const OrganisationId& organisation)
{
    if (const auto known = record_.number_of(organisation)) return *known;
    add_organisation_.execute(organisation.text());
    return record_.database().last_row();
}

std::int64_t SqlitePieceTaker::stream_number(const OrganisationId& organisation, std::int64_t log,
                                             const StreamId& stream)
{
    if (const auto known = record_.number_of(organisation, stream)) return *known;
    add_stream_.execute(log, stream.text());
    return record_.database().last_row();
}

}  // namespace safelead::store::sqlite
