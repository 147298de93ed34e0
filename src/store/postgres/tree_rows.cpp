#include "store/postgres/tree_rows.h"

#include "store/postgres/record_reading.h"

#include <algorithm>

namespace safelead::store::postgres {

using namespace ledger;

namespace {

constexpr Query add_tiles{"add_tiles", R"(
    INSERT INTO tiles (organisation, level, number, root, hashes)
    SELECT organisations.number, tile.level, tile.number, root, hashes
    FROM organisations, unnest($2::bigint[], $3::bigint[], $4::bytea[], $5::bytea[])
        AS tile (level, number, root, hashes)
    WHERE id = $1 ORDER BY tile.level, tile.number ON CONFLICT DO NOTHING)"};

constexpr Query keep_checkpoint{"keep_checkpoint", R"(
    INSERT INTO checkpoints (organisation, size, note) SELECT number, $2::bigint, $3 FROM organisations WHERE id = $1
    ON CONFLICT (organisation) DO UPDATE SET size = excluded.size, note = excluded.note
    WHERE excluded.size >= checkpoints.size)"};

constexpr Query keep_cosignature_query{"keep_cosignature", R"(
    INSERT INTO cosignatures (organisation, witness, day, size, note)
    SELECT number, $2, $3, $4::bigint, $5 FROM organisations WHERE id = $1
    ON CONFLICT (organisation, witness, day) DO UPDATE SET size = excluded.size, note = excluded.note)"};

constexpr Query tile_count_query{"tile_count", R"(
    SELECT count(*) FROM tiles
    WHERE organisation = (SELECT number FROM organisations WHERE id = $1) AND level = $2::bigint)"};

constexpr Query tiles_query{"tiles", R"(
    SELECT number, root, hashes FROM tiles
    WHERE organisation = (SELECT number FROM organisations WHERE id = $1) AND level = $2::bigint
      AND number >= $3::bigint
    ORDER BY number LIMIT $4::bigint)"};

constexpr Query tile_roots_query{"tile_roots", R"(
    SELECT root FROM tiles
    WHERE organisation = (SELECT number FROM organisations WHERE id = $1) AND level = $2::bigint
      AND number >= $3::bigint
    ORDER BY number LIMIT $4::bigint)"};

constexpr Query checkpoint_query{"checkpoint", R"(
    SELECT size, note FROM checkpoints
    WHERE organisation = (SELECT number FROM organisations WHERE id = $1))"};

constexpr Query cosignatures_query{"cosignatures", R"(
    SELECT witness, day, size, note FROM cosignatures
    WHERE organisation = (SELECT number FROM organisations WHERE id = $1) ORDER BY witness, day)"};

constexpr std::size_t most_rows = std::size_t{1} << 40U;

Parameters range(const OrganisationId& organisation, unsigned level, std::uint64_t from, std::size_t limit)
{
    return std::move(Parameters{}
                         .text(organisation.text())
                         .number(std::uint64_t{level})
                         .number(from)
                         .number(std::min(limit, most_rows)));
}

void send_tiles(Connection& record, const OrganisationId& organisation, std::span<const TreeTile> tiles)
{
    std::vector<std::int64_t> levels, numbers;
    std::vector<BytesView> roots, hashes;
    for (const auto& tile : tiles) {
        levels.push_back(tile.level);
        numbers.push_back(static_cast<std::int64_t>(tile.number));
        roots.emplace_back(tile.root);
        hashes.emplace_back(tile.hashes);
    }
    record.send(add_tiles, Parameters{}
                               .text(organisation.text())
                               .numbers(levels)
                               .numbers(numbers)
                               .many_bytes(roots)
                               .many_bytes(hashes));
}

}  // namespace

void keep_tree(Connection& record, const OrganisationId& organisation, std::span<const TreeTile> tiles,
               const KeptCheckpoint& checkpoint)
{
    // What is sent before one `finish` is one transaction.
    if (!tiles.empty()) send_tiles(record, organisation, tiles);
    (void)record.ask(
        keep_checkpoint,
        Parameters{}.text(organisation.text()).number(number(checkpoint.size)).text(checkpoint.note));
}

void keep_tiles(Connection& record, const OrganisationId& organisation, std::span<const TreeTile> tiles)
{
    send_tiles(record, organisation, tiles);
    (void)record.finish(std::chrono::steady_clock::now() + patience);
}

void keep_cosignature(Connection& record, const OrganisationId& organisation,
                      const KeptCosignature& cosignature)
{
    (void)record.ask(keep_cosignature_query, Parameters{}
                                                 .text(organisation.text())
                                                 .text(cosignature.witness)
                                                 .text(to_text(cosignature.day))
                                                 .number(number(cosignature.size))
                                                 .text(cosignature.note));
}

std::uint64_t tile_count(Connection& record, const OrganisationId& organisation, unsigned level)
{
    const auto rows =
        record.ask(tile_count_query, Parameters{}.text(organisation.text()).number(std::uint64_t{level}));
    return static_cast<std::uint64_t>(rows.number(0, 0));
}

std::vector<TreeTile> tiles(Connection& record, const OrganisationId& organisation, unsigned level,
                            std::uint64_t from, std::size_t limit)
{
    const auto rows = record.ask(tiles_query, range(organisation, level, from, limit));
    std::vector<TreeTile> found;
    for (int row = 0; row < rows.count(); ++row)
        found.push_back({level, static_cast<std::uint64_t>(rows.number(row, 0)), digest_in(rows, row, 1),
                         rows.bytes(row, 2)});
    return found;
}

std::vector<crypto::Digest> tile_roots(Connection& record, const OrganisationId& organisation, unsigned level,
                                       std::uint64_t from, std::size_t limit)
{
    const auto rows = record.ask(tile_roots_query, range(organisation, level, from, limit));
    std::vector<crypto::Digest> roots;
    for (int row = 0; row < rows.count(); ++row) roots.push_back(digest_in(rows, row, 0));
    return roots;
}

std::optional<KeptCheckpoint> checkpoint(Connection& record, const OrganisationId& organisation)
{
    const auto rows = record.ask(checkpoint_query, Parameters{}.text(organisation.text()));
    if (rows.count() == 0) return std::nullopt;
    return KeptCheckpoint{log_position(rows, 0, 0), rows.text(0, 1)};
}

std::vector<KeptCosignature> cosignatures(Connection& record, const OrganisationId& organisation)
{
    const auto rows = record.ask(cosignatures_query, Parameters{}.text(organisation.text()));
    std::vector<KeptCosignature> found;
    for (int row = 0; row < rows.count(); ++row)
        found.push_back({rows.text(row, 0), parse_date(rows.text(row, 1)).value_or(Date{}),
                         log_position(rows, row, 2), rows.text(row, 3)});
    return found;
}

}  // namespace safelead::store::postgres
