#include "ledger/log.h"

#include "base/bug.h"
#include "ledger/fact.h"
#include "ledger/key_note.h"
#include "ledger/master_key.h"
#include "ledger/sealing.h"
#include "ledger/tree_note.h"
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
    if (is_out_of_date_) bring_up_to_date();
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
    if (streams_.size() >= most_streams_known) forget_idle_streams();
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

void Log::Inside::forget_idle_streams()
{
    std::erase_if(streams_, [](const auto& one) { return one.second.waiting == 0; });
}

// Somebody else wrote, or nobody knows whether we did.
void Log::Inside::bring_up_to_date()
{
    newest_ = std::max(newest_, store.head(organisation).time);
    if (auto key = keys_.organisation_key(organisation)) std::tie(epoch_, organisation_key_) = *key;
    is_out_of_date_ = false;
}

void Log::Inside::settle(const CommandId& command, const std::vector<StreamId>& streams,
                         const std::vector<PartName>& made, const KeyChanges& changes,
                         const std::optional<AppendResult>& result)
{
    const std::lock_guard lock{mutex_};
    sent_.erase(command);
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
    if (is_written)
        for (const auto epoch : changes.epochs_destroyed) keys_.forget(organisation, epoch);
    if (!is_written) {
        // What is remembered of where streams end is read again, when it is next asked for: the store may be
        // out of reach just now.
        streams_.clear();
        is_out_of_date_ = true;
        return;
    }
    for (const auto& stream : streams)
        if (const auto found = streams_.find(stream); found != streams_.end() && found->second.waiting > 0)
            --found->second.waiting;
}

Result<Page, Fault> Log::Inside::read(LogPosition after, std::size_t limit) const
{
    Opening opening{organisation, keys_};
    LogOrder order{after};
    Page page{{}, after};
    for (const auto& stored : store.read(organisation, after, limit)) {
        if (const auto wrong = order.next_is(stored)) return fail(opening.fault(stored, *wrong));
        auto opened = SL_TRY(opening.open(stored));
        page.reached = stored.log_position;
        if (stored.stream == tree_stream()) continue;
        if (stored.stream != keys_stream())
            page.entries.push_back(std::move(opened));
        else if (!parse_key_note(opened.plaintext))
            return fail(opening.fault(stored, Wrong::not_a_key_note));
    }
    return page;
}

Result<std::vector<OpenedEntry>, Fault> Log::Inside::read_stream(const StreamId& stream,
                                                                 StreamPosition after) const
{
    Opening opening{organisation, keys_};
    std::vector<OpenedEntry> entries;
    for (const auto& stored : store.read_stream(organisation, stream, after)) {
        if (stored.position != next(after)) return fail(opening.fault(stored, Wrong::gap_in_stream));
        after = stored.position;
        entries.push_back(SL_TRY(opening.open(stored)));
    }
    return entries;
}

PlacesPage Log::Inside::places(LogPosition after, std::size_t limit) const
{
    PlacesPage page{{}, after, {}};
    for (auto& place : store.places(organisation, after, limit)) {
        if (place.log_position != next(page.reached)) {
            page.gap = Fault{organisation, place.log_position, std::nullopt, Wrong::gap_in_log};
            page.reached = LogPosition{number(place.log_position) - 1};
            return page;
        }
        page.reached = place.log_position;
        if (place.stream != keys_stream() && place.stream != tree_stream())
            page.places.push_back(std::move(place));
    }
    return page;
}

StreamRead Log::Inside::read_what_opens(const StreamId& stream) const
{
    Opening opening{organisation, keys_};
    StreamRead read;
    auto position = StreamPosition::start;
    for (const auto& stored : store.read_stream(organisation, stream, position)) {
        if (stored.position != next(position)) {
            read.fault = opening.fault(stored, Wrong::gap_in_stream);
            return read;
        }
        position = stored.position;
        auto opened = opening.open(stored);
        if (!opened) {
            read.fault = std::move(opened).error();
            return read;
        }
        read.entries.push_back(*std::move(opened));
    }
    return read;
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

FactsRead Log::Inside::facts() const
{
    FactsRead read;
    for (const auto& row : store.facts(organisation)) {
        if (auto fact = open_fact(row, facts_key_))
            read.opened.push_back(*std::move(fact));
        else
            ++read.not_opened;
    }
    return read;
}

std::optional<PartErased> Log::Inside::erased(const Submission& submission) const
{
    for (const auto& entry : submission.entries) {
        const PartName name{entry.stream, entry.part};
        if (being_destroyed_.contains(name)) return PartErased{entry.stream, entry.part};
        if (made_.contains(name)) continue;
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

Result<Page, Fault> Log::read(LogPosition after, std::size_t limit) const
{
    return inside_->read(after, limit);
}

Result<std::vector<OpenedEntry>, Fault> Log::read_stream(const StreamId& stream, StreamPosition after) const
{
    return inside_->read_stream(stream, after);
}

PlacesPage Log::places(LogPosition after, std::size_t limit) const
{
    return inside_->places(after, limit);
}

StreamRead Log::read_what_opens(const StreamId& stream) const
{
    return inside_->read_what_opens(stream);
}

FactsRead Log::facts() const
{
    return inside_->facts();
}

std::optional<crypto::Digest> Log::digest_at(LogPosition position) const
{
    if (position == LogPosition::start) return std::nullopt;
    const auto stored =
        inside_->store.read(inside_->organisation, LogPosition{number(position) - 1}, std::size_t{1});
    if (stored.empty() || stored.front().log_position != position) return std::nullopt;
    return crypto::sha256(stored.front().bytes);
}

Writers Log::writers() const
{
    return inside_->store.writers();
}

Result<Disclosed, Fault> Log::disclose(LogPosition position) const
{
    return inside_->disclose(position);
}

void Log::forget_key(const StreamId& stream, const PartId& part)
{
    inside_->forget_key(stream, part);
}

LogHead Log::head() const
{
    return inside_->store.head(inside_->organisation);
}

std::optional<Recorded> Log::recorded(const CommandId& command) const
{
    const auto receipt = inside_->store.receipt(inside_->organisation, command);
    if (!receipt) return std::nullopt;
    return receipt->recorded;
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
