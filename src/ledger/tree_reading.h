#pragma once

// A log's tree out of what the store keeps of it: full tiles, and entries past the last of them. What
// anything costs does not grow with the log.

#include "ledger/entry_store.h"
#include "ledger/tree.h"

#include <map>
#include <span>
#include <utility>
#include <vector>

namespace safelead::ledger {

inline constexpr std::uint64_t tile_width = 256;
inline constexpr unsigned most_levels = 8;  ///< Of 256^8 entries.

/// The 256 hashes of a tile; fewer if the row is not as it should be.
[[nodiscard]] std::vector<TreeHash> hashes_in(const TreeTile& tile);

/// How many tiles of a level are full in a log of `size` entries.
[[nodiscard]] std::uint64_t full_tiles(unsigned level, std::uint64_t size);

[[nodiscard]] TreeTile make_tile(unsigned level, std::uint64_t number, std::span<const TreeHash> hashes);

/// For one question, or a few that belong together: it remembers what it read.
class TreeReading {
public:
    /// `store` must outlive this.
    TreeReading(const EntryStore& store, OrganisationId organisation);

    /// Full tiles of a log of `size` entries that are not kept yet. They are known here from then on.
    [[nodiscard]] std::vector<TreeTile> missing_tiles(std::uint64_t size);

    // Up to the size of the newest checkpoint, or of `missing_tiles`. A tile that reaches past the size asked
    // about is not believed: a log that was cut short has tiles over entries that are gone.
    // @throws Unavailable when part of it is missing.

    [[nodiscard]] TreeHash root(std::uint64_t size);
    [[nodiscard]] TreePath inclusion(LogPosition position, std::uint64_t size);
    [[nodiscard]] TreePath consistency(std::uint64_t from, std::uint64_t to);

private:
    using TileName = std::pair<unsigned, std::uint64_t>;

    [[nodiscard]] TreeHash range(std::uint64_t begin, std::uint64_t end);
    [[nodiscard]] TreeHash whole(std::uint64_t begin, std::uint64_t count);
    [[nodiscard]] const std::vector<TreeHash>& hashes(const TileName& tile);
    [[nodiscard]] std::vector<TreeHash> read_hashes(const TileName& tile) const;
    [[nodiscard]] std::vector<TreeHash> kept_hashes(const TileName& tile) const;
    [[nodiscard]] std::vector<TreeHash> leaves(std::uint64_t tile) const;
    [[nodiscard]] std::vector<TreeHash> roots_below(const TileName& tile) const;
    void fill(unsigned level, std::uint64_t below, std::vector<TreeTile>& made);

    const EntryStore& store_;
    const OrganisationId organisation_;
    std::uint64_t asked_ = 0;  ///< The size that the newest question was about.
    std::map<TileName, TreeHash> new_roots_;
    std::map<TileName, std::vector<TreeHash>> known_;
};

}  // namespace safelead::ledger
