#pragma once

#include "ledger/entry_store.h"
#include "store/sqlite/database.h"

#include <map>
#include <utility>

namespace safelead::store::sqlite {

/// One connection to the record and the questions asked of it. One thread at a time.
class RecordReading {
public:
    explicit RecordReading(const std::filesystem::path& file);

    [[nodiscard]] std::vector<ledger::StoredEntry> read(const OrganisationId& organisation,
                                                        ledger::LogPosition after, std::size_t limit);
    [[nodiscard]] std::vector<ledger::EntryPlace> places(const OrganisationId& organisation,
                                                         ledger::LogPosition after, std::size_t limit);
    [[nodiscard]] std::vector<ledger::StoredEntry> read_stream(const OrganisationId& organisation,
                                                               const ledger::StreamId& stream,
                                                               ledger::StreamPosition after);
    [[nodiscard]] std::vector<ledger::FactRow> facts(const OrganisationId& organisation);
    [[nodiscard]] std::vector<OrganisationId> organisations();
    [[nodiscard]] ledger::LogHead head(const OrganisationId& organisation);
    [[nodiscard]] ledger::LogMoment moment(const OrganisationId& organisation);
    [[nodiscard]] ledger::StreamPosition stream_head(const OrganisationId& organisation,
                                                     const ledger::StreamId& stream);
    [[nodiscard]] std::optional<ledger::Receipt> receipt(const OrganisationId& organisation,
                                                         const CommandId& command);
    [[nodiscard]] std::uint64_t receipt_count(const OrganisationId& organisation);
    [[nodiscard]] std::vector<ledger::OrganisationKeyRow> organisation_keys(
        const OrganisationId& organisation);
    [[nodiscard]] std::optional<ledger::StreamKeyRow> stream_key(const OrganisationId& organisation,
                                                                 const ledger::StreamId& stream,
                                                                 const ledger::PartId& part);
    [[nodiscard]] std::vector<ledger::StreamKeyRow> stream_keys(const OrganisationId& organisation);
    [[nodiscard]] std::vector<ledger::StreamKeyRow> stream_keys_before(const OrganisationId& organisation,
                                                                       ledger::KeyEpoch epoch,
                                                                       std::size_t limit);

    [[nodiscard]] std::uint64_t tile_count(const OrganisationId& organisation, unsigned level);
    [[nodiscard]] std::vector<ledger::TreeTile> tiles(const OrganisationId& organisation, unsigned level,
                                                      std::uint64_t from, std::size_t limit);
    [[nodiscard]] std::vector<crypto::Digest> tile_roots(const OrganisationId& organisation, unsigned level,
                                                         std::uint64_t from, std::size_t limit);
    [[nodiscard]] std::optional<ledger::KeptCheckpoint> checkpoint(const OrganisationId& organisation);
    [[nodiscard]] std::vector<ledger::KeptCosignature> cosignatures(const OrganisationId& organisation);

    [[nodiscard]] Database& database() { return database_; }
    [[nodiscard]] std::optional<std::int64_t> number_of(const OrganisationId& organisation);
    [[nodiscard]] std::optional<std::int64_t> number_of(const OrganisationId& organisation,
                                                        const ledger::StreamId& stream);

    /// After a transaction that was taken back: numbers are asked for again.
    void forget_numbers();

private:
    Database database_;
    Statement organisation_number_, stream_number_, read_, places_, read_stream_, organisations_, head_,
        stream_head_, receipt_, receipt_count_, organisation_keys_, stream_key_, stream_keys_, tile_count_,
        tiles_, tile_roots_, checkpoint_, cosignatures_, stream_keys_before_, facts_;
    // Numbers never change once they are kept.
    std::map<OrganisationId, std::int64_t> numbers_;
    std::map<std::pair<std::int64_t, ledger::StreamId>, std::int64_t> stream_numbers_;
};

/// The first place of an organisation's log is after this one.
[[nodiscard]] std::int64_t place_before(std::int64_t organisation);
[[nodiscard]] std::int64_t place_of(std::int64_t organisation, ledger::LogPosition position);
[[nodiscard]] ledger::LogPosition position_at(std::int64_t place);

[[nodiscard]] std::int64_t to_column(Instant time);
[[nodiscard]] Instant to_instant(std::int64_t column);

}  // namespace safelead::store::sqlite
