#include "store/sqlite/record_reading.h"

#include "store/sqlite/schema.h"

#include <algorithm>

namespace safelead::store::sqlite {

using namespace ledger;

namespace {

// A row whose stream is not there any more is shown without one, so that it is found and not passed over.
constexpr std::string_view read_sql = R"(
    SELECT place, id, stream_position, time, bytes FROM entries LEFT JOIN streams ON number = stream
    WHERE place > ? AND place < ? ORDER BY place LIMIT ?)";

constexpr std::string_view places_sql = R"(
    SELECT place, id, stream_position FROM entries LEFT JOIN streams ON number = stream
    WHERE place > ? AND place < ? ORDER BY place LIMIT ?)";

constexpr std::string_view read_stream_sql = R"(
    SELECT place, stream_position, time, bytes FROM entries
    WHERE stream = ? AND stream_position > ? ORDER BY stream_position)";

constexpr std::string_view head_sql =
    "SELECT place, time FROM entries WHERE place > ? AND place < ? ORDER BY place DESC LIMIT 1";

constexpr std::string_view stream_head_sql =
    "SELECT stream_position FROM entries WHERE stream = ? ORDER BY stream_position DESC LIMIT 1";

constexpr std::size_t most_stream_numbers = 5000;

constexpr std::string_view receipt_sql =
    "SELECT content, first_position, last_position, time FROM receipts WHERE organisation = ? AND command = "
    "?";

constexpr std::string_view stream_keys_sql = R"(
    SELECT id, part, epoch, wrapped FROM stream_keys JOIN streams ON number = stream
    WHERE organisation = ? ORDER BY id, part)";

constexpr std::string_view tiles_sql = R"(
    SELECT number, root, hashes FROM tiles
    WHERE organisation = ? AND level = ? AND number >= ? ORDER BY number LIMIT ?)";

constexpr std::string_view tile_roots_sql = R"(
    SELECT root FROM tiles
    WHERE organisation = ? AND level = ? AND number >= ? ORDER BY number LIMIT ?)";

constexpr std::string_view cosignatures_sql = R"(
    SELECT witness, day, size, note FROM cosignatures WHERE organisation = ? ORDER BY witness, day)";

// What is not as long as it should be is not what it should be, and whoever compares it finds that.
crypto::Digest digest_in(const Bytes& column)
{
    crypto::Digest digest{};
    std::copy_n(column.begin(), std::min(column.size(), digest.size()), digest.begin());
    return digest;
}

constexpr std::string_view stream_keys_before_sql = R"(
    SELECT id, part, epoch, wrapped FROM stream_keys JOIN streams ON number = stream
    WHERE organisation = ? AND epoch > 0 AND epoch < ? LIMIT ?)";

LogPosition log_position(std::int64_t column)
{
    return LogPosition{static_cast<std::uint64_t>(column)};
}
StreamPosition stream_position(std::int64_t column)
{
    return StreamPosition{static_cast<std::uint64_t>(column)};
}
KeyEpoch epoch(std::int64_t column)
{
    return KeyEpoch{static_cast<std::uint32_t>(column)};
}

// Nothing stands at position 0, and what somebody put there is not passed over.
std::int64_t place_to_read_after(std::int64_t organisation, LogPosition after)
{
    return after == LogPosition::start ? place_before(organisation) - 1 : place_of(organisation, after);
}

}  // namespace

std::int64_t place_before(std::int64_t organisation)
{
    return organisation << position_bits;
}

std::int64_t place_of(std::int64_t organisation, LogPosition position)
{
    return place_before(organisation) + static_cast<std::int64_t>(number(position));
}

LogPosition position_at(std::int64_t place)
{
    return LogPosition{static_cast<std::uint64_t>(place) & ((std::uint64_t{1} << position_bits) - 1)};
}

std::int64_t to_column(Instant time)
{
    return time.time_since_epoch().count();
}

Instant to_instant(std::int64_t column)
{
    return Instant{std::chrono::milliseconds{column}};
}

RecordReading::RecordReading(const std::filesystem::path& file)
    : database_{file, Durability::nothing_lost},
      organisation_number_{database_, "SELECT number FROM organisations WHERE id = ?"},
      stream_number_{database_, "SELECT number FROM streams WHERE organisation = ? AND id = ?"},
      read_{database_, read_sql},
      places_{database_, places_sql},
      read_stream_{database_, read_stream_sql},
      organisations_{database_, "SELECT id FROM organisations ORDER BY id"},
      head_{database_, head_sql},
      stream_head_{database_, stream_head_sql},
      receipt_{database_, receipt_sql},
      receipt_count_{database_, "SELECT count(*) FROM receipts WHERE organisation = ?"},
      organisation_keys_{
          database_, "SELECT epoch, wrapped FROM organisation_keys WHERE organisation = ? ORDER BY epoch"},
      stream_key_{database_, "SELECT epoch, wrapped FROM stream_keys WHERE stream = ? AND part = ?"},
      stream_keys_{database_, stream_keys_sql},
      tile_count_{database_, "SELECT count(*) FROM tiles WHERE organisation = ? AND level = ?"},
      tiles_{database_, tiles_sql},
      tile_roots_{database_, tile_roots_sql},
      checkpoint_{database_, "SELECT size, note FROM checkpoints WHERE organisation = ?"},
      cosignatures_{database_, cosignatures_sql},
      stream_keys_before_{database_, stream_keys_before_sql},
      facts_{database_, "SELECT id, sealed FROM facts WHERE organisation = ? ORDER BY id"}
{
    database_.protect_the_record();
}

std::optional<std::int64_t> RecordReading::number_of(const OrganisationId& organisation)
{
    if (const auto known = numbers_.find(organisation); known != numbers_.end()) return known->second;
    auto run = organisation_number_.run(organisation.text());
    if (!run.next()) return std::nullopt;
    return numbers_.emplace(organisation, run.integer(0)).first->second;
}

std::optional<std::int64_t> RecordReading::number_of(const OrganisationId& organisation,
                                                     const StreamId& stream)
{
    const auto log = number_of(organisation);
    if (!log) return std::nullopt;
    if (const auto known = stream_numbers_.find({*log, stream}); known != stream_numbers_.end())
        return known->second;
    auto run = stream_number_.run(*log, stream.text());
    if (!run.next()) return std::nullopt;
    if (stream_numbers_.size() >= most_stream_numbers) stream_numbers_.clear();
    return stream_numbers_.emplace(std::pair{*log, stream}, run.integer(0)).first->second;
}

void RecordReading::forget_numbers()
{
    numbers_.clear();
    stream_numbers_.clear();
}

std::vector<StoredEntry> RecordReading::read(const OrganisationId& organisation, LogPosition after,
                                             std::size_t limit)
{
    std::vector<StoredEntry> entries;
    const auto log = number_of(organisation);
    if (!log) return entries;
    auto run = read_.run(place_to_read_after(*log, after), place_before(*log + 1),
                         static_cast<std::uint64_t>(limit));
    while (run.next())
        entries.push_back({position_at(run.integer(0)), StreamId{run.text(1)},
                           stream_position(run.integer(2)), to_instant(run.integer(3)), run.bytes(4)});
    return entries;
}

std::vector<EntryPlace> RecordReading::places(const OrganisationId& organisation, LogPosition after,
                                              std::size_t limit)
{
    std::vector<EntryPlace> found;
    const auto log = number_of(organisation);
    if (!log) return found;
    auto run = places_.run(place_to_read_after(*log, after), place_before(*log + 1),
                           static_cast<std::uint64_t>(limit));
    while (run.next())
        found.push_back(
            {position_at(run.integer(0)), StreamId{run.text(1)}, stream_position(run.integer(2))});
    return found;
}

std::vector<StoredEntry> RecordReading::read_stream(const OrganisationId& organisation,
                                                    const StreamId& stream, StreamPosition after)
{
    std::vector<StoredEntry> entries;
    const auto found = number_of(organisation, stream);
    if (!found) return entries;
    auto run = read_stream_.run(*found, number(after));
    while (run.next())
        entries.push_back({position_at(run.integer(0)), stream, stream_position(run.integer(1)),
                           to_instant(run.integer(2)), run.bytes(3)});
    return entries;
}

std::vector<OrganisationId> RecordReading::organisations()
{
    std::vector<OrganisationId> found;
    auto run = organisations_.run();
    while (run.next()) found.emplace_back(run.text(0));
    return found;
}

LogHead RecordReading::head(const OrganisationId& organisation)
{
    const auto log = number_of(organisation);
    if (!log) return {};
    auto run = head_.run(place_before(*log), place_before(*log + 1));
    if (!run.next()) return {};
    return {position_at(run.integer(0)), to_instant(run.integer(1))};
}

LogMoment RecordReading::moment(const OrganisationId& organisation)
{
    const Transaction transaction{database_, Transaction::Does::only_read};
    return {head(organisation),  organisation_keys(organisation), stream_keys(organisation),
            facts(organisation), checkpoint(organisation),        cosignatures(organisation)};
}

StreamPosition RecordReading::stream_head(const OrganisationId& organisation, const StreamId& stream)
{
    const auto found = number_of(organisation, stream);
    if (!found) return StreamPosition::start;
    auto run = stream_head_.run(*found);
    return run.next() ? stream_position(run.integer(0)) : StreamPosition::start;
}

std::optional<Receipt> RecordReading::receipt(const OrganisationId& organisation, const CommandId& command)
{
    const auto log = number_of(organisation);
    if (!log) return std::nullopt;
    auto run = receipt_.run(*log, command.text());
    if (!run.next()) return std::nullopt;

    Receipt receipt{{},
                    {log_position(run.integer(1)), log_position(run.integer(2)), to_instant(run.integer(3))}};
    receipt.content = digest_in(run.bytes(0));
    return receipt;
}

std::uint64_t RecordReading::receipt_count(const OrganisationId& organisation)
{
    const auto log = number_of(organisation);
    if (!log) return 0;
    auto run = receipt_count_.run(*log);
    return run.next() ? static_cast<std::uint64_t>(run.integer(0)) : 0;
}

std::vector<OrganisationKeyRow> RecordReading::organisation_keys(const OrganisationId& organisation)
{
    std::vector<OrganisationKeyRow> keys;
    const auto log = number_of(organisation);
    if (!log) return keys;
    auto run = organisation_keys_.run(*log);
    while (run.next()) keys.push_back({organisation, epoch(run.integer(0)), run.bytes(1)});
    return keys;
}

std::optional<StreamKeyRow> RecordReading::stream_key(const OrganisationId& organisation,
                                                      const StreamId& stream, const PartId& part)
{
    const auto found = number_of(organisation, stream);
    if (!found) return std::nullopt;
    auto run = stream_key_.run(*found, part.text());
    if (!run.next()) return std::nullopt;
    return StreamKeyRow{organisation, stream, part, epoch(run.integer(0)), run.bytes(1)};
}

std::vector<StreamKeyRow> RecordReading::stream_keys(const OrganisationId& organisation)
{
    std::vector<StreamKeyRow> keys;
    const auto log = number_of(organisation);
    if (!log) return keys;
    auto run = stream_keys_.run(*log);
    while (run.next())
        keys.push_back(
            {organisation, StreamId{run.text(0)}, PartId{run.text(1)}, epoch(run.integer(2)), run.bytes(3)});
    return keys;
}

std::uint64_t RecordReading::tile_count(const OrganisationId& organisation, unsigned level)
{
    const auto log = number_of(organisation);
    if (!log) return 0;
    auto run = tile_count_.run(*log, level);
    return run.next() ? static_cast<std::uint64_t>(run.integer(0)) : 0;
}

std::vector<TreeTile> RecordReading::tiles(const OrganisationId& organisation, unsigned level,
                                           std::uint64_t from, std::size_t limit)
{
    std::vector<TreeTile> found;
    const auto log = number_of(organisation);
    if (!log) return found;
    auto run = tiles_.run(*log, level, from, static_cast<std::uint64_t>(limit));
    while (run.next())
        found.push_back(
            {level, static_cast<std::uint64_t>(run.integer(0)), digest_in(run.bytes(1)), run.bytes(2)});
    return found;
}

std::vector<crypto::Digest> RecordReading::tile_roots(const OrganisationId& organisation, unsigned level,
                                                      std::uint64_t from, std::size_t limit)
{
    std::vector<crypto::Digest> roots;
    const auto log = number_of(organisation);
    if (!log) return roots;
    auto run = tile_roots_.run(*log, level, from, static_cast<std::uint64_t>(limit));
    while (run.next()) roots.push_back(digest_in(run.bytes(0)));
    return roots;
}

std::optional<KeptCheckpoint> RecordReading::checkpoint(const OrganisationId& organisation)
{
    const auto log = number_of(organisation);
    if (!log) return std::nullopt;
    auto run = checkpoint_.run(*log);
    if (!run.next()) return std::nullopt;
    return KeptCheckpoint{log_position(run.integer(0)), run.text(1)};
}

std::vector<KeptCosignature> RecordReading::cosignatures(const OrganisationId& organisation)
{
    std::vector<KeptCosignature> found;
    const auto log = number_of(organisation);
    if (!log) return found;
    auto run = cosignatures_.run(*log);
    while (run.next())
        found.push_back({run.text(0), parse_date(run.text(1)).value_or(Date{}), log_position(run.integer(2)),
                         run.text(3)});
    return found;
}

std::vector<FactRow> RecordReading::facts(const OrganisationId& organisation)
{
    std::vector<FactRow> found;
    const auto log = number_of(organisation);
    if (!log) return found;
    auto run = facts_.run(*log);
    while (run.next()) found.push_back({organisation, run.text(0), run.bytes(1)});
    return found;
}

std::vector<StreamKeyRow> RecordReading::stream_keys_before(const OrganisationId& organisation,
                                                            KeyEpoch before, std::size_t limit)
{
    std::vector<StreamKeyRow> keys;
    const auto log = number_of(organisation);
    if (!log) return keys;
    auto run =
        stream_keys_before_.run(*log, static_cast<std::uint32_t>(before), static_cast<std::uint64_t>(limit));
    while (run.next())
        keys.push_back(
            {organisation, StreamId{run.text(0)}, PartId{run.text(1)}, epoch(run.integer(2)), run.bytes(3)});
    return keys;
}

}  // namespace safelead::store::sqlite
