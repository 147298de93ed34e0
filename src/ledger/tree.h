#pragma once

// The Merkle tree of RFC 6962, section 2.1: docs/formats/tree.md. Pure arithmetic; what is read from a store
// comes in as a function.

#include "base/bytes.h"
#include "crypto/digest.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace safelead::ledger {

using TreeHash = crypto::Digest;
using TreePath = std::vector<TreeHash>;

[[nodiscard]] TreeHash leaf_hash(BytesView leaf);
[[nodiscard]] TreeHash node_hash(const TreeHash& left, const TreeHash& right);

/// The root of these leaves, or of these roots of trees that are all of one size, a power of two.
[[nodiscard]] TreeHash root_of(std::span<const TreeHash> hashes);

/// The right edge of a tree that grows: it knows the root, and nothing of the leaves.
class TreeEdge {
public:
    void add(const TreeHash& leaf);

    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] TreeHash root() const;

private:
    std::uint64_t size_ = 0;
    std::vector<TreeHash> whole_;  // roots of whole subtrees, the largest first
};

/// The root of the leaves from `begin` on and before `end`.
using RangeRoot = std::function<TreeHash(std::uint64_t begin, std::uint64_t end)>;

/// What shows that leaf number `leaf` (from 0) is in the tree of `size` leaves.
[[nodiscard]] TreePath inclusion_proof(std::uint64_t leaf, std::uint64_t size, const RangeRoot& root);

/// What shows that the tree of `to` leaves begins with the tree of `from`; 0 < from <= to.
[[nodiscard]] TreePath consistency_proof(std::uint64_t from, std::uint64_t to, const RangeRoot& root);

/// The root that such a leaf and proof lead to; nothing if the proof can't be one.
[[nodiscard]] std::optional<TreeHash> root_by_inclusion(std::uint64_t leaf, std::uint64_t size,
                                                        const TreeHash& hash, const TreePath& proof);

/// How many leaves, and the root over them.
struct TreeHead {
    std::uint64_t size = 0;
    TreeHash root{};

    bool operator==(const TreeHead&) const = default;
};

/// Whether `proof` shows that `later` begins with `earlier`. Every tree begins with the empty one.
[[nodiscard]] bool is_consistent(const TreeHead& earlier, const TreeHead& later, const TreePath& proof);

}  // namespace safelead::ledger
