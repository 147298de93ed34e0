#include "store/postgres/piece_taking.h"

#include "store/postgres/schema.h"
#include "store/postgres/tree_rows.h"

namespace safelead::store::postgres {

using namespace ledger;

namespace {

constexpr Query add_organisation{"take_organisation",
                                 "INSERT INTO organisations (id) VALUES ($1) ON CONFLICT DO NOTHING"};

constexpr Query add_organisation_keys{"take_organisation_keys", R"(
    INSERT INTO organisation_keys (organisation, epoch, wrapped)
    SELECT number, epoch, wrapped FROM organisations, unnest($2::bigint[], $3::bytea[]) AS key (epoch, wrapped)
    WHERE id = $1)"};

constexpr Query add_stream_keys{"take_stream_keys", R"(
    INSERT INTO stream_keys (organisation, stream, part, epoch, wrapped)
    SELECT number, stream, part, epoch, wrapped
    FROM organisations, unnest($2::text[], $3::text[], $4::bigint[], $5::bytea[])
        AS key (stream, part, epoch, wrapped)
    WHERE id = $1)"};

constexpr Query add_entries{"take_entries", R"(
    INSERT INTO entries (organisation, position, stream, stream_position, time, bytes)
    SELECT number, position, stream, stream_position, time, bytes
    FROM organisations, unnest($2::bigint[], $3::text[], $4::bigint[], $5::bigint[], $6::bytea[])
        AS entry (position, stream, stream_position, time, bytes)
    WHERE id = $1)"};

constexpr Query add_receipts{"take_receipts", R"(
    INSERT INTO receipts (organisation, command, content, first_position, last_position, time)
    SELECT number, command, content, first_position, last_position, time
    FROM organisations, unnest($2::text[], $3::bytea[], $4::bigint[], $5::bigint[], $6::bigint[])
        AS receipt (command, content, first_position, last_position, time)
    WHERE id = $1)"};

constexpr Query add_facts{"take_facts", R"(
    INSERT INTO facts (organisation, id, sealed)
    SELECT number, fact.id, sealed FROM organisations, unnest($2::text[], $3::bytea[]) AS fact (id, sealed)
    WHERE organisations.id = $1)"};

std::int64_t to_column(auto position)
{
    return static_cast<std::int64_t>(number(position));
}

std::int64_t to_column(Instant time)
{
    return time.time_since_epoch().count();
}

}  // namespace

PostgresPieceTaker::PostgresPieceTaker(const std::string& address)
    : record_{address, Durability::nothing_lost}
{
    mark_version(record_, version_while_filled);
}

void PostgresPieceTaker::finish()
{
    mark_version(record_, schema_version);
}

void PostgresPieceTaker::take(const LogPiece& piece)
{
    // What is sent before one `finish` is one transaction.
    record_.send(add_organisation, Parameters{}.text(piece.organisation.text()));
    send_keys(piece);
    send_entries(piece);
    send_receipts(piece);
    send_facts(piece);
    (void)record_.finish(std::chrono::steady_clock::now() + patience);
    if (!piece.checkpoints.empty())
        keep_tree(record_, piece.organisation, piece.tiles, piece.checkpoints.front());
    else if (!piece.tiles.empty())
        keep_tiles(record_, piece.organisation, piece.tiles);
    for (const auto& one : piece.cosignatures) keep_cosignature(record_, piece.organisation, one);
}

void PostgresPieceTaker::send_keys(const LogPiece& piece)
{
    std::vector<std::int64_t> epochs;
    std::vector<BytesView> wrapped;
    for (const auto& key : piece.organisation_keys) {
        epochs.push_back(static_cast<std::int64_t>(key.epoch));
        wrapped.emplace_back(key.wrapped);
    }
    if (!epochs.empty())
        record_.send(add_organisation_keys,
                     Parameters{}.text(piece.organisation.text()).numbers(epochs).many_bytes(wrapped));

    epochs.clear();
    wrapped.clear();
    std::vector<std::string_view> streams, parts;
    for (const auto& key : piece.stream_keys) {
        streams.push_back(key.stream.text());
        parts.push_back(key.part.text());
        epochs.push_back(static_cast<std::int64_t>(key.epoch));
        wrapped.emplace_back(key.wrapped);
    }
    if (!streams.empty())
        record_.send(add_stream_keys, Parameters{}
                                          .text(piece.organisation.text())
                                          .texts(streams)
                                          .texts(parts)
                                          .numbers(epochs)
                                          .many_bytes(wrapped));
}

void PostgresPieceTaker::send_entries(const LogPiece& piece)
{
    if (piece.entries.empty()) return;
    std::vector<std::int64_t> positions, stream_positions, times;
    std::vector<std::string_view> streams;
    std::vector<BytesView> bytes;
    for (const auto& entry : piece.entries) {
        positions.push_back(to_column(entry.log_position));
        streams.push_back(entry.stream.text());
        stream_positions.push_back(to_column(entry.position));
        times.push_back(to_column(entry.time));
        bytes.emplace_back(entry.bytes);
    }
    record_.send(add_entries, Parameters{}
                                  .text(piece.organisation.text())
                                  .numbers(positions)
                                  .texts(streams)
                                  .numbers(stream_positions)
                                  .numbers(times)
                                  .many_bytes(bytes));
}

void PostgresPieceTaker::send_receipts(const LogPiece& piece)
{
    if (piece.receipts.empty()) return;
    std::vector<std::int64_t> firsts, lasts, times;
    std::vector<std::string_view> commands;
    std::vector<BytesView> contents;
    for (const auto& [command, receipt] : piece.receipts) {
        commands.push_back(command.text());
        contents.emplace_back(receipt.content);
        firsts.push_back(to_column(receipt.recorded.first));
        lasts.push_back(to_column(receipt.recorded.last));
        times.push_back(to_column(receipt.recorded.time));
    }
    record_.send(add_receipts, Parameters{}
                                   .text(piece.organisation.text())
                                   .texts(commands)
                                   .many_bytes(contents)
                                   .numbers(firsts)
                                   .numbers(lasts)
                                   .numbers(times));
}

void PostgresPieceTaker::send_facts(const LogPiece& piece)
{
    if (piece.facts.empty()) return;
    std::vector<std::string_view> ids;
    std::vector<BytesView> sealed;
    for (const auto& fact : piece.facts) {
        ids.emplace_back(fact.id);
        sealed.emplace_back(fact.sealed);
    }
    record_.send(add_facts, Parameters{}.text(piece.organisation.text()).texts(ids).many_bytes(sealed));
}

}  // namespace safelead::store::postgres
