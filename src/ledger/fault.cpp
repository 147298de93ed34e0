#include "ledger/fault.h"

#include "base/bug.h"

#include <fmt/format.h>

namespace safelead::ledger {

std::string to_text(Wrong wrong)
{
    switch (wrong) {
        case Wrong::not_an_entry:
            return "its bytes are not an entry";
        case Wrong::another_organisation:
            return "it says that it belongs to another organisation";
        case Wrong::another_stream:
            return "its row names another stream than it does";
        case Wrong::another_position:
            return "its row names another place in the stream than it does";
        case Wrong::another_time:
            return "its row names another time than it does";
        case Wrong::gap_in_log:
            return "an entry before it is missing from the log";
        case Wrong::gap_in_stream:
            return "it, or an entry before it, is missing from its stream";
        case Wrong::time_goes_back:
            return "it is earlier than the entry before it";
        case Wrong::no_key:
            return "the key that sealed it is not there";
        case Wrong::key_does_not_unwrap:
            return "the key that sealed it was changed, or is under another master key";
        case Wrong::commitment_differs:
            return "what is readable of it was changed, or it was sealed under another key";
        case Wrong::does_not_open:
            return "what is sealed in it was changed";
        case Wrong::key_row_not_in_log:
            return "a key is there that the log does not name";
        case Wrong::key_row_changed:
            return "a key is not the one that the log names";
        case Wrong::key_row_missing:
            return "a key that the log names is not there";
        case Wrong::not_a_key_note:
            return "it names keys in a way that can't be read";
        case Wrong::receipt_wrong:
            return "the receipt of its command names other entries";
        case Wrong::receipt_missing:
            return "its command has no receipt";
        case Wrong::receipt_too_many:
            return "there are receipts of commands that wrote nothing";
        case Wrong::leaf_differs:
            return "it is not the entry that the tree holds at its place";
        case Wrong::tile_changed:
            return "the part of the tree that begins at this entry was changed";
        case Wrong::tile_missing:
            return "the part of the tree that begins at this entry is not there";
        case Wrong::tile_too_many:
            return "there are parts of a tree over entries that are not there";
        case Wrong::checkpoint_missing:
            return "its checkpoint is not there";
        case Wrong::checkpoint_not_signed:
            return "its checkpoint was changed: none of its keys signed it";
        case Wrong::checkpoint_differs:
            return "the entries up to here are not those that its checkpoint was signed for";
        case Wrong::checkpoint_older:
            return "its checkpoint is older than the one beside the key";
        case Wrong::log_cut_short:
            return "the log ends before here, and its checkpoint says that there is more";
        case Wrong::rolled_back:
            return "the log ends before here, and the checkpoint beside the key says that there was more: an "
                   "older copy was put back";
        case Wrong::rewritten:
            return "the entries up to here are not those of the checkpoint beside the key";
        case Wrong::cosigned_differs:
            return "the entries up to here are not those that a witness cosigned";
        case Wrong::not_a_tree_note:
            return "it speaks of the tree in a way that can't be read";
        case Wrong::erased:
            return "what it said was erased";
        case Wrong::key_not_destroyed:
            return "a key is there that the log says was destroyed";
        case Wrong::key_destroyed_unsaid:
            return "a key was destroyed and the log does not say so";
        case Wrong::key_made_again:
            return "it names a key for what was erased";
        case Wrong::written_after_erasure:
            return "it was written after its part was erased";
    }
    throw_bug("an unknown kind of fault");
}

std::string to_text(const Fault& fault)
{
    auto where = fmt::format("organisation {}", fault.organisation.text());
    if (fault.log_position) where += fmt::format(", entry {}", number(*fault.log_position));
    if (fault.stream) where += fmt::format(", stream {}", fault.stream->text());
    if (fault.part)
        where +=
            *fault.part == shared_part() ? ", shared part" : fmt::format(", part {}", fault.part->text());
    if (fault.epoch) where += fmt::format(", key of epoch {}", static_cast<std::uint32_t>(*fault.epoch));
    return fmt::format("{}: {}", where, to_text(fault.wrong));
}

}  // namespace safelead::ledger
