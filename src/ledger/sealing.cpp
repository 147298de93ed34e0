#include "ledger/sealing.h"

#include "base/bug.h"
#include "base/unavailable.h"
#include "crypto/random.h"
#include "ledger/fact.h"
#include "ledger/key_note.h"
#include "ledger/key_wrap.h"
#include "ledger/seal.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

namespace safelead::ledger {

crypto::Nonce NonceStock::take()
{
    if (left_ == 0) {
        crypto::fill_random(std::as_writable_bytes(std::span{drawn_}));
        left_ = drawn_.size();
    }
    return drawn_[--left_];
}

Log::Inside::Sealing::Sealing(Inside& log, const Submission& submission, const crypto::Digest& content)
    : log_{log},
      command_{submission.command},
      time_{std::max(submission.now, log.newest_)},
      append_{log.organisation, command_, content, time_, {}, {}, {}, {}}
{
    std::vector<SharedKey> keys;
    for (const auto& entry : submission.entries) keys.push_back(key_for(entry));
    std::vector<KeyNoted> noted;
    for (const auto& row : append_.keys)
        noted.emplace_back(StreamKeyNoted{row.stream, row.part, row.epoch, digest_of(row)});
    if (!noted.empty()) note(noted);
    for (std::size_t at = 0; at < keys.size(); ++at) {
        const auto& entry = submission.entries[at];
        asked_.push_back(append_.entries.size());
        add(entry.stream, entry.part, *keys[at], entry.plaintext);
    }
    note_destroyed(submission);
    append_.log_seen = submission.log_seen;
    for (const auto& named : submission.about)
        if (std::ranges::find(append_.sealed_under, named) == append_.sealed_under.end())
            append_.sealed_under.push_back(named);
    for (const auto& fact : submission.facts)
        append_.facts.push_back(seal_fact(log_.organisation, fact, log_.facts_key_));
}

Log::Inside::Sealing::Sealing(Inside& log, CommandId command, Instant now, const KeyWork& work)
    : log_{log},
      command_{std::move(command)},
      time_{std::max(now, log.newest_)},
      append_{log.organisation, command_, {}, time_, {}, {}, {}, {}, work.changes}
{
    note(work.noted);
}

SharedKey Log::Inside::Sealing::key_for(const NewEntry& entry)
{
    if (entry.stream == keys_stream()) throw_bug("only the ledger writes to its stream of keys");
    const PartName name{entry.stream, entry.part};
    if (const auto found = made_.find(name); found != made_.end()) return found->second.key;
    if (const auto found = log_.made_.find(name); found != log_.made_.end()) {
        append_.relies_on.push_back(found->second.row);
        return found->second.key;
    }
    // A key is kept with its first entry: a stream that isn't there has none.
    if (log_.head_of(entry.stream) == StreamPosition::start) return make_key(name);
    auto known = log_.keys_.part_key(log_.organisation, entry.stream, entry.part);
    if (known) {
        watch_key(name);
        return *std::move(known);
    }
    if (known.error() != Wrong::no_key)
        throw Unavailable{
            fmt::format("A key of stream {} of organisation {} can't be used: run `safelead record verify`.",
                        entry.stream.text(), log_.organisation.text())};
    return make_key(name);
}

SharedKey Log::Inside::Sealing::make_key(const PartName& name)
{
    const auto& wrapping_key = log_.wrapping_key();
    auto key = std::make_shared<const crypto::SecretKey>(crypto::SecretKey::random());
    auto row =
        wrap(*key, log_.organisation, name.first, name.second, log_.epoch_, wrapping_key, nonces_.take());
    append_.keys.push_back(row);
    made_.emplace(name, MadeKey{std::move(row), key});
    return key;
}

// It is in memory here, and another server may have destroyed it: what is sealed under it would never be
// read.
void Log::Inside::Sealing::watch_key(const PartName& name)
{
    if (log_.store.writers() == Writers::this_program_alone) return;
    auto& watched = append_.sealed_under;
    if (std::ranges::find(watched, name) == watched.end()) watched.push_back(name);
}

void Log::Inside::Sealing::note_destroyed(const Submission& submission)
{
    std::vector<KeyNoted> noted;
    for (const auto& name : submission.destroys) {
        const auto& [stream, part] = name;
        if (stream == keys_stream()) throw_bug("a log's standing key is never destroyed");
        const bool is_new = made_.contains(name) || log_.made_.contains(name);
        const auto there = log_.store.stream_key(log_.organisation, stream, part);
        if (log_.being_destroyed_.contains(name) || (there && is_destroyed(*there)) || !(there || is_new))
            continue;
        append_.key_changes.destroyed.push_back(name);
        noted.emplace_back(StreamKeyDestroyed{stream, part});
    }
    if (!noted.empty()) note(noted);
}

void Log::Inside::Sealing::note(const std::vector<KeyNoted>& noted)
{
    const auto standing_key = log_.keys_.part_key(log_.organisation, keys_stream(), shared_part());
    if (!standing_key) throw_bug("a log lost its standing key");
    add(keys_stream(), shared_part(), **standing_key, key_note(noted));
}

void Log::Inside::Sealing::add(const StreamId& stream, const PartId& part, const crypto::SecretKey& key,
                               BytesView plaintext)
{
    if (plaintext.size() > longest_plaintext) throw_bug("what was written is too long for one entry");
    auto [head, is_first] = heads_.try_emplace(stream, StreamPosition::start);
    if (is_first) head->second = log_.head_of(stream);
    head->second = next(head->second);

    const EntryHeader header{append_.organisation, stream, head->second, part, command_, time_};
    append_.entries.push_back({stream, head->second, seal_entry(header, key, nonces_.take(), plaintext)});
}

Waiting Log::Inside::Sealing::waiting(std::shared_ptr<const void> note, std::shared_ptr<CommitGate> gate)
{
    std::vector<StreamId> streams;
    for (const auto& [stream, head] : heads_) streams.push_back(stream);
    std::vector<PartName> made;
    for (const auto& [name, key] : made_) made.push_back(name);
    append_destroyed_ = append_.key_changes.destroyed;
    if (heads_.contains(keys_stream())) append_.follows = log_.last_of_keys_;

    auto settle = [&log = log_, command = command_, streams = std::move(streams), made = std::move(made),
                   changes = append_.key_changes](const std::optional<AppendResult>& result) {
        log.settle(command, streams, made, changes, result);
    };
    return {std::move(append_), std::move(asked_), std::move(note), std::move(gate), std::move(settle)};
}

void Log::Inside::Sealing::take_effect(const crypto::Digest& content, std::shared_ptr<CommitGate> gate)
{
    log_.newest_ = time_;
    const auto& destroyed = append_destroyed_;
    log_.being_destroyed_.insert(destroyed.begin(), destroyed.end());
    for (const auto& [stream, head] : heads_) {
        auto& kept = log_.streams_.try_emplace(stream, Stream{head}).first->second;
        kept.head = head;
        ++kept.waiting;
    }
    if (heads_.contains(keys_stream())) log_.last_of_keys_ = command_;
    log_.made_.merge(made_);
    log_.sent_.emplace(command_, Sent{content, std::move(gate)});
}

}  // namespace safelead::ledger
