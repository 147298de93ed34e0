#pragma once

// Makes checkpoints of logs, signs them, and gives proofs: docs/formats/tree.md, checkpoint.md.
//
// 1. What is signed was worked out from the entries, and leads on from what was signed before; where it does
//    not, nothing is signed.
// 2. A checkpoint is on disk, in the store and beside the key, before anybody is given it.
// 3. A log that does not begin with its checkpoint beside the key was put back from an older copy, or
//    rewritten. Nothing is signed of it until somebody says that its end is lost, which begins another epoch.

#include "ledger/checkpoint.h"
#include "ledger/checkpoint_file.h"
#include "ledger/ledger.h"
#include "ledger/tree_note.h"

#include <filesystem>
#include <functional>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

namespace safelead::ledger {

/// A signed checkpoint, and the keys that verify it, the newest first.
struct SignedCheckpoint {
    Checkpoint checkpoint;
    std::string note;
    std::vector<NoteKey> keys;
};

/// A log whose end is missing, or whose beginning is another.
struct LostEnd {
    OrganisationId organisation;
    TreeHead known;                      ///< By the checkpoint beside the key.
    std::uint64_t left;                  ///< How many entries there are.
    TreeEpoch epoch = TreeEpoch::first;  ///< In which the checkpoint beside the key was signed.

    bool operator==(const LostEnd&) const = default;
};

/// One sentence: what is missing and what to do. No personal data.
[[nodiscard]] std::string to_text(const LostEnd& lost);

/// A proof that an entry is in the log, at its place.
struct Inclusion {
    LogPosition position;
    TreeHash leaf;
    TreePath path;
    SignedCheckpoint checkpoint;
};

class Checkpoints {
public:
    /// `store` and `ledger` outlive it. An empty `beside` means that none are kept beside a key (tests).
    Checkpoints(EntryStore& store, Ledger& ledger, std::filesystem::path beside);

    /// The checkpoint of all that is on disk: the newest if nothing was written since, else made now. Waits
    /// for the disk.
    /// @throws Unavailable when it can't be made, or the tree does not lead on from what was signed.
    [[nodiscard]] SignedCheckpoint make(const OrganisationId& organisation, Instant now);

    /// Likewise for every log that went on. What goes wrong with one does not keep the others from theirs:
    /// it is the answer. Where another process does not let go of the file beside the key, the rest waits for
    /// the next round.
    [[nodiscard]] std::vector<std::string> make_all(Instant now);

    /// The newest that is kept; nothing if there is none yet.
    [[nodiscard]] std::optional<SignedCheckpoint> newest(const OrganisationId& organisation) const;

    /// Of an entry, to the newest checkpoint; nothing if it is not in it.
    [[nodiscard]] std::optional<Inclusion> prove(const OrganisationId& organisation,
                                                 LogPosition position) const;

    /// That the tree of `to` entries begins with that of `from`; nothing if either is more than the newest
    /// checkpoint has, or `from` is 0 or more than `to`.
    [[nodiscard]] std::optional<TreePath> prove(const OrganisationId& organisation, std::uint64_t from,
                                                std::uint64_t to) const;

    /// What leads from each of the last signing keys to the one after it (key_rotation.h), oldest first.
    [[nodiscard]] std::string key_rotations(const OrganisationId& organisation) const;

    /// The line of the oldest of those keys, and then the same; of the only key, its line alone. Empty if
    /// there is none.
    [[nodiscard]] std::string key_chain(const OrganisationId& organisation) const;

    /// Announces the next signing key, and makes a checkpoint with it.
    [[nodiscard]] SignedCheckpoint rotate(const OrganisationId& organisation, Instant now);

    /// Every log that does not begin with what its checkpoint beside the key says: it ends before, it is from
    /// before that epoch, it was rewritten, or it is gone. Quick: what it costs does not grow with the log.
    /// @throws Unavailable when a log's tree can't be read.
    [[nodiscard]] std::vector<LostEnd> lost_ends() const;

    /// Each time that somebody said that the end of this log was lost, in order.
    [[nodiscard]] std::vector<EpochBegun> epochs(const OrganisationId& organisation) const;

    /// Says in the log that its end is lost and why, and begins another epoch. Of an organisation that is
    /// gone altogether the partnership's log says it. Reads the whole log that is left.
    /// @throws Unavailable when what is kept of that log's tree is not the tree of its entries.
    [[nodiscard]] SignedCheckpoint begin_epoch(const LostEnd& lost, const OrganisationId& said_in,
                                               const std::string& reason, Instant now);

    /// Keeps a witness's line, unless a newer one of that day is kept; says whether `note` is a checkpoint of
    /// this log that `witness` cosigned.
    [[nodiscard]] bool keep_cosignature(const OrganisationId& organisation, std::string_view note,
                                        const NoteKey& witness);

private:
    struct Signing {
        std::uint32_t number = 0;  ///< Of the newest key; 0 before the first is announced.
        TreeEpoch epoch = TreeEpoch::first;
        std::string origin;
    };

    [[nodiscard]] SignedCheckpoint make_alone(const OrganisationId& organisation, Instant now);
    [[nodiscard]] Signing signing_of(Log& log) const;
    [[nodiscard]] std::vector<OpenedEntry> said_of_tree(const Log& log) const;
    [[nodiscard]] std::vector<EpochBegun> epochs_in(const Log& log) const;
    [[nodiscard]] std::optional<LostEnd> lost_end(const OrganisationId& organisation,
                                                  const std::string& note) const;
    [[nodiscard]] Signing announced(Log& log, Instant now);
    void announce(Log& log, const TreeNoted& noted, Instant now);
    /// Not if another server wrote at the same time.
    [[nodiscard]] bool try_to_announce(Log& log, const TreeNoted& noted, Instant now);
    [[nodiscard]] crypto::SecretKey seed(const Log& log, std::uint32_t number) const;
    [[nodiscard]] NoteKey key_of(const Log& log, const Signing& signing, std::uint32_t number) const;
    [[nodiscard]] std::vector<NoteKey> keys_of(const Log& log, const Signing& signing) const;
    [[nodiscard]] std::string signed_note(const Log& log, const Signing& signing,
                                          const Checkpoint& checkpoint) const;
    [[nodiscard]] bool is_newer_kept(const OrganisationId& organisation, const KeptCosignature& cosigned,
                                     const std::string& origin, const NoteKey& witness) const;
    void keep_beside(const OrganisationId& organisation, const std::string& note);
    void change_beside(const std::function<void(CheckpointsBeside&)>& change);

    EntryStore& store_;
    Ledger& ledger_;
    const std::filesystem::path file_;
    mutable std::mutex mutex_;
    CheckpointsBeside beside_;
    std::mutex cosigning_;
};

}  // namespace safelead::ledger
