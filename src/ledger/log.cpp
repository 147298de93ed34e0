#include "ledger/log.h"

#include "base/bug.h"
#include "base/unavailable.h"

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
    refuse_key_of_other_data(organisation);
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
