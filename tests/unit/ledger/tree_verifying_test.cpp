// What was changed in the upper levels of a tree is found. A log long enough to have any is too long to seal
// in a test, so the entries here are numbers.

#include "ledger/tree_verifying.h"

#include "store/memory.h"
#include "support/failing_store.h"
#include "support/ledger_parts.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <set>

namespace safelead::ledger {
namespace {

using namespace safelead::test;
using ::testing::Contains;
using ::testing::IsEmpty;

constexpr std::uint64_t in_level_1 = tile_width * tile_width;
constexpr std::uint64_t entries = 2 * in_level_1 + 100;

Bytes entry_at(std::uint64_t position)
{
    return text_bytes(std::to_string(position));
}

/// The tree of that log, as it is kept.
class StoreOfATree final : public StoreInFront {
public:
    using StoreInFront::StoreInFront;

    std::map<std::pair<unsigned, std::uint64_t>, TreeTile> kept;
    std::optional<KeptCheckpoint> signed_checkpoint;

    std::uint64_t tile_count(const OrganisationId&, unsigned level) const override
    {
        return static_cast<std::uint64_t>(
            std::ranges::count_if(kept, [&](const auto& one) { return one.first.first == level; }));
    }
    std::vector<TreeTile> tiles(const OrganisationId&, unsigned level, std::uint64_t from,
                                std::size_t limit) const override
    {
        std::vector<TreeTile> found;
        for (auto at = kept.lower_bound({level, from});
             at != kept.end() && at->first.first == level && found.size() < limit; ++at)
            found.push_back(at->second);
        return found;
    }
    std::optional<KeptCheckpoint> checkpoint(const OrganisationId&) const override
    {
        return signed_checkpoint;
    }
    LogHead head(const OrganisationId&) const override { return {LogPosition{entries}, at(0)}; }
};

class UpperLevels : public ::testing::Test {
protected:
    using Found = std::set<std::pair<std::uint64_t, Wrong>>;

    UpperLevels()
    {
        TreeEdge edge;
        std::vector<TreeHash> level;
        for (std::uint64_t position = 1; position <= entries; ++position) {
            level.push_back(leaf_hash(entry_at(position)));
            edge.add(level.back());
        }
        const auto origin = origin_of(oakfield, level.front(), TreeEpoch::first);
        for (unsigned at = 0; at < 2; ++at) {
            std::vector<TreeHash> roots;
            for (std::size_t first = 0; first + tile_width <= level.size(); first += tile_width) {
                auto tile = make_tile(at, roots.size(), std::span{level}.subspan(first, tile_width));
                roots.push_back(tile.root);
                store_.kept.emplace(std::pair{at, tile.number}, std::move(tile));
            }
            level = std::move(roots);
        }
        Note note{to_text(Checkpoint{origin, {entries, edge.root()}}), {}};
        note.signatures.push_back(sign_note(note.text, origin, seed_));
        store_.signed_checkpoint = KeptCheckpoint{LogPosition{entries}, to_text(note)};
    }

    [[nodiscard]] Found faults() const
    {
        Found found;
        TreeVerifying verifying{store_, oakfield, std::nullopt,
                                [&](std::optional<LogPosition> position, Wrong wrong) {
                                    found.emplace(number(position.value_or(LogPosition::start)), wrong);
                                }};
        for (std::uint64_t position = 1; position <= entries; ++position)
            verifying.entry(LogPosition{position}, entry_at(position));
        verifying.noted(SigningKeyNoted{1, crypto::public_key_of(seed_)});
        verifying.finish(LogPosition{entries});
        return found;
    }

    std::unique_ptr<EntryStore> behind_ = store::make_memory_entry_store();
    StoreOfATree store_{*behind_};
    const crypto::SecretKey seed_ = counting_key(1);
};

TEST_F(UpperLevels, AreInOrderUntilSomebodyChangesOne)
{
    EXPECT_EQ(store_.tile_count(oakfield, 1), 2U);
    EXPECT_THAT(faults(), IsEmpty());

    auto& tile = store_.kept.at({1, 1});
    const auto good = tile;
    tile.hashes[40] ^= std::byte{1};
    EXPECT_EQ(faults(), (Found{{in_level_1 + 1, Wrong::tile_changed}}));
    tile = good;
    tile.root = {};
    EXPECT_EQ(faults(), (Found{{in_level_1 + 1, Wrong::tile_changed}}));
    tile = good;
    tile.hashes.resize(8'000);
    EXPECT_EQ(faults(), (Found{{in_level_1 + 1, Wrong::tile_changed}}));
}

TEST_F(UpperLevels, AreMissedWhereTheyAreGone)
{
    store_.kept.erase({1, 0});
    EXPECT_EQ(faults(), (Found{{1, Wrong::tile_missing}}));
}

TEST_F(UpperLevels, ShowWhenTheyAreExchangedOrTooMany)
{
    auto& first = store_.kept.at({1, 0});
    auto& second = store_.kept.at({1, 1});
    std::swap(first.hashes, second.hashes);
    std::swap(first.root, second.root);
    EXPECT_EQ(faults(), (Found{{1, Wrong::tile_changed}, {in_level_1 + 1, Wrong::tile_changed}}));
    std::swap(first.hashes, second.hashes);
    std::swap(first.root, second.root);

    for (const unsigned level : {1U, 2U, 7U}) {
        auto planted = first;
        planted.level = level;
        planted.number = 2;
        store_.kept.emplace(std::pair{level, std::uint64_t{2}}, planted);
        EXPECT_EQ(faults(), (Found{{0, Wrong::tile_too_many}})) << level;
        store_.kept.erase({level, 2});
    }
}

}  // namespace
}  // namespace safelead::ledger
