#pragma once

#include "ledger/entry_store.h"
#include "store/sqlite/record_reading.h"

#include <memory>
#include <mutex>
#include <vector>

namespace safelead::store::sqlite {

class RecordWriting;

/// The record in record.sqlite: one connection writes, as many as are needed at a time read.
class SqliteEntryStore final : public ledger::EntryStore {
public:
    explicit SqliteEntryStore(std::filesystem::path file);
    ~SqliteEntryStore() override;

    std::vector<ledger::AppendResult> append(std::span<const ledger::Append> group) override;

    void keep_tree(const OrganisationId& organisation, std::span<const ledger::TreeTile> tiles,
                   const ledger::KeptCheckpoint& checkpoint) override;
    void keep_cosignature(const OrganisationId& organisation,
                          const ledger::KeptCosignature& cosignature) override;

    std::vector<ledger::StoredEntry> read(const OrganisationId& organisation, ledger::LogPosition after,
                                          std::size_t limit) const override;
    std::vector<ledger::EntryPlace> places(const OrganisationId& organisation, ledger::LogPosition after,
                                           std::size_t limit) const override;
    std::vector<ledger::StoredEntry> read_stream(const OrganisationId& organisation,
                                                 const ledger::StreamId& stream,
                                                 ledger::StreamPosition after) const override;
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
    std::uint64_t tile_count(const OrganisationId& organisation, unsigned level) const override;
    std::vector<ledger::TreeTile> tiles(const OrganisationId& organisation, unsigned level,
                                        std::uint64_t from, std::size_t limit) const override;
    std::vector<crypto::Digest> tile_roots(const OrganisationId& organisation, unsigned level,
                                           std::uint64_t from, std::size_t limit) const override;
    std::optional<ledger::KeptCheckpoint> checkpoint(const OrganisationId& organisation) const override;
    std::vector<ledger::KeptCosignature> cosignatures(const OrganisationId& organisation) const override;
    std::vector<ledger::StreamKeyRow> stream_keys_before(const OrganisationId& organisation,
                                                         ledger::KeyEpoch epoch,
                                                         std::size_t limit) const override;

private:
    template <class Question>
    auto ask(const Question& question) const;

    template <class Keeping>
    auto write(const Keeping& keeping);

    std::filesystem::path file_;
    std::mutex writing_mutex_;
    std::unique_ptr<RecordWriting> writing_;
    bool is_broken_ = false;  // once a commit failed, nobody knows what is on the disk

    mutable std::mutex idle_mutex_;
    mutable std::vector<std::unique_ptr<RecordReading>> idle_;
};

}  // namespace safelead::store::sqlite
