#pragma once

#include "ledger/key_row.h"

#include <optional>
#include <string>

namespace safelead::ledger {

/// What is not as it should be with something that was kept.
enum class Wrong {
    not_an_entry,           ///< The bytes can't be read as an entry.
    another_organisation,   ///< The entry says it belongs to another log.
    another_stream,         ///< The row says one stream, the entry another.
    another_position,       ///< The row says one place in the stream, the entry another.
    another_time,           ///< The row says one time, the entry another.
    gap_in_log,             ///< A position of the log is missing, or comes twice.
    gap_in_stream,          ///< Likewise in a stream.
    time_goes_back,         ///< Earlier than the entry before it.
    no_key,                 ///< The key that sealed it is not there.
    key_does_not_unwrap,    ///< The row of the key was changed, or belongs to another master key.
    commitment_differs,     ///< The clear part was changed, or it was sealed under another key.
    does_not_open,          ///< Key and header are right; the sealed bytes were changed.
    key_row_not_in_log,     ///< A key row the log never named.
    key_row_changed,        ///< A key row is not the one the log named last.
    key_row_missing,        ///< The log names a key row that isn't there.
    not_a_key_note,         ///< An entry of the keys' stream can't be read.
    receipt_wrong,          ///< A command's receipt names entries that are not that command's.
    receipt_missing,        ///< Entries whose command has no receipt.
    receipt_too_many,       ///< Receipts of commands that wrote nothing.
    leaf_differs,           ///< The entry is not the one the tree holds at its place.
    tile_changed,           ///< A tile of the tree, from this entry on, is not what the entries make it.
    tile_missing,           ///< A tile of the tree, from this entry on, is not there.
    tile_too_many,          ///< Tiles of entries that are not there.
    checkpoint_missing,     ///< There are tiles, or a checkpoint beside the key, and none in the store.
    checkpoint_not_signed,  ///< The checkpoint can't be read, or none of the log's keys signed it.
    checkpoint_differs,     ///< So many entries do not have the root that was signed.
    checkpoint_older,       ///< The checkpoint is older than the one beside the key.
    log_cut_short,          ///< The log ends before its checkpoint.
    rolled_back,            ///< The log ends before the checkpoint beside the key.
    rewritten,              ///< So many entries do not have the root that is kept beside the key.
    cosigned_differs,       ///< So many entries do not have the root that a witness cosigned.
    not_a_tree_note,        ///< An entry of the tree's stream can't be read.
    erased,                 ///< Its key was destroyed, as the log says. Not a fault.
    key_not_destroyed,      ///< The log says a key was destroyed, and it is there.
    key_destroyed_unsaid,   ///< A key is destroyed, and the log does not say so.
    key_made_again,         ///< The log names a key of a part after it was destroyed.
    written_after_erasure,  ///< An entry of a part stands after the entry that destroyed its key.
};

/// One sentence for a person who runs the server; no personal data.
[[nodiscard]] std::string to_text(Wrong wrong);

/// Where, and what.
struct Fault {
    OrganisationId organisation;
    std::optional<LogPosition> log_position;  ///< Nothing when it is about a key row or a receipt.
    std::optional<StreamId> stream;
    Wrong wrong;
    std::optional<PartId> part = {};     ///< Whose key of the stream, when it is about one.
    std::optional<KeyEpoch> epoch = {};  ///< Which of the organisation's own keys, likewise.

    bool operator==(const Fault&) const = default;
};

/// "organisation x, entry 12, stream y: …", and of a key "…, stream y, part z: …" or "…, key of epoch 2: …".
[[nodiscard]] std::string to_text(const Fault& fault);

}  // namespace safelead::ledger
