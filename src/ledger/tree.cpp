#include "ledger/tree.h"

#include "base/bug.h"

#include <algorithm>
#include <bit>
#include <iterator>

namespace safelead::ledger {
namespace {

constexpr std::byte leaf_mark{0};
constexpr std::byte node_mark{1};

/// The largest power of two below `size`, which is at least 2.
std::uint64_t split(std::uint64_t size)
{
    return std::bit_floor(size - 1);
}

void add_inclusion(TreePath& path, std::uint64_t leaf, std::uint64_t begin, std::uint64_t end,
                   const RangeRoot& root)
{
    if (end - begin == 1) return;
    const auto middle = begin + split(end - begin);
    if (leaf < middle) {
        add_inclusion(path, leaf, begin, middle, root);
        path.push_back(root(middle, end));
    } else {
        add_inclusion(path, leaf, middle, end, root);
        path.push_back(root(begin, middle));
    }
}

// RFC 6962's SUBPROOF: `is_known` says that the verifier knows the root of what is before `from` here.
enum class Known { yes, no };

void add_consistency(TreePath& path, std::uint64_t from, std::uint64_t begin, std::uint64_t end, Known known,
                     const RangeRoot& root)
{
    if (from == end) {
        if (known == Known::no) path.push_back(root(begin, end));
        return;
    }
    const auto middle = begin + split(end - begin);
    if (from <= middle) {
        add_consistency(path, from, begin, middle, known, root);
        path.push_back(root(middle, end));
    } else {
        add_consistency(path, from, middle, end, Known::no, root);
        path.push_back(root(begin, middle));
    }
}

}  // namespace

TreeHash leaf_hash(BytesView leaf)
{
    return crypto::sha256({BytesView{&leaf_mark, 1}, leaf});
}

TreeHash node_hash(const TreeHash& left, const TreeHash& right)
{
    return crypto::sha256({BytesView{&node_mark, 1}, left, right});
}

TreeHash root_of(std::span<const TreeHash> hashes)
{
    if (hashes.empty()) return crypto::sha256(BytesView{});
    if (hashes.size() == 1) return hashes.front();
    const auto middle = static_cast<std::size_t>(split(hashes.size()));
    return node_hash(root_of(hashes.first(middle)), root_of(hashes.subspan(middle)));
}

void TreeEdge::add(const TreeHash& leaf)
{
    whole_.push_back(leaf);
    ++size_;
    for (auto pairs = std::countr_zero(size_); pairs > 0; --pairs) {
        const auto right = whole_.back();
        whole_.pop_back();
        whole_.back() = node_hash(whole_.back(), right);
    }
}

TreeHash TreeEdge::root() const
{
    if (whole_.empty()) return root_of({});
    auto root = whole_.back();
    for (auto left = std::next(whole_.rbegin()); left != whole_.rend(); ++left) root = node_hash(*left, root);
    return root;
}

TreePath inclusion_proof(std::uint64_t leaf, std::uint64_t size, const RangeRoot& root)
{
    if (leaf >= size) throw_bug("a proof of a leaf that is not in the tree");
    TreePath path;
    add_inclusion(path, leaf, 0, size, root);
    return path;
}

TreePath consistency_proof(std::uint64_t from, std::uint64_t to, const RangeRoot& root)
{
    if (from == 0 || from > to) throw_bug("a proof that a tree begins with a larger one");
    TreePath path;
    add_consistency(path, from, 0, to, Known::yes, root);
    return path;
}

// RFC 9162, section 2.1.3.2.
std::optional<TreeHash> root_by_inclusion(std::uint64_t leaf, std::uint64_t size, const TreeHash& hash,
                                          const TreePath& proof)
{
    if (leaf >= size) return std::nullopt;
    auto at = leaf;
    auto last = size - 1;
    auto root = hash;
    for (const auto& other : proof) {
        if (last == 0) return std::nullopt;
        if (at % 2 == 1 || at == last) {
            root = node_hash(other, root);
            while (at % 2 == 0 && at != 0) {
                at /= 2;
                last /= 2;
            }
        } else {
            root = node_hash(root, other);
        }
        at /= 2;
        last /= 2;
    }
    if (last != 0) return std::nullopt;
    return root;
}

// RFC 9162, section 2.1.4.2.
bool is_consistent(const TreeHead& earlier, const TreeHead& later, const TreePath& proof)
{
    if (earlier.size > later.size) return false;
    if (earlier.size == later.size) return proof.empty() && earlier.root == later.root;
    if (earlier.size == 0) return proof.empty() && earlier.root == root_of({});

    auto path = proof;
    if (std::has_single_bit(earlier.size)) path.insert(path.begin(), earlier.root);
    if (path.empty()) return false;

    auto at = earlier.size - 1;
    auto last = later.size - 1;
    while (at % 2 == 1) {
        at /= 2;
        last /= 2;
    }
    auto old_root = path.front();
    auto new_root = path.front();
    for (auto other = std::next(path.begin()); other != path.end(); ++other) {
        if (last == 0) return false;
        if (at % 2 == 1 || at == last) {
            old_root = node_hash(*other, old_root);
            new_root = node_hash(*other, new_root);
            while (at % 2 == 0 && at != 0) {
                at /= 2;
                last /= 2;
            }
        } else {
            new_root = node_hash(new_root, *other);
        }
        at /= 2;
        last /= 2;
    }
    return last == 0 && old_root == earlier.root && new_root == later.root;
}

}  // namespace safelead::ledger
