#include "ledger/tree_verifying.h"

#include "base/overloaded.h"

#include <algorithm>
#include <utility>

namespace safelead::ledger {
namespace {

LogPosition first_of_tile(unsigned level, std::uint64_t number)
{
    return LogPosition{(number << (8 * (level + 1))) + 1};
}

}  // namespace

TreeVerifying::TreeVerifying(const EntryStore& store, OrganisationId organisation,
                             std::optional<std::string> beside, Found found)
    : store_{store},
      organisation_{std::move(organisation)},
      checkpoint_{store.checkpoint(organisation_)},
      beside_{std::move(beside)},
      found_{std::move(found)}
{
    if (checkpoint_) claim(checkpoint_->note, Wrong::checkpoint_differs);
    if (beside_) claim(*beside_, Wrong::rewritten);
    for (const auto& one : store.cosignatures(organisation_)) claim(one.note, Wrong::cosigned_differs);
}

// What can't be read is found when the log has been read, with the rest that is to be said of it.
void TreeVerifying::claim(const std::string& note, Wrong wrong)
{
    if (const auto checkpoint = checkpoint_in(note))
        claims_.emplace(checkpoint->head.size, Claim{checkpoint->head, wrong, epoch_in(checkpoint->origin)});
    else if (wrong == Wrong::cosigned_differs)
        found_(std::nullopt, wrong);
}

void TreeVerifying::entry(LogPosition position, BytesView bytes)
{
    if (number(position) <= edge_.size()) return;  // it comes twice, which is reported already
    while (edge_.size() + 1 < number(position)) {
        if (number(position) - edge_.size() > tile_width) return;  // too far away to be a gap
        add(std::nullopt);
    }
    add(leaf_hash(bytes));
}

void TreeVerifying::add(const std::optional<TreeHash>& leaf)
{
    if (!first_leaf_) first_leaf_ = leaf;
    edge_.add(leaf.value_or(TreeHash{}));
    tile_.push_back(leaf);
    if (tile_.size() == tile_width) finish_tile();
    const auto [first, last] = claims_.equal_range(edge_.size());
    for (auto at = first; at != last; ++at) at->second.holds = at->second.head.root == edge_.root();
}

void TreeVerifying::finish_tile()
{
    const auto tile = roots_.size();
    std::vector<TreeHash> hashes;
    for (const auto& leaf : tile_) hashes.push_back(leaf.value_or(TreeHash{}));
    const auto kept = store_.tiles(organisation_, 0, tile, 1);
    const bool is_there = !kept.empty() && kept.front().number == tile;
    const bool is_due = checkpoint_ && (tile + 1) * tile_width <= number(checkpoint_->size);
    if (is_there)
        compare(kept.front());
    else if (is_due)
        found_(first_of_tile(0, tile), Wrong::tile_missing);
    roots_.push_back(is_there ? root_of(hashes_in(kept.front())) : root_of(hashes));
    tile_.clear();
}

void TreeVerifying::compare(const TreeTile& kept)
{
    const auto hashes = hashes_in(kept);
    const auto before = number(first_of_tile(0, kept.number));
    if (hashes.size() != tile_width || root_of(hashes) != kept.root)
        found_(LogPosition{before}, Wrong::tile_changed);
    bool is_same = true;
    for (std::size_t at = 0; at < tile_.size() && at < hashes.size(); ++at) {
        if (!tile_[at] || *tile_[at] == hashes[at]) continue;
        is_same = false;
        if (differ_.size() < tile_width) differ_.push_back(LogPosition{before + at});
    }
    if (!is_same) tiles_that_differ_.push_back(LogPosition{before});
}

void TreeVerifying::noted(const TreeNoted& noted)
{
    std::visit(Overloaded{[&](const SigningKeyNoted& key) { signing_keys_.push_back(key.key); },
                          [&](const TreeEpochNoted& epoch) {
                              epochs_.push_back(epoch);
                              epoch_ = epoch.epoch;
                          }},
               noted);
}

std::vector<std::string> TreeVerifying::origins() const
{
    std::vector<std::string> found;
    for (auto epoch = std::uint32_t{1}; epoch <= static_cast<std::uint32_t>(epoch_); ++epoch)
        found.push_back(origin_of(organisation_, first_leaf_.value_or(TreeHash{}), TreeEpoch{epoch}));
    return found;
}

void TreeVerifying::finish(LogPosition end)
{
    finish_levels(end);
    finish_checkpoint();
    finish_beside();

    // If the entries are those that were signed, it is the tile that was changed; else it is the entries.
    const bool entries_are_signed = std::ranges::any_of(claims_, [](const auto& one) {
        return one.second.wrong == Wrong::checkpoint_differs && one.second.holds;
    });
    if (entries_are_signed)
        for (const auto position : tiles_that_differ_) found_(position, Wrong::tile_changed);
    else
        for (const auto position : differ_) found_(position, Wrong::leaf_differs);

    // What was cosigned before the newest epoch may have been of the log that was lost.
    for (const auto& [size, claim] : claims_)
        if (claim.wrong == Wrong::cosigned_differs && !claim.holds && claim.epoch >= epoch_)
            found_(LogPosition{size}, claim.wrong);
}

// Those that a server made meanwhile, over entries past the end, are not judged. Each is over entries that
// are there before it is, so the log is looked at after the tiles are.
void TreeVerifying::check_count(unsigned level, std::uint64_t full, LogPosition end)
{
    const auto tiles = store_.tile_count(organisation_, level);
    if (tiles <= full) return;
    const auto head = number(store_.head(organisation_).position);
    const auto since = head - std::min(head, number(end));
    if (tiles > full_tiles(level, edge_.size() + since)) found_(std::nullopt, Wrong::tile_too_many);
}

void TreeVerifying::finish_levels(LogPosition end)
{
    auto below = roots_;
    check_count(0, below.size(), end);
    for (unsigned level = 1; level < most_levels; ++level) {
        finish_level(level, below);
        std::vector<TreeHash> next;
        for (std::size_t first = 0; first + tile_width <= below.size(); first += tile_width)
            next.push_back(root_of(std::span{below}.subspan(first, tile_width)));
        below = std::move(next);
        check_count(level, below.size(), end);
    }
}

void TreeVerifying::finish_level(unsigned level, const std::vector<TreeHash>& below)
{
    for (std::uint64_t tile = 0; (tile + 1) * tile_width <= below.size(); ++tile) {
        const auto first = first_of_tile(level, tile);
        const auto last = (tile + 1) << (8 * (level + 1));
        const auto expected = make_tile(
            level, tile, std::span{below}.subspan(static_cast<std::size_t>(tile * tile_width), tile_width));
        const auto kept = store_.tiles(organisation_, level, tile, 1);
        if (!kept.empty() && kept.front().number == tile) {
            if (kept.front() != expected) found_(first, Wrong::tile_changed);
        } else if (checkpoint_ && last <= number(checkpoint_->size)) {
            found_(first, Wrong::tile_missing);
        }
    }
}

void TreeVerifying::finish_checkpoint()
{
    if (!checkpoint_) {
        // The first may have been made meanwhile; it comes with its tiles, so it is looked for after them.
        if (beside_ || (store_.tile_count(organisation_, 0) > 0 && !store_.checkpoint(organisation_)))
            found_(std::nullopt, Wrong::checkpoint_missing);
        return;
    }
    const auto note = parse_note(checkpoint_->note);
    const auto checkpoint = note ? parse_checkpoint(note->text) : std::nullopt;
    const auto names = origins();
    const bool is_ours = checkpoint && checkpoint->head.size == number(checkpoint_->size) &&
                         std::ranges::find(names, checkpoint->origin) != names.end();
    const bool is_signed_by_us =
        is_ours && std::ranges::any_of(signing_keys_, [&](const crypto::PublicKey& key) {
            return is_signed(*note, {checkpoint->origin, NoteKeyKind::note, key});
        });
    if (!is_signed_by_us) return found_(std::nullopt, Wrong::checkpoint_not_signed);
    if (checkpoint->head.size > edge_.size())
        return found_(LogPosition{edge_.size() + 1}, Wrong::log_cut_short);
    for (const auto& [size, claim] : claims_)
        if (claim.wrong == Wrong::checkpoint_differs && !claim.holds)
            found_(LogPosition{size}, Wrong::checkpoint_differs);
}

bool TreeVerifying::begins_with_beside() const
{
    return std::ranges::any_of(
        claims_, [](const auto& one) { return one.second.wrong == Wrong::rewritten && one.second.holds; });
}

void TreeVerifying::finish_beside()
{
    const auto known = beside_ ? checkpoint_in(*beside_) : std::nullopt;
    if (!known) return;
    if (!begins_with_beside()) {
        const auto first = origin_of(organisation_, first_leaf_.value_or(TreeHash{}), TreeEpoch::first);
        if (was_left_behind(*known, first, epochs_)) return;
        // Longer or not: a copy from before an epoch lacks what was written in it.
        if (known->head.size > edge_.size() || epoch_in(known->origin) > epoch_)
            return found_(LogPosition{edge_.size() + 1}, Wrong::rolled_back);
        return found_(LogPosition{known->head.size}, Wrong::rewritten);
    }
    if (checkpoint_ && known->head.size > number(checkpoint_->size))
        found_(LogPosition{known->head.size}, Wrong::checkpoint_older);
}

}  // namespace safelead::ledger
