#include "store/postgres/entry_store.h"

#include "store/postgres/group.h"
#include "store/postgres/record_reading.h"
#include "store/postgres/tree_rows.h"

#include <algorithm>
#include <thread>

namespace safelead::store::postgres {

using namespace ledger;

namespace {

using Clock = std::chrono::steady_clock;

constexpr std::chrono::milliseconds full_patience{patience};

/// Nobody else waits so long once a group has: those after it are told sooner that the database is gone.
constexpr std::chrono::milliseconds short_patience{1000};

constexpr std::chrono::milliseconds between_tries{100};

/// Whether what stands where this command's entries begin is what was meant to stand there. Sealed twice,
/// with another nonce and maybe another key, nothing comes out the same.
bool is_kept_as_meant(Connection& record, const Append& append, LogPosition first)
{
    const auto there = postgres::read(record, append.organisation, LogPosition{number(first) - 1}, 1);
    return !there.empty() && there.front().log_position == first &&
           there.front().bytes == append.entries.front().bytes;
}

/// What was meant and was found kept is this group's own first time, and no repetition. But another server
/// may have kept the same command meanwhile, in the same places: that one is not ours, nor are its keys.
void own_what_was_meant(Connection& record, std::span<const Append> group, std::vector<AppendResult>& results,
                        const std::vector<AppendResult>& meant)
{
    for (std::size_t at = 0; at < results.size(); ++at) {
        if (!results[at] || results[at]->turn != Turn::again) continue;
        if (!meant[at] || meant[at]->turn != Turn::first) continue;
        if (results[at]->first != meant[at]->first || results[at]->last != meant[at]->last) continue;
        if (is_kept_as_meant(record, group[at], meant[at]->first)) results[at] = AppendResult{*meant[at]};
    }
}

}  // namespace

PostgresEntryStore::PostgresEntryStore(const std::string& address)
    : readers_{address, Durability::nothing_lost},
      writers_{address, Durability::nothing_lost},
      patience_{full_patience}
{
}

std::vector<AppendResult> PostgresEntryStore::append(std::span<const Append> group)
{
    const auto deadline = Clock::now() + patience_;
    std::optional<Results> meant;
    while (true) {
        try {
            auto results = append_once(group, deadline, meant);
            patience_ = full_patience;
            return results;
        } catch (const SqlFailure& failure) {
            writing_.reset();
            if (!failure.may_be_tried_again() || Clock::now() + between_tries >= deadline) {
                patience_ = short_patience;
                throw NotKnownToBeKept{failure.what()};
            }
        } catch (...) {
            writing_.reset();  // rolls back
            throw;
        }
        std::this_thread::sleep_for(between_tries);
    }
}

PostgresEntryStore::Results PostgresEntryStore::append_once(std::span<const Append> group, Deadline deadline,
                                                            std::optional<Results>& meant)
{
    if (!writing_) {
        writing_ = writers_.connect();
        // It is there after all: what is short is only the wait for one that is gone.
        deadline = std::max(deadline, Clock::now() + full_patience);
    }
    Group writing{*writing_, group};
    auto results = writing.decide(deadline);
    if (meant) own_what_was_meant(*writing_, group, results, *meant);
    meant = results;
    writing.commit(deadline);
    return results;
}

std::vector<StoredEntry> PostgresEntryStore::read(const OrganisationId& organisation, LogPosition after,
                                                  std::size_t limit) const
{
    return readers_.ask(
        [&](Connection& record) { return postgres::read(record, organisation, after, limit); });
}

std::vector<StoredEntry> PostgresEntryStore::read_stream(const OrganisationId& organisation,
                                                         const StreamId& stream, StreamPosition after) const
{
    return readers_.ask(
        [&](Connection& record) { return postgres::read_stream(record, organisation, stream, after); });
}

std::vector<StreamRows> PostgresEntryStore::read_streams(const OrganisationId& organisation,
                                                         std::span<const StreamId> streams) const
{
    return readers_.ask(
        [&](Connection& record) { return postgres::read_streams(record, organisation, streams); });
}

std::vector<OrganisationId> PostgresEntryStore::organisations() const
{
    return readers_.ask([](Connection& record) { return postgres::organisations(record); });
}

LogHead PostgresEntryStore::head(const OrganisationId& organisation) const
{
    return readers_.ask([&](Connection& record) { return postgres::head(record, organisation); });
}

LogMoment PostgresEntryStore::moment(const OrganisationId& organisation) const
{
    return readers_.ask([&](Connection& record) { return postgres::moment(record, organisation); });
}

StreamPosition PostgresEntryStore::stream_head(const OrganisationId& organisation,
                                               const StreamId& stream) const
{
    return readers_.ask(
        [&](Connection& record) { return postgres::stream_head(record, organisation, stream); });
}

std::optional<Receipt> PostgresEntryStore::receipt(const OrganisationId& organisation,
                                                   const CommandId& command) const
{
    return readers_.ask([&](Connection& record) { return postgres::receipt(record, organisation, command); });
}

std::uint64_t PostgresEntryStore::receipt_count(const OrganisationId& organisation) const
{
    return readers_.ask([&](Connection& record) { return postgres::receipt_count(record, organisation); });
}

std::vector<OrganisationKeyRow> PostgresEntryStore::organisation_keys(
    const OrganisationId& organisation) const
{
    return readers_.ask(
        [&](Connection& record) { return postgres::organisation_keys(record, organisation); });
}

std::optional<StreamKeyRow> PostgresEntryStore::stream_key(const OrganisationId& organisation,
                                                           const StreamId& stream, const PartId& part) const
{
    return readers_.ask(
        [&](Connection& record) { return postgres::stream_key(record, organisation, stream, part); });
}

std::vector<StreamKeyRow> PostgresEntryStore::stream_keys(const OrganisationId& organisation) const
{
    return readers_.ask([&](Connection& record) { return postgres::stream_keys(record, organisation); });
}

std::vector<StreamKeyRow> PostgresEntryStore::stream_keys_before(const OrganisationId& organisation,
                                                                 KeyEpoch epoch, std::size_t limit) const
{
    return readers_.ask(
        [&](Connection& record) { return postgres::stream_keys_before(record, organisation, epoch, limit); });
}

void PostgresEntryStore::keep_tree(const OrganisationId& organisation, std::span<const TreeTile> tiles,
                                   const KeptCheckpoint& checkpoint)
{
    (void)readers_.ask([&](Connection& record) {
        postgres::keep_tree(record, organisation, tiles, checkpoint);
        return true;
    });
}

void PostgresEntryStore::keep_cosignature(const OrganisationId& organisation,
                                          const KeptCosignature& cosignature)
{
    (void)readers_.ask([&](Connection& record) {
        postgres::keep_cosignature(record, organisation, cosignature);
        return true;
    });
}

std::vector<EntryPlace> PostgresEntryStore::places(const OrganisationId& organisation, LogPosition after,
                                                   std::size_t limit) const
{
    return readers_.ask(
        [&](Connection& record) { return postgres::places(record, organisation, after, limit); });
}

std::uint64_t PostgresEntryStore::tile_count(const OrganisationId& organisation, unsigned level) const
{
    return readers_.ask(
        [&](Connection& record) { return postgres::tile_count(record, organisation, level); });
}

std::vector<TreeTile> PostgresEntryStore::tiles(const OrganisationId& organisation, unsigned level,
                                                std::uint64_t from, std::size_t limit) const
{
    return readers_.ask(
        [&](Connection& record) { return postgres::tiles(record, organisation, level, from, limit); });
}

std::vector<crypto::Digest> PostgresEntryStore::tile_roots(const OrganisationId& organisation, unsigned level,
                                                           std::uint64_t from, std::size_t limit) const
{
    return readers_.ask(
        [&](Connection& record) { return postgres::tile_roots(record, organisation, level, from, limit); });
}

std::vector<FactRow> PostgresEntryStore::facts(const OrganisationId& organisation) const
{
    return readers_.ask([&](Connection& record) { return postgres::facts(record, organisation); });
}

std::optional<KeptCheckpoint> PostgresEntryStore::checkpoint(const OrganisationId& organisation) const
{
    return readers_.ask([&](Connection& record) { return postgres::checkpoint(record, organisation); });
}

std::vector<KeptCosignature> PostgresEntryStore::cosignatures(const OrganisationId& organisation) const
{
    return readers_.ask([&](Connection& record) { return postgres::cosignatures(record, organisation); });
}

}  // namespace safelead::store::postgres
