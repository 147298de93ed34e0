#include "ledger/kept_tree.h"

#include "base/unavailable.h"
#include "ledger/tree_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

namespace safelead::ledger {
namespace {

constexpr std::size_t page_size = 1000;

/// The root of the first `size` entries; nothing if one of them is not there.
std::optional<TreeHash> root_of_entries(const EntryStore& store, const OrganisationId& organisation,
                                        std::uint64_t size)
{
    TreeEdge edge;
    while (edge.size() < size) {
        const auto limit = static_cast<std::size_t>(std::min<std::uint64_t>(page_size, size - edge.size()));
        const auto page = store.read(organisation, LogPosition{edge.size()}, limit);
        if (page.empty()) return std::nullopt;
        for (const auto& entry : page) {
            if (number(entry.log_position) != edge.size() + 1) return std::nullopt;
            edge.add(leaf_hash(entry.bytes));
        }
    }
    return edge.root();
}

bool is_tree_of_entries(const EntryStore& store, const OrganisationId& organisation)
{
    // Before the log's end, because another server makes them of entries that are there first.
    const auto checkpoint = store.checkpoint(organisation);
    std::array<std::uint64_t, most_levels> tiles{};
    for (unsigned level = 0; level < tiles.size(); ++level)
        tiles.at(level) = store.tile_count(organisation, level);

    const auto size = number(store.head(organisation).position);
    if (checkpoint && number(checkpoint->size) > size) return false;
    for (unsigned level = 0; level < tiles.size(); ++level)
        if (tiles.at(level) > full_tiles(level, size)) return false;

    TreeReading tree{store, organisation};
    (void)tree.missing_tiles(size);
    return tree.root(size) == root_of_entries(store, organisation, size);
}

}  // namespace

void check_kept_tree(const EntryStore& store, const OrganisationId& organisation)
{
    if (is_tree_of_entries(store, organisation)) return;
    throw Unavailable{fmt::format(
        "The tree that is kept of the record of organisation {} is not that of its entries: some were taken "
        "out, or the tree was changed. No epoch can begin in it: restore the newest backup into a new place, "
        "then say it there.",
        organisation.text())};
}

}  // namespace safelead::ledger
