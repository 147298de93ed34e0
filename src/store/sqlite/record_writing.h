#pragma once

#include "store/sqlite/record_reading.h"

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace safelead::store::sqlite {

/// The connection that writes. It is also what the checks before writing look through, so that they see what
/// the same transaction has written. One thread at a time.
class RecordWriting {
public:
    explicit RecordWriting(const std::filesystem::path& file);

    // For the checks.
    [[nodiscard]] ledger::LogHead head(const OrganisationId& organisation) const;
    [[nodiscard]] ledger::StreamPosition stream_head(const OrganisationId& organisation,
                                                     const ledger::StreamId& stream) const;
    [[nodiscard]] std::optional<ledger::Receipt> receipt(const OrganisationId& organisation,
                                                         const CommandId& command) const;
    [[nodiscard]] std::optional<ledger::StreamKeyRow> stream_key(const OrganisationId& organisation,
                                                                 const ledger::StreamId& stream,
                                                                 const ledger::PartId& part) const;
    [[nodiscard]] ledger::KeyEpoch newest_epoch(const OrganisationId& organisation) const;

    /// What went wrong after something was kept, so that nothing more is.
    [[nodiscard]] const std::optional<std::string>& why_stopped() const { return why_stopped_; }

    [[nodiscard]] bool is_in_transaction() const { return reading_.database().is_in_transaction(); }

    /// What an EntryStore promises of each of these.
    std::vector<ledger::AppendResult> append(std::span<const ledger::Append> group);

    void keep_tree(const OrganisationId& organisation, std::span<const ledger::TreeTile> tiles,
                   const ledger::KeptCheckpoint& checkpoint);

    void keep_cosignature(const OrganisationId& organisation, const ledger::KeptCosignature& cosignature);

private:
    void empty_log(Database::Readers readers);
    void keep_all(std::span<const ledger::Append> group, std::vector<ledger::AppendResult>& results);
    std::int64_t started_log(const OrganisationId& organisation);
    ledger::Recorded keep(const ledger::Append& append);
    void change_keys(std::int64_t organisation, const ledger::Append& append);
    void put_stream_key(std::int64_t organisation, const ledger::StreamKeyRow& key);
    std::int64_t organisation_number(const OrganisationId& organisation);
    std::int64_t stream_number(const OrganisationId& organisation, std::int64_t log,
                               const ledger::StreamId& stream);
    [[nodiscard]] bool is_missing(const OrganisationId& organisation, const ledger::StreamId& stream) const;

    /// What the transaction that is under way has read and written. Nobody else writes meanwhile, so it is
    /// not asked for again.
    struct Seen {
        std::map<OrganisationId, ledger::LogHead> heads;
        std::map<OrganisationId, ledger::KeyEpoch> epochs;
        std::set<std::pair<std::int64_t, ledger::StreamId>> missing;
        std::map<std::pair<std::int64_t, ledger::StreamId>, std::int64_t> begun;
    };

    mutable RecordReading reading_;
    mutable Seen seen_;
    bool is_log_to_be_emptied_ = true;  // nobody knows what was not done before this was opened
    std::optional<std::string> why_stopped_;
    Statement add_organisation_, add_stream_, add_entry_, add_receipt_, add_organisation_key_,
        add_stream_key_, add_tile_, keep_checkpoint_, keep_cosignature_, rewrap_organisation_key_,
        rewrap_stream_key_, destroy_organisation_key_, add_fact_;
};

}  // namespace safelead::store::sqlite
