#pragma once

// What every store must see to before it writes, written once.

#include "base/bug.h"
#include "ledger/entry_store.h"

#include <map>
#include <optional>

namespace safelead::ledger {

/// What `append` gets without anything being written: the answer to a command that was kept before, or why it
/// can't be kept. Nothing if it is to be written.
///
/// `Sight` shows what was kept so far, this group's earlier appends included: head, stream_head, receipt,
/// stream_key, newest_epoch.
template <class Sight>
[[nodiscard]] std::optional<AppendResult> answer_without_writing(const Append& append, const Sight& sight)
{
    if (append.entries.empty()) throw_bug("an append without entries");

    if (auto receipt = sight.receipt(append.organisation, append.command)) {
        receipt->recorded.turn = Turn::again;
        if (receipt->content == append.content) return receipt->recorded;
        return fail(OtherContent{receipt->recorded});
    }

    const auto head = sight.head(append.organisation);
    const bool is_new = head.position == LogPosition::start;
    if (is_new && append.organisation_keys.empty()) throw_bug("an append to a log that nobody started");

    const auto keys_conflict = [&] {
        return fail(Conflict{keys_stream(), sight.stream_head(append.organisation, keys_stream())});
    };
    if (!is_new && !append.organisation_keys.empty()) return keys_conflict();
    // Another server, whose clock is ahead, was there first.
    if (!is_new && append.time < head.time) return keys_conflict();
    if (append.log_seen && *append.log_seen != head.position) return keys_conflict();
    // What it was sealed behind fell alone, and another server's change of keys may stand in that place: the
    // places after it say nothing then.
    if (append.follows && !sight.receipt(append.organisation, *append.follows)) return keys_conflict();

    std::map<StreamId, StreamPosition> heads;
    for (const auto& entry : append.entries) {
        auto [at, is_first] = heads.try_emplace(entry.stream, StreamPosition::start);
        if (is_first) at->second = sight.stream_head(append.organisation, entry.stream);
        if (entry.position != next(at->second)) {
            if (!is_first) throw_bug("an append whose own entries are not in order");
            return fail(Conflict{entry.stream, at->second});
        }
        at->second = entry.position;
    }
    if (!is_new && !append.keys.empty()) {
        // Another server may have gone on to the next key: what is under the old one would go with it.
        const auto newest = sight.newest_epoch(append.organisation);
        for (const auto& key : append.keys)
            if (key.epoch != newest) return keys_conflict();
    }
    for (const auto& key : append.keys)
        if (sight.stream_key(append.organisation, key.stream, key.part)) return keys_conflict();
    for (const auto& key : append.relies_on)
        if (sight.stream_key(append.organisation, key.stream, key.part) != key) return keys_conflict();
    for (const auto& [stream, part] : append.sealed_under) {
        const auto key = sight.stream_key(append.organisation, stream, part);
        if (key && is_destroyed(*key)) return fail(PartErased{stream, part});
    }
    return std::nullopt;
}

}  // namespace safelead::ledger
