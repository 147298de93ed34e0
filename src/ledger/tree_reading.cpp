#include "ledger/tree_reading.h"

#include "base/unavailable.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <limits>

namespace safelead::ledger {
namespace {

constexpr unsigned bits_of_tile = 8;
static_assert(tile_width == std::uint64_t{1} << bits_of_tile);

[[noreturn]] void fail_incomplete(const OrganisationId& organisation)
{
    throw Unavailable{fmt::format(
        "Part of the tree of organisation {} is missing: run `safelead record verify`, which says where.",
        organisation.text())};
}

}  // namespace

std::vector<TreeHash> hashes_in(const TreeTile& tile)
{
    std::vector<TreeHash> hashes(tile.hashes.size() / std::tuple_size_v<TreeHash>);
    for (std::size_t at = 0; at < hashes.size(); ++at)
        std::copy_n(tile.hashes.begin() + static_cast<std::ptrdiff_t>(at * hashes[at].size()),
                    hashes[at].size(), hashes[at].begin());
    return hashes;
}

std::uint64_t full_tiles(unsigned level, std::uint64_t size)
{
    const auto bits = bits_of_tile * (level + 1);
    return bits < std::numeric_limits<std::uint64_t>::digits ? size >> bits : 0;
}

TreeTile make_tile(unsigned level, std::uint64_t number, std::span<const TreeHash> hashes)
{
    TreeTile tile{level, number, root_of(hashes), {}};
    for (const auto& hash : hashes) tile.hashes.insert(tile.hashes.end(), hash.begin(), hash.end());
    return tile;
}

TreeReading::TreeReading(const EntryStore& store, OrganisationId organisation)
    : store_{store}, organisation_{std::move(organisation)}
{
}

std::vector<TreeTile> TreeReading::missing_tiles(std::uint64_t size)
{
    std::vector<TreeTile> made;
    auto below = size;
    for (unsigned level = 0; below >= tile_width; ++level) {
        fill(level, below, made);
        below /= tile_width;
    }
    return made;
}

void TreeReading::fill(unsigned level, std::uint64_t below, std::vector<TreeTile>& made)
{
    for (auto at = store_.tile_count(organisation_, level); (at + 1) * tile_width <= below; ++at) {
        const TileName name{level, at};
        auto tile = make_tile(level, at, level == 0 ? leaves(at) : roots_below(name));
        if (hashes_in(tile).size() != tile_width) fail_incomplete(organisation_);
        new_roots_.emplace(name, tile.root);
        made.push_back(std::move(tile));
    }
}

TreeHash TreeReading::root(std::uint64_t size)
{
    asked_ = size;
    return size == 0 ? root_of({}) : range(0, size);
}

TreePath TreeReading::inclusion(LogPosition position, std::uint64_t size)
{
    asked_ = size;
    return inclusion_proof(number(position) - 1, size,
                           [this](std::uint64_t begin, std::uint64_t end) { return range(begin, end); });
}

TreePath TreeReading::consistency(std::uint64_t from, std::uint64_t to)
{
    asked_ = to;
    return consistency_proof(from, to,
                             [this](std::uint64_t begin, std::uint64_t end) { return range(begin, end); });
}

TreeHash TreeReading::range(std::uint64_t begin, std::uint64_t end)
{
    if (std::has_single_bit(end - begin)) return whole(begin, end - begin);
    const auto middle = begin + std::bit_floor(end - begin);
    return node_hash(range(begin, middle), range(middle, end));
}

// Whole subtrees begin where their size divides, so each lies in one tile, or is one hash of a tile above.
TreeHash TreeReading::whole(std::uint64_t begin, std::uint64_t count)
{
    const auto power = static_cast<unsigned>(std::countr_zero(count));
    const auto level = power / bits_of_tile;
    const auto at = begin >> (level * bits_of_tile);
    const auto width = std::size_t{1} << (power % bits_of_tile);
    const auto& of_tile = hashes({level, at / tile_width});
    const auto offset = static_cast<std::size_t>(at % tile_width);
    if (of_tile.size() < offset + width) fail_incomplete(organisation_);
    return root_of(std::span{of_tile}.subspan(offset, width));
}

const std::vector<TreeHash>& TreeReading::hashes(const TileName& tile)
{
    const auto known = known_.find(tile);
    if (known != known_.end()) return known->second;
    return known_.emplace(tile, read_hashes(tile)).first->second;
}

std::vector<TreeHash> TreeReading::read_hashes(const TileName& tile) const
{
    if (auto kept = kept_hashes(tile); !kept.empty()) return kept;
    return tile.first == 0 ? leaves(tile.second) : roots_below(tile);
}

std::vector<TreeHash> TreeReading::kept_hashes(const TileName& tile) const
{
    if (tile.second >= full_tiles(tile.first, asked_)) return {};
    const auto kept = store_.tiles(organisation_, tile.first, tile.second, 1);
    return !kept.empty() && kept.front().number == tile.second ? hashes_in(kept.front())
                                                               : std::vector<TreeHash>{};
}

std::vector<TreeHash> TreeReading::leaves(std::uint64_t tile) const
{
    const LogPosition before{tile * tile_width};
    std::vector<TreeHash> hashes;
    hashes.reserve(tile_width);
    auto position = before;
    for (const auto& entry : store_.read(organisation_, before, tile_width)) {
        position = next(position);
        if (entry.log_position != position) fail_incomplete(organisation_);
        hashes.push_back(leaf_hash(entry.bytes));
    }
    return hashes;
}

std::vector<TreeHash> TreeReading::roots_below(const TileName& tile) const
{
    const auto level = tile.first - 1;
    const auto first = tile.second * tile_width;
    auto roots = store_.tile_roots(organisation_, level, first, tile_width);
    for (auto at = new_roots_.find({level, first + roots.size()});
         at != new_roots_.end() && at->first.first == level && roots.size() < tile_width; ++at)
        roots.push_back(at->second);
    return roots;
}

}  // namespace safelead::ledger
