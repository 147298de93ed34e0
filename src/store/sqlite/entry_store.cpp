#include "store/sqlite/entry_store.h"

#include "store/sqlite/record_writing.h"
#include "store/unavailable.h"

#include <utility>

namespace safelead::store::sqlite {

using namespace ledger;

SqliteEntryStore::SqliteEntryStore(std::filesystem::path file)
    : file_{std::move(file)}, writing_{std::make_unique<RecordWriting>(file_)}
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
    if (const auto& why = writing_->why_stopped()) throw StoreUnavailable{*why};
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
    return write([&](RecordWriting& writing) { return writing.append(group); });
}

void SqliteEntryStore::keep_tree(const OrganisationId& organisation, std::span<const TreeTile> tiles,
                                 const KeptCheckpoint& checkpoint)
{
    write([&](RecordWriting& writing) {
        writing.keep_tree(organisation, tiles, checkpoint);
        return true;
    });
}

void SqliteEntryStore::keep_cosignature(const OrganisationId& organisation,
                                        const KeptCosignature& cosignature)
{
    write([&](RecordWriting& writing) {
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

LogMoment SqliteEntryStore::moment(const OrganisationId& organisation) const
{
    return ask([&](RecordReading& record) { return record.moment(organisation); });
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
