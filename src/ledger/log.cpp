#include "ledger/log.h"

#include "base/bug.h"
#include "base/unavailable.h"
#include "ledger/master_key.h"
#include "ledger/sealing.h"
#include "ledger/wire.h"

#include <fmt/format.h>

#include <algorithm>
#include <tuple>

namespace safelead::ledger {
namespace {

constexpr std::size_t most_streams_known = 20'000;
constexpr std::string_view receipt_label = "safelead.receipt.1";
constexpr std::string_view purpose_label = "safelead.purpose.1";
constexpr std::string_view facts_purpose = "facts";

template <class Value>
Value usable(Result<Value, Wrong> key, const OrganisationId& organisation)
{
    if (key) return *std::move(key);
    throw KeyUnavailable{
        fmt::format("The keys of organisation {} do not open under this master key: give the key that "
                    "belongs to this data.",
                    organisation.text())};
}

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

Log::Inside::Inside(OrganisationId of, const EntryStore& from, Keyring& keys, Committer& committer)
    : organisation{std::move(of)},
      store{from},
      keys_{keys},
      committer_{committer},
      epoch_{KeyEpoch::first},
      receipt_key_{crypto::derive_key(
          *usable(keys.part_key(organisation, keys_stream(), shared_part()), organisation), receipt_label)},
      facts_key_{*key_for(keys_stream(), shared_part(), facts_purpose)},
      newest_{store.head(organisation).time}
{
    std::tie(epoch_, organisation_key_) = usable(keys.organisation_key(organisation), organisation);
}

Later<SubmitResult> Log::Inside::submit(Submission submission)
{
    if (submission.entries.empty()) throw_bug("a submission without entries");
    const auto content = content_digest(submission);

    const std::lock_guard lock{mutex_};
    begin();
    if (auto answer = earlier_answer(submission.command, content)) return *std::move(answer);
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
    said.bytes(bytes_of(submission.command.text())).u8(0).bytes(submission.content);
    return crypto::keyed_digest(receipt_key_, said.written());
}

std::optional<Later<SubmitResult>> Log::Inside::earlier_answer(const CommandId& command,
                                                               const crypto::Digest& content) const
{
    if (const auto found = sent_.find(command); found != sent_.end()) {
        const auto& [sent_content, gate] = found->second;
        return answer_when_kept(gate, sent_content == content ? Sending::same_again : Sending::other);
    }
    if (const auto receipt = store.receipt(organisation, command)) return answer_from(*receipt, content);
    return std::nullopt;
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

// Nothing is forgotten later: what a submission was compared with is what it is sealed behind.
void Log::Inside::begin()
{
    if (is_out_of_date_) bring_up_to_date();
    if (streams_.size() >= most_streams_known) forget_idle_streams();
}

void Log::Inside::forget_idle_streams()
{
    std::erase_if(streams_, [](const auto& one) { return one.second.waiting == 0; });
}

// Somebody else wrote, or nobody knows whether we did.
void Log::Inside::bring_up_to_date()
{
    newest_ = std::max(newest_, store.head(organisation).time);
    // One that does not open is under a master key this server does not have. What it has in memory may never
    // have been kept, and nothing more is wrapped by it. (Or it went between two looks: the next one tells.)
    if (auto key = keys_.organisation_key(organisation))
        std::tie(epoch_, organisation_key_) = *key;
    else
        organisation_key_.reset();
    is_out_of_date_ = organisation_key_ == nullptr;
}

const crypto::SecretKey& Log::Inside::wrapping_key() const
{
    if (!organisation_key_)
        throw Unavailable{
            "The master key was rotated on another server: put the new key file here and start this server "
            "again."};
    return *organisation_key_;
}

void Log::Inside::settle(const CommandId& command, const std::vector<StreamId>& streams,
                         const std::vector<PartName>& made, const KeyChanges& changes,
                         const std::optional<AppendResult>& result)
{
    const std::lock_guard lock{mutex_};
    sent_.erase(command);
    if (last_of_keys_ == command) last_of_keys_.reset();
    const bool is_written = result && *result && (*result)->turn == Turn::first;
    for (const auto& name : made) {
        const auto found = made_.find(name);
        if (found == made_.end()) continue;
        if (is_written) keys_.keep(found->second.row, found->second.key);
        made_.erase(found);
    }
    for (const auto& name : changes.destroyed) {
        if (is_written) keys_.forget(organisation, name.first, name.second);
        being_destroyed_.erase(name);
    }
    if (is_written) {
        for (const auto epoch : changes.epochs_destroyed) keys_.forget(organisation, epoch);
        // What wraps was looked up again, maybe, while the next one was not there yet.
        if (!changes.next_organisation_keys.empty()) is_out_of_date_ = true;
    }
    if (!is_written) {
        forget_erased(result);
        // What is remembered of where streams end is read again, when it is next asked for: the store may be
        // out of reach just now. What is sealed then stands behind what is in the store, and behind nothing
        // that is still on its way.
        streams_.clear();
        last_of_keys_.reset();
        is_out_of_date_ = true;
        return;
    }
    for (const auto& stream : streams)
        if (const auto found = streams_.find(stream); found != streams_.end() && found->second.waiting > 0)
            --found->second.waiting;
}

// Another server destroyed it.
void Log::Inside::forget_erased(const std::optional<AppendResult>& result)
{
    if (!result || *result) return;
    if (const auto* gone = std::get_if<PartErased>(&result->error()))
        keys_.forget(organisation, gone->stream, gone->part);
}

std::optional<crypto::SecretKey> Log::Inside::key_for(const StreamId& stream, const PartId& part,
                                                      std::string_view purpose) const
{
    const auto key = keys_.part_key(organisation, stream, part);
    if (key) return crypto::derive_key(**key, purpose_label, bytes_of(purpose));
    if (key.error() == Wrong::no_key || key.error() == Wrong::erased) return std::nullopt;
    return usable(Result<std::optional<crypto::SecretKey>, Wrong>{fail(key.error())}, organisation);
}

void Log::Inside::forget_key(const StreamId& stream, const PartId& part) const
{
    keys_.forget(organisation, stream, part);
}

void Log::Inside::forget_keys() const
{
    keys_.forget_parts(organisation);
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

Log::Log(std::unique_ptr<Inside> inside) : inside_{std::move(inside)} {}

Log::~Log() = default;

const OrganisationId& Log::organisation() const
{
    return inside_->organisation;
}

Rewrapped Log::rotate_key(Instant now, const RewrapProgress& progress)
{
    return inside_->rotate_key(now, progress);
}

Later<SubmitResult> Log::submit(Submission submission)
{
    return inside_->submit(std::move(submission));
}

void Log::forget_key(const StreamId& stream, const PartId& part)
{
    inside_->forget_key(stream, part);
}

void Log::forget_keys()
{
    inside_->forget_keys();
}

crypto::SecretKey Log::key_for(std::string_view purpose) const
{
    auto key = inside_->key_for(keys_stream(), shared_part(), purpose);
    if (!key) throw_bug("a log lost its standing key");
    return *std::move(key);
}

std::optional<crypto::SecretKey> Log::key_for(const StreamId& stream, const PartId& part,
                                              std::string_view purpose) const
{
    return inside_->key_for(stream, part, purpose);
}

}  // namespace safelead::ledger
