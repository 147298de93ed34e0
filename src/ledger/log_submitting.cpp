// What is asked of a submission before it is sealed and handed to the committer.

#include "base/bug.h"
#include "ledger/log.h"
#include "ledger/sealing.h"
#include "ledger/wire.h"

#include <algorithm>

namespace safelead::ledger {
namespace {

/// What a submission is to the one with the same command id that is on its way to the disk.
enum class Sending { first, same_again, other };

Later<SubmitResult> answer_when_kept(std::shared_ptr<CommitGate> gate, Sending sending)
{
    auto answer = [gate, sending]() -> Later<SubmitResult> {
        auto result = gate->result();
        if (!result) return result;
        auto recorded = *result;
        if (sending == Sending::other) return SubmitResult{fail(OtherContent{recorded})};
        if (sending == Sending::same_again) recorded.turn = Turn::again;
        return SubmitResult{recorded};
    };
    return Later<SubmitResult>::after(std::move(gate), std::move(answer));
}

SubmitResult answer_from(const Receipt& receipt, const crypto::Digest& content)
{
    auto recorded = receipt.recorded;
    recorded.turn = Turn::again;
    if (receipt.content != content) return fail(OtherContent{recorded});
    return recorded;
}

}  // namespace

Later<SubmitResult> Log::Inside::submit(Submission submission)
{
    if (submission.entries.empty()) throw_bug("a submission without entries");
    const auto content = content_digest(submission);

    const std::lock_guard lock{mutex_};
    begin();
    if (auto answer = answer_under_way(submission.command, content)) return *std::move(answer);
    if (is_for_the_writer_to_see(submission)) {
        for (const auto& begun : submission.expectations)
            streams_.emplace(begun.stream, Stream{StreamPosition::start});
    } else if (const auto receipt = store.receipt(organisation, submission.command)) {
        return answer_from(*receipt, content);
    }
    if (auto found = conflict(submission)) return SubmitResult{fail(*std::move(found))};
    if (auto gone = erased(submission)) return SubmitResult{fail(*std::move(gone))};

    auto gate = std::make_shared<CommitGate>();
    Sealing sealing{*this, submission, content};
    committer_.submit(sealing.waiting(std::move(submission.note), gate));
    sealing.take_effect(content, gate);
    return answer_when_kept(std::move(gate), Sending::first);
}

crypto::Digest Log::Inside::content_digest(const Submission& submission) const
{
    WireWriter said;
    const auto command = submission.command.text();
    said.room_for(command.size() + 1 + submission.content.size());
    said.bytes(bytes_of(command)).u8(0).bytes(submission.content);
    return crypto::keyed_digest(receipt_key_, said.written());
}

std::optional<Later<SubmitResult>> Log::Inside::answer_under_way(const CommandId& command,
                                                                 const crypto::Digest& content) const
{
    const auto found = sent_.find(command);
    if (found == sent_.end()) return std::nullopt;
    const auto& [sent_content, gate] = found->second;
    return answer_when_kept(gate, sent_content == content ? Sending::same_again : Sending::other);
}

// What only begins streams that nobody here knows of: the writer sees whether they are missing, and whether
// the command was kept before, in the questions that it asks anyway. Each asked here is a journey to the
// database, and holds up whoever else writes to this log.
bool Log::Inside::is_for_the_writer_to_see(const Submission& submission) const
{
    const auto& expectations = submission.expectations;
    const auto is_unknown = [&](const Expectation& expected) {
        return expected.last_seen == StreamPosition::start && !streams_.contains(expected.stream);
    };
    const auto is_begun = [&](const NewEntry& entry) {
        return std::ranges::any_of(
            expectations, [&](const Expectation& expected) { return expected.stream == entry.stream; });
    };
    const auto has_entry = [&](const Expectation& expected) {
        return std::ranges::find(submission.entries, expected.stream, &NewEntry::stream) !=
               submission.entries.end();
    };
    return std::ranges::all_of(submission.entries, is_begun) &&
           std::ranges::all_of(expectations, has_entry) && std::ranges::all_of(expectations, is_unknown);
}

std::optional<Conflict> Log::Inside::conflict(const Submission& submission)
{
    for (const auto& expected : submission.expectations) {
        auto newest = head_of(expected.stream);
        if (newest < expected.last_seen) newest = head_on_disk(expected.stream);
        if (newest != expected.last_seen) return Conflict{expected.stream, newest};
    }
    return std::nullopt;
}

StreamPosition Log::Inside::head_of(const StreamId& stream)
{
    if (const auto known = streams_.find(stream); known != streams_.end()) return known->second.head;
    return streams_.emplace(stream, Stream{store.stream_head(organisation, stream)}).first->second.head;
}

// The writer has seen what another server wrote. What is still waiting here was sealed without it, and is in
// conflict with it when its turn comes.
StreamPosition Log::Inside::head_on_disk(const StreamId& stream)
{
    auto& known = streams_.at(stream);
    if (known.waiting > 0) return known.head;
    bring_up_to_date();
    known.head = store.stream_head(organisation, stream);
    return known.head;
}

std::optional<PartErased> Log::Inside::erased(const Submission& submission)
{
    for (const auto& entry : submission.entries) {
        const PartName name{entry.stream, entry.part};
        if (being_destroyed_.contains(name)) return PartErased{entry.stream, entry.part};
        // A stream that isn't there has no key that could be gone.
        if (made_.contains(name) || head_of(entry.stream) == StreamPosition::start) continue;
        const auto key = keys_.part_key(organisation, entry.stream, entry.part);
        if (!key && key.error() == Wrong::erased) return PartErased{entry.stream, entry.part};
    }
    return std::nullopt;
}

}  // namespace safelead::ledger
