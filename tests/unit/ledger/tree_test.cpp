#include "ledger/tree.h"

#include "ledger/tree_reading.h"
#include "store/memory.h"
#include "support/ledger_parts.h"
#include "support/source_dir.h"

#include <gtest/gtest.h>

#include <charconv>
#include <fstream>
#include <sstream>

namespace safelead::ledger {
namespace {

using namespace safelead::test;

Bytes from_hex(std::string_view text)
{
    Bytes bytes;
    for (std::size_t at = 0; at + 1 < text.size(); at += 2) {
        unsigned value = 0;
        std::from_chars(text.data() + at, text.data() + at + 2, value, 16);
        bytes.push_back(static_cast<std::byte>(value));
    }
    return bytes;
}

TreeHash hash_of_hex(std::string_view text)
{
    const auto bytes = from_hex(text);
    TreeHash hash{};
    std::copy_n(bytes.begin(), std::min(bytes.size(), hash.size()), hash.begin());
    return hash;
}

/// tests/golden/proof/tree.txt, line by line.
struct Vectors {
    Vectors()
    {
        std::ifstream file{safelead::test::source_dir() + "/tests/golden/proof/tree.txt"};
        for (std::string line; std::getline(file, line);) {
            std::istringstream words{line};
            std::string what;
            words >> what;
            if (what == "leaf") {
                std::string hex;
                words >> hex;
                leaves.push_back(leaf_hash(from_hex(hex)));
            }
            if (what == "root") {
                std::size_t size = 0;
                std::string hex;
                words >> size >> hex;
                roots.push_back(hash_of_hex(hex));
            }
            if (what == "inclusion" || what == "consistency") {
                std::uint64_t first = 0;
                std::uint64_t second = 0;
                words >> first >> second;
                TreePath path;
                for (std::string hex; words >> hex;) path.push_back(hash_of_hex(hex));
                (what == "inclusion" ? inclusions : consistencies).push_back({first, second, path});
            }
        }
    }

    [[nodiscard]] TreeHash range(std::uint64_t begin, std::uint64_t end) const
    {
        return root_of(std::span{leaves}.subspan(begin, end - begin));
    }

    struct Proof {
        std::uint64_t first;
        std::uint64_t second;
        TreePath path;
    };
    std::vector<TreeHash> leaves, roots;
    std::vector<Proof> inclusions, consistencies;
};

TEST(Tree, HasTheRootsOfTheCertificateTransparencyProject)
{
    const Vectors vectors;
    ASSERT_EQ(vectors.leaves.size(), 8U);
    ASSERT_EQ(vectors.roots.size(), 9U);
    TreeEdge edge;
    EXPECT_EQ(edge.root(), vectors.roots[0]);
    for (std::size_t size = 1; size <= 8; ++size) {
        edge.add(vectors.leaves[size - 1]);
        EXPECT_EQ(edge.root(), vectors.roots[size]) << size;
        EXPECT_EQ(root_of(std::span{vectors.leaves}.first(size)), vectors.roots[size]) << size;
    }
}

TEST(Tree, GivesTheProofsOfTheCertificateTransparencyProject)
{
    const Vectors vectors;
    const auto range = [&](std::uint64_t begin, std::uint64_t end) { return vectors.range(begin, end); };
    ASSERT_EQ(vectors.inclusions.size(), 4U);
    ASSERT_EQ(vectors.consistencies.size(), 4U);
    for (const auto& [leaf, size, path] : vectors.inclusions)
        EXPECT_EQ(inclusion_proof(leaf, size, range), path) << leaf << " in " << size;
    for (const auto& [from, to, path] : vectors.consistencies)
        EXPECT_EQ(consistency_proof(from, to, range), path) << from << " to " << to;
}

class TreeOf : public ::testing::Test {
protected:
    TreeOf()
    {
        for (std::uint64_t at = 0; at < most; ++at)
            leaves_.push_back(leaf_hash(text_bytes(fmt::format("{}", at))));
    }
    [[nodiscard]] TreeHead head(std::uint64_t size) const
    {
        return {size, root_of(std::span{leaves_}.first(size))};
    }
    [[nodiscard]] RangeRoot range() const
    {
        return [this](std::uint64_t begin, std::uint64_t end) {
            return root_of(std::span{leaves_}.subspan(begin, end - begin));
        };
    }

    static constexpr std::uint64_t most = 40;
    std::vector<TreeHash> leaves_;
};

TEST_F(TreeOf, AnySizeProvesEachLeafAtItsPlaceAndNowhereElse)
{
    for (std::uint64_t size = 1; size <= most; ++size)
        for (std::uint64_t leaf = 0; leaf < size; ++leaf) {
            auto path = inclusion_proof(leaf, size, range());
            ASSERT_EQ(root_by_inclusion(leaf, size, leaves_[leaf], path), head(size).root);
            EXPECT_NE(root_by_inclusion((leaf + 1) % size, size, leaves_[leaf], path).value_or(TreeHash{}),
                      size == 1 ? TreeHash{} : head(size).root);
            EXPECT_NE(root_by_inclusion(leaf, size, leaves_[(leaf + 1) % most], path), head(size).root);
            path.push_back(TreeHash{});
            EXPECT_NE(root_by_inclusion(leaf, size, leaves_[leaf], path), head(size).root);
        }
    EXPECT_FALSE(root_by_inclusion(3, 3, leaves_[0], {}));
}

TEST_F(TreeOf, AnySizeIsShownToBeginWithEachSmallerOneAndWithNoOther)
{
    for (std::uint64_t to = 1; to <= most; ++to)
        for (std::uint64_t from = 1; from <= to; ++from) {
            auto path = consistency_proof(from, to, range());
            ASSERT_TRUE(is_consistent(head(from), head(to), path)) << from << " to " << to;
            auto other = head(from);
            other.root.front() ^= std::byte{1};
            EXPECT_FALSE(is_consistent(other, head(to), path));
            other = head(to);
            other.root.back() ^= std::byte{1};
            EXPECT_FALSE(is_consistent(head(from), other, path));
            path.push_back(TreeHash{});
            EXPECT_FALSE(is_consistent(head(from), head(to), path));
            path.clear();
            EXPECT_EQ(is_consistent(head(from), head(to), path), from == to);
        }
    EXPECT_FALSE(is_consistent(head(5), head(4), {}));
    EXPECT_TRUE(is_consistent(head(0), head(4), {}));
}

// 66,000 entries are two levels of tiles, full and not.
TEST(TreeReading, AgreesWithTheTreeOfAllEntriesHoweverManyTilesThereAre)
{
    const auto store = store::make_memory_entry_store();
    constexpr std::uint64_t size = 66'000;
    TreeEdge edge;
    std::vector<TreeHash> leaves;
    std::uint64_t position = 0;
    for (std::uint64_t first = 0; first < size; first += 6'000) {
        Append append{oakfield, CommandId{fmt::format("c-{}", first)}, {}, at(0), {}, {}, {}, {}};
        if (first == 0) append.organisation_keys.push_back({oakfield, KeyEpoch::first, {}});
        for (int count = 0; count < 6'000; ++count) {
            ++position;
            append.entries.push_back({StreamId{"case-7"}, StreamPosition{position},
                                      text_bytes(fmt::format("entry {}", position))});
            leaves.push_back(leaf_hash(append.entries.back().bytes));
            edge.add(leaves.back());
        }
        ASSERT_TRUE(store->append(std::span{&append, 1}).front());
        if (first % 12'000 == 0) {
            TreeReading tree{*store, oakfield};
            store->keep_tree(oakfield, tree.missing_tiles(position), {LogPosition{position}, ""});
        }
    }
    TreeReading tree{*store, oakfield};
    const auto made = tree.missing_tiles(size);
    EXPECT_EQ(tree.root(size), edge.root());
    store->keep_tree(oakfield, made, {LogPosition{size}, ""});
    EXPECT_EQ(store->tile_count(oakfield, 0), size / 256);
    EXPECT_EQ(store->tile_count(oakfield, 1), 1U);

    TreeReading again{*store, oakfield};
    EXPECT_TRUE(again.missing_tiles(size).empty());
    EXPECT_EQ(again.root(size), edge.root());
    const TreeHead later{size, edge.root()};
    for (const std::uint64_t from : {1U, 255U, 256U, 257U, 1'000U, 65'535U, 65'536U, 65'537U, 65'999U}) {
        const TreeHead earlier{from, root_of(std::span{leaves}.first(from))};
        EXPECT_EQ(again.root(from), earlier.root) << from;
        EXPECT_TRUE(is_consistent(earlier, later, again.consistency(from, size))) << from;
        EXPECT_EQ(
            root_by_inclusion(from - 1, size, leaves[from - 1], again.inclusion(LogPosition{from}, size)),
            later.root)
            << from;
    }
}

TEST(TreeReading, DoesNotBelieveATileThatReachesPastWhatItIsAskedAbout)
{
    const auto store = store::make_memory_entry_store();
    constexpr std::uint64_t size = 300;
    Append append{oakfield, CommandId{"c"}, {}, at(0), {}, {}, {}, {}};
    append.organisation_keys.push_back({oakfield, KeyEpoch::first, {}});
    TreeEdge edge;
    std::vector<TreeHash> leaves;
    for (std::uint64_t position = 1; position <= size; ++position) {
        append.entries.push_back(
            {StreamId{"case-7"}, StreamPosition{position}, text_bytes(fmt::format("entry {}", position))});
        leaves.push_back(leaf_hash(append.entries.back().bytes));
        edge.add(leaves.back());
    }
    ASSERT_TRUE(store->append(std::span{&append, 1}).front());
    const std::vector<TreeHash> of_others(tile_width);
    const std::vector<TreeTile> tiles{make_tile(0, 0, std::span{leaves}.first(tile_width)),
                                      make_tile(0, 1, of_others)};
    store->keep_tree(oakfield, tiles, {LogPosition{size}, ""});

    TreeReading tree{*store, oakfield};
    EXPECT_EQ(tree.root(size), edge.root());
    const auto path = TreeReading{*store, oakfield}.inclusion(LogPosition{size}, size);
    EXPECT_EQ(root_by_inclusion(size - 1, size, leaves.back(), path), edge.root());
}

}  // namespace
}  // namespace safelead::ledger
