#include "store/sqlite/entry_store.h"

#include "ledger/append_check.h"

#include <algorithm>
#include <utility>

namespace safelead::store::sqlite {

using namespace ledger;

/// The connection that writes. It is also what the checks before writing look through, so that they see what
/// the same transaction has written.
class SqliteEntryStore::Writing {
public:
    explicit Writing(const std::filesystem::path& file)
        : reading_{file},
          add_organisation_{reading_.database(), "INSERT INTO organisations (id) VALUES (?)"},
          add_stream_{reading_.database(), "INSERT INTO streams (organisation, id) VALUES (?, ?)"},
          add_entry_{
              reading_.database(),
              "INSERT INTO entries (place, stream, stream_position, time, bytes) VALUES (?, ?, ?, ?, ?)"},
          add_receipt_{
              reading_.database(),
              "INSERT INTO receipts (organisation, command, content, first_position, last_position, time) "
              "VALUES (?, ?, ?, ?, ?, ?)"},
          add_organisation_key_{
              reading_.database(),
              "INSERT INTO organisation_keys (organisation, epoch, wrapped) VALUES (?, ?, ?)"},
          add_stream_key_{reading_.database(),
                          "INSERT INTO stream_keys (stream, part, epoch, wrapped) VALUES (?, ?, ?, ?)"},
          add_tile_{reading_.database(),
                    "INSERT OR IGNORE INTO tiles (organisation, level, number, root, hashes) "
                    "VALUES (?, ?, ?, ?, ?)"},
          keep_checkpoint_{
              reading_.database(),
              "INSERT INTO checkpoints (organisation, size, note) VALUES (?, ?, ?) ON CONFLICT DO UPDATE "
              "SET size = excluded.size, note = excluded.note WHERE excluded.size >= size"},
          keep_cosignature_{reading_.database(),
                            "INSERT OR REPLACE INTO cosignatures (organisation, witness, day, size, note) "
                            "VALUES (?, ?, ?, ?, ?)"},
          rewrap_organisation_key_{
              reading_.database(),
              "UPDATE organisation_keys SET wrapped = ? WHERE organisation = ? AND epoch = ?"},
          rewrap_stream_key_{reading_.database(),
                             "UPDATE stream_keys SET epoch = ?, wrapped = ? WHERE stream = ? AND part = ?"},
          destroy_organisation_key_{reading_.database(),
                                    "DELETE FROM organisation_keys WHERE organisation = ? AND epoch = ?"},
          add_fact_{reading_.database(), "INSERT INTO facts (organisation, id, sealed) VALUES (?, ?, ?)"}
    {
        // Commands come in no order, so their receipts touch pages everywhere.
        reading_.database().execute("PRAGMA cache_size = -8000");
    }

    [[nodiscard]] LogHead head(const OrganisationId& organisation) const
    {
        return reading_.head(organisation);
    }

    [[nodiscard]] StreamPosition stream_head(const OrganisationId& organisation, const StreamId& stream) const
    {
        return reading_.stream_head(organisation, stream);
    }

    [[nodiscard]] std::optional<Receipt> receipt(const OrganisationId& organisation,
                                                 const CommandId& command) const
    {
        return reading_.receipt(organisation, command);
    }

    [[nodiscard]] std::optional<StreamKeyRow> stream_key(const OrganisationId& organisation,
                                                         const StreamId& stream, const PartId& part) const
    {
        return reading_.stream_key(organisation, stream, part);
    }

    [[nodiscard]] KeyEpoch newest_epoch(const OrganisationId& organisation) const
    {
        const auto keys = reading_.organisation_keys(organisation);
        return keys.empty() ? KeyEpoch::none : keys.back().epoch;
    }

    [[nodiscard]] bool is_in_transaction() const { return reading_.database().is_in_transaction(); }

    std::vector<AppendResult> append(std::span<const Append> group)
    {
        std::vector<AppendResult> results;
        results.reserve(group.size());
        keep_all(group, results);
        const bool any_destroyed = std::ranges::any_of(group, [](const Append& one) {
            return !one.key_changes.destroyed.empty() || !one.key_changes.epochs_destroyed.empty();
        });
        // What was overwritten is still in the write-ahead log until that is emptied.
        if (any_destroyed) reading_.database().execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return results;
    }

    void keep_tree(const OrganisationId& organisation, std::span<const TreeTile> tiles,
                   const KeptCheckpoint& checkpoint)
    {
        const auto log = started_log(organisation);
        Transaction transaction{reading_.database()};
        for (const auto& tile : tiles)
            add_tile_.execute(log, tile.level, tile.number, BytesView{tile.root}, BytesView{tile.hashes});
        keep_checkpoint_.execute(log, number(checkpoint.size), std::string_view{checkpoint.note});
        transaction.commit();
    }

    void keep_cosignature(const OrganisationId& organisation, const KeptCosignature& cosignature)
    {
        keep_cosignature_.execute(started_log(organisation), std::string_view{cosignature.witness},
                                  std::string_view{to_text(cosignature.day)}, number(cosignature.size),
                                  std::string_view{cosignature.note});
    }

private:
    void keep_all(std::span<const Append> group, std::vector<AppendResult>& results)
    {
        Transaction transaction{reading_.database()};
        for (const auto& one : group) {
            const auto answer = answer_without_writing(one, *this);
            results.push_back(answer ? *answer : keep(one));
        }
        transaction.commit();
    }

    std::int64_t started_log(const OrganisationId& organisation)
    {
        const auto log = reading_.number_of(organisation);
        if (!log) throw_bug("a tree of a log that nobody started");
        return *log;
    }

    Recorded keep(const Append& append)
    {
        const auto organisation = organisation_number(append.organisation);
        auto position = head(append.organisation).position;
        const auto first = next(position);
        const auto time = to_column(append.time);
        for (const auto& entry : append.entries) {
            position = next(position);
            add_entry_.execute(place_of(organisation, position),
                               stream_number(append.organisation, organisation, entry.stream),
                               number(entry.position), time, BytesView{entry.bytes});
        }
        for (const auto& key : append.organisation_keys)
            add_organisation_key_.execute(organisation, static_cast<std::uint32_t>(key.epoch),
                                          BytesView{key.wrapped});
        for (const auto& key : append.keys)
            add_stream_key_.execute(stream_number(append.organisation, organisation, key.stream),
                                    key.part.text(), static_cast<std::uint32_t>(key.epoch),
                                    BytesView{key.wrapped});
        change_keys(organisation, append);
        for (const auto& fact : append.facts)
            add_fact_.execute(organisation, std::string_view{fact.id}, BytesView{fact.sealed});
        add_receipt_.execute(organisation, append.command.text(), BytesView{append.content}, number(first),
                             number(position), time);
        return {first, position, append.time};
    }

    void change_keys(std::int64_t organisation, const Append& append)
    {
        const auto& changes = append.key_changes;
        for (const auto& key : changes.next_organisation_keys)
            add_organisation_key_.execute(organisation, static_cast<std::uint32_t>(key.epoch),
                                          BytesView{key.wrapped});
        for (const auto& key : changes.organisation_keys_rewrapped)
            rewrap_organisation_key_.execute(BytesView{key.wrapped}, organisation,
                                             static_cast<std::uint32_t>(key.epoch));
        for (const auto& key : changes.rewrapped) put_stream_key(organisation, key);
        for (const auto& [stream, part] : changes.destroyed)
            put_stream_key(organisation, destroyed_row(append.organisation, stream, part));
        for (const auto epoch : changes.epochs_destroyed)
            destroy_organisation_key_.execute(organisation, static_cast<std::uint32_t>(epoch));
    }

    void put_stream_key(std::int64_t organisation, const StreamKeyRow& key)
    {
        rewrap_stream_key_.execute(static_cast<std::uint32_t>(key.epoch), BytesView{key.wrapped},
                                   stream_number(key.organisation, organisation, key.stream),
                                   key.part.text());
    }

    std::int64_t organisation_number(const OrganisationId& organisation)
    {
        if (const auto known = reading_.number_of(organisation)) return *known;
        add_organisation_.execute(organisation.text());
        return reading_.database().last_row();
    }

    std::int64_t stream_number(const OrganisationId& organisation, std::int64_t log, const StreamId& stream)
    {
        if (const auto known = reading_.number_of(organisation, stream)) return *known;
        add_stream_.execute(log, stream.text());
        return reading_.database().last_row();
    }

    mutable RecordReading reading_;
    Statement add_organisation_, add_stream_, add_entry_, add_receipt_, add_organisation_key_,
        add_stream_key_, add_tile_, keep_checkpoint_, keep_cosignature_, rewrap_organisation_key_,
        rewrap_stream_key_, destroy_organisation_key_, add_fact_;
};

SqliteEntryStore::SqliteEntryStore(std::filesystem::path file)
    : file_{std::move(file)}, writing_{std::make_unique<Writing>(file_)}
{
}

SqliteEntryStore::~SqliteEntryStore() = default;

template <class Keeping>
auto SqliteEntryStore::write(const Keeping& keeping)
{
    const std::lock_guard lock{writing_mutex_};
    if (is_broken_)
        throw StoreUnavailable{
            "Writing to the disk failed earlier, so nothing more is written: start safelead again."};
    is_broken_ = true;
    try {
        auto kept = keeping(*writing_);
        is_broken_ = false;
        return kept;
    } catch (const DiskFull& full) {
        // No frame of it counts without the last one, which was not written; the next transaction begins
        // there.
        is_broken_ = writing_->is_in_transaction();
        if (is_broken_) throw;
        throw NotKnownToBeKept{full.what()};
    }
}

std::vector<AppendResult> SqliteEntryStore::append(std::span<const Append> group)
{
    return write([&](Writing& writing) { return writing.append(group); });
}

void SqliteEntryStore::keep_tree(const OrganisationId& organisation, std::span<const TreeTile> tiles,
                                 const KeptCheckpoint& checkpoint)
{
    write([&](Writing& writing) {
        writing.keep_tree(organisation, tiles, checkpoint);
        return true;
    });
}

void SqliteEntryStore::keep_cosignature(const OrganisationId& organisation,
                                        const KeptCosignature& cosignature)
{
    write([&](Writing& writing) {
        writing.keep_cosignature(organisation, cosignature);
        return true;
    });
}

// A connection that threw is not put back.
template <class Question>
auto SqliteEntryStore::ask(const Question& question) const
{
    std::unique_ptr<RecordReading> reading;
    {
        const std::lock_guard lock{idle_mutex_};
        if (!idle_.empty()) {
            reading = std::move(idle_.back());
            idle_.pop_back();
        }
    }
    if (!reading) reading = std::make_unique<RecordReading>(file_);
    auto answer = question(*reading);
    const std::lock_guard lock{idle_mutex_};
    idle_.push_back(std::move(reading));
    return answer;
}

std::vector<StoredEntry> SqliteEntryStore::read(const OrganisationId& organisation, LogPosition after,
                                                std::size_t limit) const
{
    return ask([&](RecordReading& record) { return record.read(organisation, after, limit); });
}

std::vector<EntryPlace> SqliteEntryStore::places(const OrganisationId& organisation, LogPosition after,
                                                 std::size_t limit) const
{
    return ask([&](RecordReading& record) { return record.places(organisation, after, limit); });
}

std::vector<StoredEntry> SqliteEntryStore::read_stream(const OrganisationId& organisation,
                                                       const StreamId& stream, StreamPosition after) const
{
    return ask([&](RecordReading& record) { return record.read_stream(organisation, stream, after); });
}

std::vector<FactRow> SqliteEntryStore::facts(const OrganisationId& organisation) const
{
    return ask([&](RecordReading& record) { return record.facts(organisation); });
}

std::vector<OrganisationId> SqliteEntryStore::organisations() const
{
    return ask([](RecordReading& record) { return record.organisations(); });
}

LogHead SqliteEntryStore::head(const OrganisationId& organisation) const
{
    return ask([&](RecordReading& record) { return record.head(organisation); });
}

StreamPosition SqliteEntryStore::stream_head(const OrganisationId& organisation, const StreamId& stream) const
{
    return ask([&](RecordReading& record) { return record.stream_head(organisation, stream); });
}

std::optional<Receipt> SqliteEntryStore::receipt(const OrganisationId& organisation,
                                                 const CommandId& command) const
{
    return ask([&](RecordReading& record) { return record.receipt(organisation, command); });
}

std::uint64_t SqliteEntryStore::receipt_count(const OrganisationId& organisation) const
{
    return ask([&](RecordReading& record) { return record.receipt_count(organisation); });
}

std::vector<OrganisationKeyRow> SqliteEntryStore::organisation_keys(const OrganisationId& organisation) const
{
    return ask([&](RecordReading& record) { return record.organisation_keys(organisation); });
}

std::optional<StreamKeyRow> SqliteEntryStore::stream_key(const OrganisationId& organisation,
                                                         const StreamId& stream, const PartId& part) const
{
    return ask([&](RecordReading& record) { return record.stream_key(organisation, stream, part); });
}

std::vector<StreamKeyRow> SqliteEntryStore::stream_keys(const OrganisationId& organisation) const
{
    return ask([&](RecordReading& record) { return record.stream_keys(organisation); });
}

std::uint64_t SqliteEntryStore::tile_count(const OrganisationId& organisation, unsigned level) const
{
    return ask([&](RecordReading& record) { return record.tile_count(organisation, level); });
}

std::vector<TreeTile> SqliteEntryStore::tiles(const OrganisationId& organisation, unsigned level,
                                              std::uint64_t from, std::size_t limit) const
{
    return ask([&](RecordReading& record) { return record.tiles(organisation, level, from, limit); });
}

std::vector<crypto::Digest> SqliteEntryStore::tile_roots(const OrganisationId& organisation, unsigned level,
                                                         std::uint64_t from, std::size_t limit) const
{
    return ask([&](RecordReading& record) { return record.tile_roots(organisation, level, from, limit); });
}

std::optional<KeptCheckpoint> SqliteEntryStore::checkpoint(const OrganisationId& organisation) const
{
    return ask([&](RecordReading& record) { return record.checkpoint(organisation); });
}

std::vector<KeptCosignature> SqliteEntryStore::cosignatures(const OrganisationId& organisation) const
{
    return ask([&](RecordReading& record) { return record.cosignatures(organisation); });
}

std::vector<StreamKeyRow> SqliteEntryStore::stream_keys_before(const OrganisationId& organisation,
                                                               KeyEpoch epoch, std::size_t limit) const
{
    return ask([&](RecordReading& record) { return record.stream_keys_before(organisation, epoch, limit); });
}

}  // namespace safelead::store::sqlite
