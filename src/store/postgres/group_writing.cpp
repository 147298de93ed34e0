#include "store/postgres/group_writing.h"

namespace safelead::store::postgres {

using namespace ledger;

namespace {

constexpr Query add_entries{"add_entries", R"(
    INSERT INTO entries (organisation, position, stream, stream_position, time, bytes)
    SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::text[], $4::bigint[], $5::bigint[], $6::bytea[]))"};

constexpr Query add_receipts{"add_receipts", R"(
    INSERT INTO receipts (organisation, command, content, first_position, last_position, time)
    SELECT * FROM unnest($1::bigint[], $2::text[], $3::bytea[], $4::bigint[], $5::bigint[], $6::bigint[]))"};

constexpr Query add_organisation_keys{"add_organisation_keys", R"(
    INSERT INTO organisation_keys (organisation, epoch, wrapped)
    SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bytea[]))"};

constexpr Query add_stream_keys{"add_stream_keys", R"(
    INSERT INTO stream_keys (organisation, stream, part, epoch, wrapped)
    SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::bytea[]))"};

constexpr Query add_facts{"add_facts", R"(
    INSERT INTO facts (organisation, id, sealed) SELECT * FROM unnest($1::bigint[], $2::text[], $3::bytea[]))"};

constexpr Query rewrap_organisation_keys{"rewrap_organisation_keys", R"(
    UPDATE organisation_keys SET wrapped = new.wrapped
    FROM unnest($1::bigint[], $2::bigint[], $3::bytea[]) AS new (organisation, epoch, wrapped)
    WHERE organisation_keys.organisation = new.organisation AND organisation_keys.epoch = new.epoch)"};

constexpr Query destroy_organisation_keys{"destroy_organisation_keys", R"(
    DELETE FROM organisation_keys USING unnest($1::bigint[], $2::bigint[]) AS old (organisation, epoch)
    WHERE organisation_keys.organisation = old.organisation AND organisation_keys.epoch = old.epoch)"};

constexpr Query rewrap_stream_keys{"rewrap_stream_keys", R"(
    UPDATE stream_keys SET epoch = new.epoch, wrapped = new.wrapped
    FROM unnest($1::bigint[], $2::text[], $3::text[], $4::bigint[], $5::bytea[])
        AS new (organisation, stream, part, epoch, wrapped)
    WHERE stream_keys.organisation = new.organisation AND stream_keys.stream = new.stream
        AND stream_keys.part = new.part)"};

std::int64_t to_column(auto position)
{
    return static_cast<std::int64_t>(number(position));
}

std::int64_t to_column(KeyEpoch epoch)
{
    return static_cast<std::int64_t>(epoch);
}

std::int64_t to_column(Instant time)
{
    return time.time_since_epoch().count();
}

}  // namespace

GroupWriting::GroupWriting(Connection& record, std::span<const KeptAppend> kept)
    : record_{record}, kept_{kept}
{
}

void GroupWriting::send()
{
    send_entries();
    send_receipts();
    send_organisation_keys();
    send_stream_keys();
    send_facts();
    for (const auto& [append, log, recorded] : kept_) {
        send_organisation_key_changes(append->key_changes, log);
        send_stream_key_changes(*append, log);
    }
}

void GroupWriting::send_entries()
{
    std::vector<std::int64_t> logs, positions, stream_positions, times;
    std::vector<std::string_view> streams;
    std::vector<BytesView> bytes;
    for (const auto& [append, log, recorded] : kept_) {
        auto position = recorded.first;
        for (const auto& entry : append->entries) {
            logs.push_back(log);
            positions.push_back(to_column(position));
            streams.push_back(entry.stream.text());
            stream_positions.push_back(to_column(entry.position));
            times.push_back(to_column(append->time));
            bytes.emplace_back(entry.bytes);
            position = next(position);
        }
    }
    record_.send(add_entries, Parameters{}
                                  .numbers(logs)
                                  .numbers(positions)
                                  .texts(streams)
                                  .numbers(stream_positions)
                                  .numbers(times)
                                  .many_bytes(bytes));
}

void GroupWriting::send_receipts()
{
    std::vector<std::int64_t> logs, firsts, lasts, times;
    std::vector<std::string_view> commands;
    std::vector<BytesView> contents;
    for (const auto& [append, log, recorded] : kept_) {
        logs.push_back(log);
        commands.push_back(append->command.text());
        contents.emplace_back(append->content);
        firsts.push_back(to_column(recorded.first));
        lasts.push_back(to_column(recorded.last));
        times.push_back(to_column(recorded.time));
    }
    record_.send(add_receipts, Parameters{}
                                   .numbers(logs)
                                   .texts(commands)
                                   .many_bytes(contents)
                                   .numbers(firsts)
                                   .numbers(lasts)
                                   .numbers(times));
}

void GroupWriting::send_organisation_keys()
{
    std::vector<std::int64_t> logs, epochs;
    std::vector<BytesView> wrapped;
    for (const auto& [append, log, recorded] : kept_)
        for (const auto& key : append->organisation_keys) {
            logs.push_back(log);
            epochs.push_back(to_column(key.epoch));
            wrapped.emplace_back(key.wrapped);
        }
    if (!logs.empty())
        record_.send(add_organisation_keys, Parameters{}.numbers(logs).numbers(epochs).many_bytes(wrapped));
}

void GroupWriting::send_stream_keys()
{
    std::vector<std::int64_t> logs, epochs;
    std::vector<std::string_view> streams, parts;
    std::vector<BytesView> wrapped;
    for (const auto& [append, log, recorded] : kept_)
        for (const auto& key : append->keys) {
            logs.push_back(log);
            streams.push_back(key.stream.text());
            parts.push_back(key.part.text());
            epochs.push_back(to_column(key.epoch));
            wrapped.emplace_back(key.wrapped);
        }
    if (!logs.empty())
        record_.send(
            add_stream_keys,
            Parameters{}.numbers(logs).texts(streams).texts(parts).numbers(epochs).many_bytes(wrapped));
}

void GroupWriting::send_facts()
{
    std::vector<std::int64_t> logs;
    std::vector<std::string_view> ids;
    std::vector<BytesView> sealed;
    for (const auto& [append, log, recorded] : kept_)
        for (const auto& fact : append->facts) {
            logs.push_back(log);
            ids.emplace_back(fact.id);
            sealed.emplace_back(fact.sealed);
        }
    if (!logs.empty()) record_.send(add_facts, Parameters{}.numbers(logs).texts(ids).many_bytes(sealed));
}

void GroupWriting::send_organisation_key_changes(const KeyChanges& changes, std::int64_t log)
{
    const auto send_rows = [&](const Query& query, const std::vector<OrganisationKeyRow>& keys) {
        if (keys.empty()) return;
        const std::vector<std::int64_t> logs(keys.size(), log);
        std::vector<std::int64_t> epochs;
        std::vector<BytesView> wrapped;
        for (const auto& key : keys) {
            epochs.push_back(to_column(key.epoch));
            wrapped.emplace_back(key.wrapped);
        }
        record_.send(query, Parameters{}.numbers(logs).numbers(epochs).many_bytes(wrapped));
    };
    send_rows(add_organisation_keys, changes.next_organisation_keys);
    send_rows(rewrap_organisation_keys, changes.organisation_keys_rewrapped);
    if (changes.epochs_destroyed.empty()) return;
    const std::vector<std::int64_t> logs(changes.epochs_destroyed.size(), log);
    std::vector<std::int64_t> epochs;
    for (const auto one : changes.epochs_destroyed) epochs.push_back(to_column(one));
    record_.send(destroy_organisation_keys, Parameters{}.numbers(logs).numbers(epochs));
}

void GroupWriting::send_stream_key_changes(const Append& append, std::int64_t log)
{
    auto rows = append.key_changes.rewrapped;
    for (const auto& [stream, part] : append.key_changes.destroyed)
        rows.push_back(destroyed_row(append.organisation, stream, part));
    if (rows.empty()) return;
    const std::vector<std::int64_t> logs(rows.size(), log);
    std::vector<std::int64_t> epochs;
    std::vector<std::string_view> streams, parts;
    std::vector<BytesView> wrapped;
    for (const auto& row : rows) {
        streams.push_back(row.stream.text());
        parts.push_back(row.part.text());
        epochs.push_back(to_column(row.epoch));
        wrapped.emplace_back(row.wrapped);
    }
    record_.send(rewrap_stream_keys,
                 Parameters{}.numbers(logs).texts(streams).texts(parts).numbers(epochs).many_bytes(wrapped));
}

}  // namespace safelead::store::postgres
