#include "ledger/checkpoints.h"

#include "base/bug.h"
#include "base/unavailable.h"
#include "crypto/random.h"
#include "ledger/kept_tree.h"
#include "ledger/key_rotation.h"
#include "ledger/tree_reading.h"

#include <fmt/format.h>

#include <algorithm>
#include <variant>

namespace safelead::ledger {
namespace {

[[noreturn]] void fail_not_leading_on(const OrganisationId& organisation)
{
    throw Unavailable{fmt::format(
        "The record of organisation {} does not lead on from its last checkpoint, so no other is signed: "
        "run `safelead record verify`, which says where.",
        organisation.text())};
}

TreeHash first_leaf(const EntryStore& store, const OrganisationId& organisation)
{
    const auto first = store.read(organisation, LogPosition::start, 1);
    if (first.empty()) throw_bug("a checkpoint of a log without entries");
    return leaf_hash(first.front().bytes);
}

/// What was signed of this log in this epoch must be how it begins.
void check_leads_on(TreeReading& tree, const std::string& note, const std::string& origin, std::uint64_t size,
                    const OrganisationId& organisation)
{
    const auto earlier = checkpoint_in(note);
    if (!earlier) fail_not_leading_on(organisation);
    if (earlier->origin != origin) return;
    if (earlier->head.size > size || tree.root(earlier->head.size) != earlier->head.root)
        fail_not_leading_on(organisation);
}

}  // namespace

std::string to_text(const LostEnd& lost)
{
    constexpr std::string_view what_to_do =
        "Put the newer copy back; if it is lost for good, say so with `safelead record new-epoch --reason`.";
    if (lost.left >= lost.known.size)
        return fmt::format(
            "The record of organisation {} is another than the one whose checkpoint is kept beside the key: "
            "its first {} entries are not those that were signed. {}",
            lost.organisation.text(), lost.known.size, what_to_do);
    return fmt::format(
        "The record of organisation {} ends at entry {}, but it once had {}: an older copy of the data was "
        "put back. {}",
        lost.organisation.text(), lost.left, lost.known.size, what_to_do);
}

Checkpoints::Checkpoints(EntryStore& store, Ledger& ledger, std::filesystem::path beside)
    : store_{store}, ledger_{ledger}, file_{std::move(beside)}
{
    if (!file_.empty()) beside_ = read_checkpoint_file(file_);
}

crypto::SecretKey Checkpoints::seed(const Log& log, std::uint32_t number) const
{
    return log.key_for(fmt::format("signing key {}", number));
}

std::vector<OpenedEntry> Checkpoints::said_of_tree(const Log& log) const
{
    auto said = log.read_stream(tree_stream(), StreamPosition::start);
    if (said) return *std::move(said);
    throw Unavailable{
        fmt::format("What organisation {} says of its tree does not open: run `safelead record verify`.",
                    log.organisation().text())};
}

Checkpoints::Signing Checkpoints::signing_of(Log& log) const
{
    Signing signing;
    for (const auto& entry : said_of_tree(log)) {
        const auto noted = parse_tree_note(entry.plaintext);
        if (!noted) fail_not_leading_on(log.organisation());
        if (const auto* key = std::get_if<SigningKeyNoted>(&*noted)) signing.number = key->number;
        if (const auto* epoch = std::get_if<TreeEpochNoted>(&*noted)) signing.epoch = epoch->epoch;
    }
    signing.origin = origin_of(log.organisation(), first_leaf(store_, log.organisation()), signing.epoch);
    return signing;
}

bool Checkpoints::try_to_announce(Log& log, const TreeNoted& noted, Instant now)
{
    const auto plaintext = tree_note(noted);
    const auto said = wait_for(log.submit({crypto::random_id<CommandId>(),
                                           plaintext,
                                           {},
                                           {{tree_stream(), shared_part(), plaintext}},
                                           now,
                                           nullptr}));
    return said.has_value();
}

void Checkpoints::announce(Log& log, const TreeNoted& noted, Instant now)
{
    if (!try_to_announce(log, noted, now))
        throw Unavailable{"Another server wrote at the same time: try again."};
}

Checkpoints::Signing Checkpoints::announced(Log& log, Instant now)
{
    auto signing = signing_of(log);
    if (signing.number != 0) return signing;
    if (try_to_announce(log, SigningKeyNoted{1, crypto::public_key_of(seed(log, 1))}, now)) {
        signing.number = 1;
        return signing;
    }
    // Another server has just done it, then.
    signing = signing_of(log);
    if (signing.number == 0) throw Unavailable{"Another server wrote at the same time: try again."};
    return signing;
}

NoteKey Checkpoints::key_of(const Log& log, const Signing& signing, std::uint32_t number) const
{
    return {signing.origin, NoteKeyKind::note, crypto::public_key_of(seed(log, number))};
}

std::vector<NoteKey> Checkpoints::keys_of(const Log& log, const Signing& signing) const
{
    std::vector<NoteKey> keys;
    for (auto number = signing.number; number > 0 && keys.size() < 2; --number)
        keys.push_back(key_of(log, signing, number));
    return keys;
}

std::string Checkpoints::signed_note(const Log& log, const Signing& signing,
                                     const Checkpoint& checkpoint) const
{
    Note note{to_text(checkpoint), {}};
    for (auto number = signing.number; number > 0 && note.signatures.size() < 2; --number)
        note.signatures.push_back(sign_note(note.text, signing.origin, seed(log, number)));
    return to_text(note);
}

std::vector<EpochBegun> Checkpoints::epochs_in(const Log& log) const
{
    std::vector<EpochBegun> begun;
    for (const auto& entry : said_of_tree(log))
        if (const auto noted = parse_tree_note(entry.plaintext))
            if (const auto* epoch = std::get_if<TreeEpochNoted>(&*noted))
                begun.push_back({log.organisation(), entry.header.time, *epoch});
    return begun;
}

std::vector<EpochBegun> Checkpoints::epochs(const OrganisationId& organisation) const
{
    const auto* log = ledger_.find(organisation);
    return log == nullptr ? std::vector<EpochBegun>{} : epochs_in(*log);
}

// What was signed has in it what the log said of its epochs until then. So a log that begins with exactly
// that has lost nothing, and one that does not has either begun a later epoch since, or it is another.
std::optional<LostEnd> Checkpoints::lost_end(const OrganisationId& organisation,
                                             const std::string& note) const
{
    const auto known = checkpoint_in(note);
    if (!known) return std::nullopt;
    const auto size = number(store_.head(organisation).position);
    if (known->head.size <= size) {
        TreeReading tree{store_, organisation};
        (void)tree.missing_tiles(known->head.size);
        if (tree.root(known->head.size) == known->head.root) return std::nullopt;
    }
    if (const auto* log = ledger_.find(organisation)) {
        std::vector<TreeEpochNoted> epochs;
        for (auto& begun : epochs_in(*log)) epochs.push_back(std::move(begun.said));
        const auto first = origin_of(organisation, first_leaf(store_, organisation), TreeEpoch::first);
        if (was_left_behind(*known, first, epochs)) return std::nullopt;
    }
    return LostEnd{organisation, known->head, size, epoch_in(known->origin)};
}

SignedCheckpoint Checkpoints::make(const OrganisationId& organisation, Instant now)
{
    const std::lock_guard lock{mutex_};
    return make_alone(organisation, now);
}

SignedCheckpoint Checkpoints::make_alone(const OrganisationId& organisation, Instant now)
{
    auto& log = ledger_.organisation(organisation);
    const auto beside = beside_.find(organisation);
    // Before anything is written to a log whose end is lost: it could not be joined to the newer copy again.
    if (beside != beside_.end())
        if (const auto lost = lost_end(organisation, beside->second)) throw Unavailable{to_text(*lost)};
    const auto signing = announced(log, now);
    // Before the end is looked at: another server that shares the store may make one of a later end
    // meanwhile.
    const auto kept = store_.checkpoint(organisation);
    const auto size = number(store_.head(organisation).position);
    const auto keys = keys_of(log, signing);

    if (kept && number(kept->size) == size &&
        is_signed(parse_note(kept->note).value_or(Note{}), keys.front())) {
        const auto checkpoint = checkpoint_in(kept->note);
        if (checkpoint && checkpoint->origin == signing.origin && checkpoint->head.size == size) {
            if (beside == beside_.end() || beside->second != kept->note)
                keep_beside(organisation, kept->note);
            return {*checkpoint, kept->note, keys};
        }
    }

    TreeReading tree{store_, organisation};
    const auto tiles = tree.missing_tiles(size);
    if (kept) check_leads_on(tree, kept->note, signing.origin, size, organisation);

    const Checkpoint checkpoint{signing.origin, {size, tree.root(size)}};
    auto note = signed_note(log, signing, checkpoint);
    store_.keep_tree(organisation, tiles, {LogPosition{size}, note});
    keep_beside(organisation, note);
    return {checkpoint, std::move(note), keys};
}

void Checkpoints::keep_beside(const OrganisationId& organisation, const std::string& note)
{
    change_beside([&](CheckpointsBeside& beside) {
        const auto there = beside.try_emplace(organisation, note).first;
        if (!is_later(there->second, note)) there->second = note;
    });
}

void Checkpoints::change_beside(const std::function<void(CheckpointsBeside&)>& change)
{
    if (file_.empty())
        change(beside_);
    else
        beside_ = change_checkpoint_file(file_, beside_, change);
}

std::vector<std::string> Checkpoints::make_all(Instant now)
{
    std::vector<std::string> failures;
    for (const auto& organisation : ledger_.organisations()) {
        const std::lock_guard lock{mutex_};
        const auto kept = store_.checkpoint(organisation);
        const auto beside = beside_.find(organisation);
        // Looked at first, so that a log that did not change costs next to nothing.
        if (kept && kept->size == store_.head(organisation).position && beside != beside_.end() &&
            beside->second == kept->note)
            continue;
        try {
            (void)make_alone(organisation, now);
        } catch (const CheckpointFileHeld& failure) {
            // Each of the others would wait as long for the same lock, and whoever asks for a proof with
            // them.
            failures.emplace_back(failure.what());
            break;
        } catch (const Unavailable& failure) {
            failures.emplace_back(failure.what());
        }
    }
    return failures;
}

std::optional<SignedCheckpoint> Checkpoints::newest(const OrganisationId& organisation) const
{
    auto* log = ledger_.find(organisation);
    const auto kept = log == nullptr ? std::nullopt : store_.checkpoint(organisation);
    const auto checkpoint = kept ? checkpoint_in(kept->note) : std::nullopt;
    if (!checkpoint) return std::nullopt;
    return SignedCheckpoint{*checkpoint, kept->note, keys_of(*log, signing_of(*log))};
}

std::optional<Inclusion> Checkpoints::prove(const OrganisationId& organisation, LogPosition position) const
{
    const auto checkpoint = newest(organisation);
    if (!checkpoint || position == LogPosition::start || number(position) > checkpoint->checkpoint.head.size)
        return std::nullopt;
    const auto entry = store_.read(organisation, LogPosition{number(position) - 1}, 1);
    if (entry.empty()) fail_not_leading_on(organisation);
    TreeReading tree{store_, organisation};
    return Inclusion{position, leaf_hash(entry.front().bytes),
                     tree.inclusion(position, checkpoint->checkpoint.head.size), *checkpoint};
}

std::optional<TreePath> Checkpoints::prove(const OrganisationId& organisation, std::uint64_t from,
                                           std::uint64_t to) const
{
    const auto kept = store_.checkpoint(organisation);
    if (!kept || from == 0 || from > to || to > number(kept->size)) return std::nullopt;
    return TreeReading{store_, organisation}.consistency(from, to);
}

std::string Checkpoints::key_rotations(const OrganisationId& organisation) const
{
    auto chain = key_chain(organisation);
    chain.erase(0, chain.find('\n') + 1);
    return chain;
}

std::string Checkpoints::key_chain(const OrganisationId& organisation) const
{
    constexpr std::uint32_t most = 100;
    auto* log = ledger_.find(organisation);
    const auto signing = log == nullptr ? Signing{} : signing_of(*log);
    if (signing.number == 0) return {};
    const auto oldest = std::max(signing.number, most + 1) - most;
    auto chain = to_text(key_of(*log, signing, oldest)) + '\n';
    for (auto at = oldest; at < signing.number; ++at)
        chain += key_rotation(key_of(*log, signing, at + 1), seed(*log, at));
    return chain;
}

SignedCheckpoint Checkpoints::rotate(const OrganisationId& organisation, Instant now)
{
    const std::lock_guard lock{mutex_};
    auto& log = ledger_.organisation(organisation);
    const auto next_number = announced(log, now).number + 1;
    announce(log, SigningKeyNoted{next_number, crypto::public_key_of(seed(log, next_number))}, now);
    return make_alone(organisation, now);
}

std::vector<LostEnd> Checkpoints::lost_ends() const
{
    const std::lock_guard lock{mutex_};
    std::vector<LostEnd> lost;
    for (const auto& [organisation, note] : beside_)
        if (auto found = lost_end(organisation, note)) lost.push_back(*std::move(found));
    return lost;
}

SignedCheckpoint Checkpoints::begin_epoch(const LostEnd& lost, const OrganisationId& said_in,
                                          const std::string& reason, Instant now)
{
    const std::lock_guard lock{mutex_};
    auto& log = ledger_.organisation(said_in);
    // Nothing that was signed before says what the tree of another epoch must be, and tiles that are kept
    // stay.
    if (said_in == lost.organisation) check_kept_tree(store_, said_in);
    const auto signing = announced(log, now);
    // After every epoch that was signed of this log, in this copy or in the one that is lost.
    const auto before = said_in == lost.organisation ? std::max(signing.epoch, lost.epoch) : signing.epoch;
    const auto epoch = static_cast<TreeEpoch>(static_cast<std::uint32_t>(before) + 1);
    announce(log, TreeEpochNoted{epoch, lost.known, lost.left, reason}, now);
    if (said_in != lost.organisation)
        change_beside([&](CheckpointsBeside& beside) { beside.erase(lost.organisation); });
    return make_alone(said_in, now);
}

bool Checkpoints::keep_cosignature(const OrganisationId& organisation, std::string_view text,
                                   const NoteKey& witness)
{
    auto* log = ledger_.find(organisation);
    const auto note = parse_note(text);
    const auto checkpoint = note ? parse_checkpoint(note->text) : std::nullopt;
    const auto seen = checkpoint ? cosigned_at(*note, witness) : std::nullopt;
    const auto kept = store_.checkpoint(organisation);
    if (log == nullptr || !seen || !kept || checkpoint->head.size == 0 ||
        checkpoint->head.size > number(kept->size))
        return false;
    const auto signing = signing_of(*log);
    TreeReading tree{store_, organisation};
    if (checkpoint->origin != signing.origin || tree.root(checkpoint->head.size) != checkpoint->head.root)
        return false;

    // Only what is known to be true is kept: our own signatures, and this witness's line.
    Note ours{to_text(*checkpoint), {}};
    const auto keys = keys_of(*log, signing);
    for (const auto& one : note->signatures) {
        const Note alone{ours.text, {one}};
        const bool is_ours =
            std::ranges::any_of(keys, [&](const NoteKey& key) { return is_signed(alone, key); });
        if (is_ours || cosigned_at(alone, witness)) ours.signatures.push_back(one);
    }
    KeptCosignature cosigned{witness.name, Date{std::chrono::floor<std::chrono::days>(*seen)},
                             LogPosition{checkpoint->head.size}, to_text(ours)};
    const std::lock_guard lock{cosigning_};
    if (!is_newer_kept(organisation, cosigned, checkpoint->origin, witness))
        store_.keep_cosignature(organisation, cosigned);
    return true;
}

// Anybody may send what a witness said once more, also after it said something newer.
bool Checkpoints::is_newer_kept(const OrganisationId& organisation, const KeptCosignature& cosigned,
                                const std::string& origin, const NoteKey& witness) const
{
    const auto seen_in = [&](const KeptCosignature& kept) {
        return cosigned_at(parse_note(kept.note).value_or(Note{}), witness);
    };
    return std::ranges::any_of(store_.cosignatures(organisation), [&](const KeptCosignature& kept) {
        if (kept.witness != cosigned.witness || kept.day != cosigned.day) return false;
        const auto checkpoint = checkpoint_in(kept.note);
        return checkpoint && checkpoint->origin == origin && seen_in(kept) >= seen_in(cosigned);
    });
}

}  // namespace safelead::ledger
