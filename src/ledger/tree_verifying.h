#pragma once

// Holds the tree of one log, and all that was signed of it, against the entries as they are read.

#include "ledger/checkpoint.h"
#include "ledger/entry_store.h"
#include "ledger/fault.h"
#include "ledger/tree_note.h"
#include "ledger/tree_reading.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace safelead::ledger {

class TreeVerifying {
public:
    using Found = std::function<void(std::optional<LogPosition>, Wrong)>;

    /// Looks at what is kept of the tree, before the log is read: a server may go on writing meanwhile.
    /// `beside` is the checkpoint kept beside the key.
    TreeVerifying(const EntryStore& store, OrganisationId organisation, std::optional<std::string> beside,
                  Found found);

    /// Each entry, in order; one that is missing is passed over.
    void entry(LogPosition position, BytesView bytes);

    /// What the log says of its signing keys and epochs.
    void noted(const TreeNoted& noted);

    /// Once all up to `end` has been read.
    void finish(LogPosition end);

private:
    /// Somebody said that so many entries had this root.
    struct Claim {
        TreeHead head;
        Wrong wrong;
        TreeEpoch epoch = TreeEpoch::first;
        bool holds = false;
    };

    void claim(const std::string& note, Wrong wrong);
    void add(const std::optional<TreeHash>& leaf);
    void finish_tile();
    void compare(const TreeTile& kept);
    void finish_levels(LogPosition end);
    void check_count(unsigned level, std::uint64_t full, LogPosition end);
    void finish_level(unsigned level, const std::vector<TreeHash>& below);
    void finish_checkpoint();
    void finish_beside();
    [[nodiscard]] bool begins_with_beside() const;
    [[nodiscard]] std::vector<std::string> origins() const;

    const EntryStore& store_;
    const OrganisationId organisation_;
    const std::optional<KeptCheckpoint> checkpoint_;
    const std::optional<std::string> beside_;
    const Found found_;

    TreeEdge edge_;
    std::optional<TreeHash> first_leaf_;
    std::vector<std::optional<TreeHash>> tile_;
    std::vector<TreeHash> roots_;      ///< Of the tiles of level 0.
    std::vector<LogPosition> differ_;  ///< Entries that are not what their tile says.
    std::vector<LogPosition> tiles_that_differ_;
    std::multimap<std::uint64_t, Claim> claims_;
    std::vector<crypto::PublicKey> signing_keys_;
    std::vector<TreeEpochNoted> epochs_;
    TreeEpoch epoch_ = TreeEpoch::first;
};

}  // namespace safelead::ledger
