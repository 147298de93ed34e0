#include "store/postgres/record_reading.h"

#include "store/postgres/tree_rows.h"

#include <algorithm>
#include <limits>

namespace safelead::store::postgres {

using namespace ledger;

namespace {

constexpr Query read_query{"read", R"(
    SELECT position, stream, stream_position, time, bytes FROM entries
    WHERE organisation = (SELECT number FROM organisations WHERE id = $1) AND position > $2::bigint
    ORDER BY position LIMIT $3::bigint)"};

constexpr Query places_query{"places", R"(
    SELECT position, stream, stream_position FROM entries
    WHERE organisation = (SELECT number FROM organisations WHERE id = $1) AND position > $2::bigint
    ORDER BY position LIMIT $3::bigint)"};

constexpr Query read_stream_query{"read_stream", R"(
    SELECT position, stream_position, time, bytes FROM entries
    WHERE organisation = (SELECT number FROM organisations WHERE id = $1) AND stream = $2
      AND stream_position > $3::bigint
    ORDER BY stream_position)"};

constexpr Query facts_query{"facts", R"(
    SELECT facts.id, sealed FROM facts JOIN organisations ON number = organisation
    WHERE organisations.id = $1 ORDER BY facts.id)"};

constexpr Query organisations_query{"organisations", R"(
    SELECT id FROM organisations WHERE EXISTS (SELECT FROM entries WHERE organisation = number) ORDER BY id)"};

constexpr Query head_query{"head", R"(
    SELECT position, time FROM entries
    WHERE organisation = (SELECT number FROM organisations WHERE id = $1) ORDER BY position DESC LIMIT 1)"};

// Whoever throws in between gives up the connection, and with it the transaction.
constexpr Query begin_reading{"begin_reading", "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"};
constexpr Query end_reading{"end_reading", "COMMIT"};

constexpr Query stream_head_query{"stream_head", R"(
    SELECT stream_position FROM entries
    WHERE organisation = (SELECT number FROM organisations WHERE id = $1) AND stream = $2
    ORDER BY stream_position DESC LIMIT 1)"};

constexpr Query receipt_query{"receipt", R"(
    SELECT content, first_position, last_position, time FROM receipts
    WHERE organisation = (SELECT number FROM organisations WHERE id = $1) AND command = $2)"};

constexpr Query receipt_count_query{"receipt_count", R"(
    SELECT count(*) FROM receipts WHERE organisation = (SELECT number FROM organisations WHERE id = $1))"};

constexpr Query organisation_keys_query{"organisation_keys", R"(
    SELECT epoch, wrapped FROM organisation_keys
    WHERE organisation = (SELECT number FROM organisations WHERE id = $1) ORDER BY epoch)"};

constexpr Query stream_key_query{"stream_key", R"(
    SELECT epoch, wrapped FROM stream_keys
    WHERE organisation = (SELECT number FROM organisations WHERE id = $1) AND stream = $2 AND part = $3)"};

constexpr Query keys_of_stream_query{"keys_of_stream", R"(
    SELECT part, epoch, wrapped FROM stream_keys
    WHERE organisation = (SELECT number FROM organisations WHERE id = $1) AND stream = $2)"};

constexpr Query stream_keys_query{"stream_keys", R"(
    SELECT stream, part, epoch, wrapped FROM stream_keys
    WHERE organisation = (SELECT number FROM organisations WHERE id = $1) ORDER BY stream, part)"};

constexpr Query stream_keys_before_query{"stream_keys_before", R"(
    SELECT stream, part, epoch, wrapped FROM stream_keys
    WHERE organisation = (SELECT number FROM organisations WHERE id = $1) AND epoch > 0 AND epoch < $2
    LIMIT $3)"};

/// No log is longer than PostgreSQL can count.
constexpr std::size_t most_rows = std::size_t{1} << 40U;

Parameters stream_asked(const OrganisationId& organisation, const StreamId& stream, StreamPosition after)
{
    return std::move(Parameters{}.text(organisation.text()).text(stream.text()).number(number(after)));
}

std::vector<StoredEntry> entries_in(const Rows& rows, const StreamId& stream)
{
    std::vector<StoredEntry> entries;
    for (int row = 0; row < rows.count(); ++row)
        entries.push_back({log_position(rows, row, 0), stream, stream_position(rows, row, 1),
                           rows.time(row, 2), rows.bytes(row, 3)});
    return entries;
}

std::vector<StreamKeyRow> keys_in(const Rows& rows, const OrganisationId& organisation,
                                  const StreamId& stream)
{
    std::vector<StreamKeyRow> keys;
    for (int row = 0; row < rows.count(); ++row)
        keys.push_back(
            {organisation, stream, PartId{rows.text(row, 0)}, epoch(rows, row, 1), rows.bytes(row, 2)});
    return keys;
}

// Nothing stands before position 1, and what somebody put there is not passed over.
std::int64_t to_read_after(LogPosition after)
{
    return after == LogPosition::start ? std::numeric_limits<std::int64_t>::min()
                                       : static_cast<std::int64_t>(number(after));
}

}  // namespace

LogPosition log_position(const Rows& rows, int row, int column)
{
    return LogPosition{static_cast<std::uint64_t>(std::max(rows.number(row, column), std::int64_t{0}))};
}

StreamPosition stream_position(const Rows& rows, int row, int column)
{
    return StreamPosition{static_cast<std::uint64_t>(rows.number(row, column))};
}

KeyEpoch epoch(const Rows& rows, int row, int column)
{
    return KeyEpoch{static_cast<std::uint32_t>(rows.number(row, column))};
}

crypto::Digest digest_in(const Rows& rows, int row, int column)
{
    crypto::Digest digest{};
    const auto bytes = rows.bytes(row, column);
    std::copy_n(bytes.begin(), std::min(bytes.size(), digest.size()), digest.begin());
    return digest;
}

Receipt receipt_in(const Rows& rows, int row, int column)
{
    Receipt receipt{{},
                    {log_position(rows, row, column + 1), log_position(rows, row, column + 2),
                     rows.time(row, column + 3)}};
    receipt.content = digest_in(rows, row, column);
    return receipt;
}

std::vector<StoredEntry> read(Connection& record, const OrganisationId& organisation, LogPosition after,
                              std::size_t limit)
{
    const auto rows = record.ask(read_query, Parameters{}
                                                 .text(organisation.text())
                                                 .number(to_read_after(after))
                                                 .number(std::min(limit, most_rows)));
    std::vector<StoredEntry> entries;
    for (int row = 0; row < rows.count(); ++row)
        entries.push_back({log_position(rows, row, 0), StreamId{rows.text(row, 1)},
                           stream_position(rows, row, 2), rows.time(row, 3), rows.bytes(row, 4)});
    return entries;
}

std::vector<EntryPlace> places(Connection& record, const OrganisationId& organisation, LogPosition after,
                               std::size_t limit)
{
    const auto rows = record.ask(places_query, Parameters{}
                                                   .text(organisation.text())
                                                   .number(to_read_after(after))
                                                   .number(std::min(limit, most_rows)));
    std::vector<EntryPlace> found;
    for (int row = 0; row < rows.count(); ++row)
        found.push_back(
            {log_position(rows, row, 0), StreamId{rows.text(row, 1)}, stream_position(rows, row, 2)});
    return found;
}

std::vector<StoredEntry> read_stream(Connection& record, const OrganisationId& organisation,
                                     const StreamId& stream, StreamPosition after)
{
    return entries_in(record.ask(read_stream_query, stream_asked(organisation, stream, after)), stream);
}

std::vector<StreamRows> read_streams(Connection& record, const OrganisationId& organisation,
                                     std::span<const StreamId> streams)
{
    for (const auto& stream : streams) {
        record.send(read_stream_query, stream_asked(organisation, stream, StreamPosition::start));
        record.send(keys_of_stream_query, Parameters{}.text(organisation.text()).text(stream.text()));
    }
    const auto given = record.finish(std::chrono::steady_clock::now() + patience);
    std::vector<StreamRows> read;
    for (std::size_t at = 0; at < streams.size(); ++at)
        read.push_back(
            {entries_in(given[2 * at], streams[at]), keys_in(given[2 * at + 1], organisation, streams[at])});
    return read;
}

std::vector<FactRow> facts(Connection& record, const OrganisationId& organisation)
{
    const auto rows = record.ask(facts_query, Parameters{}.text(organisation.text()));
    std::vector<FactRow> found;
    for (int row = 0; row < rows.count(); ++row)
        found.push_back({organisation, rows.text(row, 0), rows.bytes(row, 1)});
    return found;
}

std::vector<OrganisationId> organisations(Connection& record)
{
    const auto rows = record.ask(organisations_query);
    std::vector<OrganisationId> found;
    for (int row = 0; row < rows.count(); ++row) found.emplace_back(rows.text(row, 0));
    return found;
}

LogHead head(Connection& record, const OrganisationId& organisation)
{
    const auto rows = record.ask(head_query, Parameters{}.text(organisation.text()));
    if (rows.count() == 0) return {};
    return {log_position(rows, 0, 0), rows.time(0, 1)};
}

LogMoment moment(Connection& record, const OrganisationId& organisation)
{
    (void)record.ask(begin_reading);
    LogMoment found{head(record, organisation),        organisation_keys(record, organisation),
                    stream_keys(record, organisation), facts(record, organisation),
                    checkpoint(record, organisation),  cosignatures(record, organisation)};
    (void)record.ask(end_reading);
    return found;
}

StreamPosition stream_head(Connection& record, const OrganisationId& organisation, const StreamId& stream)
{
    const auto rows =
        record.ask(stream_head_query, Parameters{}.text(organisation.text()).text(stream.text()));
    return rows.count() == 0 ? StreamPosition::start : stream_position(rows, 0, 0);
}

std::optional<Receipt> receipt(Connection& record, const OrganisationId& organisation,
                               const CommandId& command)
{
    const auto rows = record.ask(receipt_query, Parameters{}.text(organisation.text()).text(command.text()));
    if (rows.count() == 0) return std::nullopt;
    return receipt_in(rows, 0, 0);
}

std::uint64_t receipt_count(Connection& record, const OrganisationId& organisation)
{
    const auto rows = record.ask(receipt_count_query, Parameters{}.text(organisation.text()));
    return static_cast<std::uint64_t>(rows.number(0, 0));
}

std::vector<OrganisationKeyRow> organisation_keys(Connection& record, const OrganisationId& organisation)
{
    const auto rows = record.ask(organisation_keys_query, Parameters{}.text(organisation.text()));
    std::vector<OrganisationKeyRow> keys;
    for (int row = 0; row < rows.count(); ++row)
        keys.push_back({organisation, epoch(rows, row, 0), rows.bytes(row, 1)});
    return keys;
}

std::optional<StreamKeyRow> stream_key(Connection& record, const OrganisationId& organisation,
                                       const StreamId& stream, const PartId& part)
{
    const auto rows = record.ask(
        stream_key_query, Parameters{}.text(organisation.text()).text(stream.text()).text(part.text()));
    if (rows.count() == 0) return std::nullopt;
    return StreamKeyRow{organisation, stream, part, epoch(rows, 0, 0), rows.bytes(0, 1)};
}

std::vector<StreamKeyRow> stream_keys(Connection& record, const OrganisationId& organisation)
{
    const auto rows = record.ask(stream_keys_query, Parameters{}.text(organisation.text()));
    std::vector<StreamKeyRow> keys;
    for (int row = 0; row < rows.count(); ++row)
        keys.push_back({organisation, StreamId{rows.text(row, 0)}, PartId{rows.text(row, 1)},
                        epoch(rows, row, 2), rows.bytes(row, 3)});
    return keys;
}

std::vector<StreamKeyRow> stream_keys_before(Connection& record, const OrganisationId& organisation,
                                             KeyEpoch before, std::size_t limit)
{
    const auto rows = record.ask(stream_keys_before_query, Parameters{}
                                                               .text(organisation.text())
                                                               .number(static_cast<std::int64_t>(before))
                                                               .number(static_cast<std::int64_t>(limit)));
    std::vector<StreamKeyRow> keys;
    for (int row = 0; row < rows.count(); ++row)
        keys.push_back({organisation, StreamId{rows.text(row, 0)}, PartId{rows.text(row, 1)},
                        epoch(rows, row, 2), rows.bytes(row, 3)});
    return keys;
}

}  // namespace safelead::store::postgres
