#include "store/sqlite/record_writing.h"

#include "ledger/append_check.h"
#include "store/unavailable.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::store::sqlite {

using namespace ledger;

RecordWriting::RecordWriting(const std::filesystem::path& file)
    : reading_{file},
      add_organisation_{reading_.database(), "INSERT INTO organisations (id) VALUES (?)"},
      add_stream_{reading_.database(), "INSERT INTO streams (organisation, id) VALUES (?, ?)"},
      add_entry_{reading_.database(),
                 "INSERT INTO entries (place, stream, stream_position, time, bytes) VALUES (?, ?, ?, ?, ?)"},
      add_receipt_{
          reading_.database(),
          "INSERT INTO receipts (organisation, command, content, first_position, last_position, time) "
          "VALUES (?, ?, ?, ?, ?, ?)"},
      add_organisation_key_{reading_.database(),
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
    // Under load the same pages are written again and again: the less often they are carried over into the
    // database, the fewer times each is. Not more, so that the log's index stays in one piece (of 4,062).
    reading_.database().execute("PRAGMA wal_autocheckpoint = 4000");
}

LogHead RecordWriting::head(const OrganisationId& organisation) const
{
    const auto [seen, is_first] = seen_.heads.try_emplace(organisation);
    if (is_first) seen->second = reading_.head(organisation);
    return seen->second;
}

StreamPosition RecordWriting::stream_head(const OrganisationId& organisation, const StreamId& stream) const
{
    if (is_missing(organisation, stream)) return StreamPosition::start;
    return reading_.stream_head(organisation, stream);
}

std::optional<Receipt> RecordWriting::receipt(const OrganisationId& organisation,
                                              const CommandId& command) const
{
    return reading_.receipt(organisation, command);
}

std::optional<StreamKeyRow> RecordWriting::stream_key(const OrganisationId& organisation,
                                                      const StreamId& stream, const PartId& part) const
{
    if (is_missing(organisation, stream)) return std::nullopt;
    return reading_.stream_key(organisation, stream, part);
}

KeyEpoch RecordWriting::newest_epoch(const OrganisationId& organisation) const
{
    const auto [seen, is_first] = seen_.epochs.try_emplace(organisation, KeyEpoch::none);
    if (is_first) {
        const auto keys = reading_.organisation_keys(organisation);
        if (!keys.empty()) seen->second = keys.back().epoch;
    }
    return seen->second;
}

std::vector<AppendResult> RecordWriting::append(std::span<const Append> group)
{
    std::vector<AppendResult> results;
    results.reserve(group.size());
    try {
        keep_all(group, results);
    } catch (...) {
        // What was taken back may have given out numbers: they go to others.
        reading_.forget_numbers();
        throw;
    }
    const bool any_destroyed = std::ranges::any_of(group, [](const Append& one) {
        return !one.key_changes.destroyed.empty() || !one.key_changes.epochs_destroyed.empty();
    });
    if (any_destroyed)
        empty_log(Database::Readers::waited_for);
    else if (is_log_to_be_emptied_)
        empty_log(Database::Readers::not_waited_for);
    return results;
}

void RecordWriting::keep_tree(const OrganisationId& organisation, std::span<const TreeTile> tiles,
                              const KeptCheckpoint& checkpoint)
{
    const auto log = started_log(organisation);
    Transaction transaction{reading_.database()};
    for (const auto& tile : tiles)
        add_tile_.execute(log, tile.level, tile.number, BytesView{tile.root}, BytesView{tile.hashes});
    keep_checkpoint_.execute(log, number(checkpoint.size), std::string_view{checkpoint.note});
    transaction.commit();
}

void RecordWriting::keep_cosignature(const OrganisationId& organisation, const KeptCosignature& cosignature)
{
    keep_cosignature_.execute(started_log(organisation), std::string_view{cosignature.witness},
                              std::string_view{to_text(cosignature.day)}, number(cosignature.size),
                              std::string_view{cosignature.note});
}

// What was overwritten is still in the write-ahead log until that is emptied; where that can't be done
// now, it is done after the next append. What was asked for is on disk already, so whoever asked is told
// so, and forgets the keys, whatever becomes of the log.
void RecordWriting::empty_log(Database::Readers readers)
{
    is_log_to_be_emptied_ = true;
    try {
        is_log_to_be_emptied_ = !reading_.database().empty_write_ahead_log(readers);
    } catch (const DiskFull&) {
        // There may be room next time.
    } catch (const StoreUnavailable& failure) {
        why_stopped_ = fmt::format("{} Nothing more is written: start safelead again.", failure.what());
    }
}

void RecordWriting::keep_all(std::span<const Append> group, std::vector<AppendResult>& results)
{
    Transaction transaction{reading_.database()};
    seen_ = {};
    for (const auto& one : group) {
        const auto answer = answer_without_writing(one, *this);
        results.push_back(answer ? *answer : keep(one));
    }
    transaction.commit();
}

std::int64_t RecordWriting::started_log(const OrganisationId& organisation)
{
    const auto log = reading_.number_of(organisation);
    if (!log) throw_bug("a tree of a log that nobody started");
    return *log;
}

Recorded RecordWriting::keep(const Append& append)
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
        add_stream_key_.execute(stream_number(append.organisation, organisation, key.stream), key.part.text(),
                                static_cast<std::uint32_t>(key.epoch), BytesView{key.wrapped});
    change_keys(organisation, append);
    for (const auto& fact : append.facts)
        add_fact_.execute(organisation, std::string_view{fact.id}, BytesView{fact.sealed});
    add_receipt_.execute(organisation, append.command.text(), BytesView{append.content}, number(first),
                         number(position), time);
    const Recorded recorded{first, position, append.time};
    seen_.heads.insert_or_assign(append.organisation, LogHead{position, append.time});
    return recorded;
}

void RecordWriting::change_keys(std::int64_t organisation, const Append& append)
{
    const auto& changes = append.key_changes;
    const bool is_of_epochs = !append.organisation_keys.empty() || !changes.next_organisation_keys.empty() ||
                              !changes.epochs_destroyed.empty();
    if (is_of_epochs) seen_.epochs.erase(append.organisation);
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

void RecordWriting::put_stream_key(std::int64_t organisation, const StreamKeyRow& key)
{
    rewrap_stream_key_.execute(static_cast<std::uint32_t>(key.epoch), BytesView{key.wrapped},
                               stream_number(key.organisation, organisation, key.stream), key.part.text());
}

std::int64_t RecordWriting::organisation_number(const OrganisationId& organisation)
{
    if (const auto known = reading_.number_of(organisation)) return *known;
    add_organisation_.execute(organisation.text());
    return reading_.database().last_row();
}

std::int64_t RecordWriting::stream_number(const OrganisationId& organisation, std::int64_t log,
                                          const StreamId& stream)
{
    if (const auto begun = seen_.begun.find({log, stream}); begun != seen_.begun.end()) return begun->second;
    if (!is_missing(organisation, stream)) return *reading_.number_of(organisation, stream);
    add_stream_.execute(log, stream.text());
    seen_.missing.erase({log, stream});
    return seen_.begun.emplace(std::pair{log, stream}, reading_.database().last_row()).first->second;
}

bool RecordWriting::is_missing(const OrganisationId& organisation, const StreamId& stream) const
{
    const auto log = reading_.number_of(organisation);
    if (!log) return true;
    if (seen_.missing.contains({*log, stream})) return true;
    if (seen_.begun.contains({*log, stream}) || reading_.number_of(organisation, stream)) return false;
    seen_.missing.emplace(*log, stream);
    return true;
}

}  // namespace safelead::store::sqlite
