#pragma once

#include "ledger/entry_store.h"
#include "store/postgres/connection.h"

namespace safelead::store::postgres {

// The questions asked of the record.

[[nodiscard]] std::vector<ledger::StoredEntry> read(Connection& record, const OrganisationId& organisation,
                                                    ledger::LogPosition after, std::size_t limit);
[[nodiscard]] std::vector<ledger::EntryPlace> places(Connection& record, const OrganisationId& organisation,
                                                     ledger::LogPosition after, std::size_t limit);
[[nodiscard]] std::vector<ledger::StoredEntry> read_stream(Connection& record,
                                                           const OrganisationId& organisation,
                                                           const ledger::StreamId& stream,
                                                           ledger::StreamPosition after);
/// With their keys; the server is asked for all of it at once.
[[nodiscard]] std::vector<ledger::StreamRows> read_streams(Connection& record,
                                                           const OrganisationId& organisation,
                                                           std::span<const ledger::StreamId> streams);
[[nodiscard]] std::vector<ledger::FactRow> facts(Connection& record, const OrganisationId& organisation);
[[nodiscard]] std::vector<OrganisationId> organisations(Connection& record);
[[nodiscard]] ledger::LogHead head(Connection& record, const OrganisationId& organisation);
[[nodiscard]] ledger::LogMoment moment(Connection& record, const OrganisationId& organisation);
[[nodiscard]] ledger::StreamPosition stream_head(Connection& record, const OrganisationId& organisation,
                                                 const ledger::StreamId& stream);
[[nodiscard]] std::optional<ledger::Receipt> receipt(Connection& record, const OrganisationId& organisation,
                                                     const CommandId& command);
[[nodiscard]] std::uint64_t receipt_count(Connection& record, const OrganisationId& organisation);
[[nodiscard]] std::vector<ledger::OrganisationKeyRow> organisation_keys(Connection& record,
                                                                        const OrganisationId& organisation);
[[nodiscard]] std::optional<ledger::StreamKeyRow> stream_key(Connection& record,
                                                             const OrganisationId& organisation,
                                                             const ledger::StreamId& stream,
                                                             const ledger::PartId& part);
[[nodiscard]] std::vector<ledger::StreamKeyRow> stream_keys(Connection& record,
                                                            const OrganisationId& organisation);
[[nodiscard]] std::vector<ledger::StreamKeyRow> stream_keys_before(Connection& record,
                                                                   const OrganisationId& organisation,
                                                                   ledger::KeyEpoch epoch, std::size_t limit);

// Columns as what they stand for.

[[nodiscard]] ledger::LogPosition log_position(const Rows& rows, int row, int column);
[[nodiscard]] ledger::StreamPosition stream_position(const Rows& rows, int row, int column);
[[nodiscard]] ledger::KeyEpoch epoch(const Rows& rows, int row, int column);

/// One that is too short is not equal to any.
[[nodiscard]] crypto::Digest digest_in(const Rows& rows, int row, int column);

/// From `content`, `first_position`, `last_position`, `time`, which begin at `column`.
[[nodiscard]] ledger::Receipt receipt_in(const Rows& rows, int row, int column);

}  // namespace safelead::store::postgres
