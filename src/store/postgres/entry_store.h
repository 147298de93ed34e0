#pragma once

#include "ledger/entry_store.h"
#include "store/postgres/pool.h"

namespace safelead::store::postgres {

/// The record in PostgreSQL: one connection writes, others read.
///
/// A group whose connection broke is written again for as long as patience lasts. Its commands' receipts say
/// whether they had been kept, and the bytes that stand there whether by this group or by another server. The
/// lock on each log waits for a commit that is still under way.
class PostgresEntryStore final : public ledger::EntryStore {
public:
    explicit PostgresEntryStore(const std::string& address);

    std::vector<ledger::AppendResult> append(std::span<const ledger::Append> group) override;
    ledger::Writers writers() const override { return ledger::Writers::several; }

    std::vector<ledger::StoredEntry> read(const OrganisationId& organisation, ledger::LogPosition after,
                                          std::size_t limit) const override;
    std::vector<ledger::StoredEntry> read_stream(const OrganisationId& organisation,
                                                 const ledger::StreamId& stream,
                                                 ledger::StreamPosition after) const override;
    std::vector<ledger::StreamRows> read_streams(const OrganisationId& organisation,
                                                 std::span<const ledger::StreamId> streams) const override;
    std::vector<ledger::FactRow> facts(const OrganisationId& organisation) const override;
    std::vector<OrganisationId> organisations() const override;
    ledger::LogHead head(const OrganisationId& organisation) const override;
    ledger::LogMoment moment(const OrganisationId& organisation) const override;
    ledger::StreamPosition stream_head(const OrganisationId& organisation,
                                       const ledger::StreamId& stream) const override;
    std::optional<ledger::Receipt> receipt(const OrganisationId& organisation,
                                           const CommandId& command) const override;
    std::uint64_t receipt_count(const OrganisationId& organisation) const override;
    std::vector<ledger::OrganisationKeyRow> organisation_keys(
        const OrganisationId& organisation) const override;
    std::optional<ledger::StreamKeyRow> stream_key(const OrganisationId& organisation,
                                                   const ledger::StreamId& stream,
                                                   const ledger::PartId& part) const override;
    std::vector<ledger::StreamKeyRow> stream_keys(const OrganisationId& organisation) const override;
    std::vector<ledger::StreamKeyRow> stream_keys_before(const OrganisationId& organisation,
                                                         ledger::KeyEpoch epoch,
                                                         std::size_t limit) const override;

    void keep_tree(const OrganisationId& organisation, std::span<const ledger::TreeTile> tiles,
                   const ledger::KeptCheckpoint& checkpoint) override;
    void keep_cosignature(const OrganisationId& organisation,
                          const ledger::KeptCosignature& cosignature) override;
    std::vector<ledger::EntryPlace> places(const OrganisationId& organisation, ledger::LogPosition after,
                                           std::size_t limit) const override;
    std::uint64_t tile_count(const OrganisationId& organisation, unsigned level) const override;
    std::vector<ledger::TreeTile> tiles(const OrganisationId& organisation, unsigned level,
                                        std::uint64_t from, std::size_t limit) const override;
    std::vector<crypto::Digest> tile_roots(const OrganisationId& organisation, unsigned level,
                                           std::uint64_t from, std::size_t limit) const override;
    std::optional<ledger::KeptCheckpoint> checkpoint(const OrganisationId& organisation) const override;
    std::vector<ledger::KeptCosignature> cosignatures(const OrganisationId& organisation) const override;

private:
    using Results = std::vector<ledger::AppendResult>;
    Results append_once(std::span<const ledger::Append> group, Deadline deadline,
                        std::optional<Results>& meant);

    mutable Pool readers_;
    Pool writers_;
    std::unique_ptr<Connection> writing_;
    std::chrono::milliseconds patience_;  // shorter while the database is known to be gone
};

}  // namespace safelead::store::postgres
