#pragma once

#include "ledger/committer.h"
#include "ledger/key_note.h"
#include "ledger/keyring.h"
#include "ledger/ledger.h"

#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <string_view>
#include <unordered_map>
#include <utility>

namespace safelead::ledger {

/// What a log remembers between submissions: where its streams end, what is on its way to the disk, and which
/// keys were made but are not yet there.
class Log::Inside {
    /// Changes of keys, and what the log says of them.
    struct KeyWork {
        KeyChanges changes;
        std::vector<KeyNoted> noted;
        std::optional<std::pair<KeyEpoch, SharedKey>> wraps_from_now;
        std::size_t keys = 0;
    };

public:
    /// @throws KeyUnavailable when its keys are not there or do not unwrap.
    Inside(OrganisationId organisation, const EntryStore& store, Keyring& keys, Committer& committer);

    [[nodiscard]] Later<SubmitResult> submit(Submission submission);
    [[nodiscard]] Result<Page, Fault> read(LogPosition after, std::size_t limit) const;
    [[nodiscard]] Result<std::vector<OpenedEntry>, Fault> read_stream(const StreamId& stream,
                                                                      StreamPosition after) const;
    [[nodiscard]] PlacesPage places(LogPosition after, std::size_t limit) const;
    [[nodiscard]] std::vector<StreamRead> read_what_opens(std::span<const StreamId> streams) const;
    [[nodiscard]] Result<Disclosed, Fault> disclose(LogPosition position) const;
    [[nodiscard]] std::optional<crypto::SecretKey> key_for(const StreamId& stream, const PartId& part,
                                                           std::string_view purpose) const;
    void forget_key(const StreamId& stream, const PartId& part) const;
    void forget_keys() const;
    [[nodiscard]] FactsRead facts() const;
    void wait_until_told(std::chrono::milliseconds longest) const { committer_.wait_until_told(longest); }
    [[nodiscard]] Instant newest();

    [[nodiscard]] Rewrapped rotate_key(Instant now, const RewrapProgress& progress);

    /// Wraps the organisation's keys again, all epochs; how many.
    std::uint64_t rewrap_organisation_keys(Instant now);

    const OrganisationId organisation;
    const EntryStore& store;

private:
    [[nodiscard]] StreamRead what_opens(const std::vector<StoredEntry>& entries) const;

    using PartName = std::pair<StreamId, PartId>;

    struct HashOfStream {
        std::size_t operator()(const StreamId& stream) const
        {
            return std::hash<std::string_view>{}(stream.text());
        }
    };
    struct Stream {
        StreamPosition head;
        std::size_t waiting = 0;
    };
    struct Sent {
        crypto::Digest content;
        std::shared_ptr<CommitGate> gate;
    };
    struct MadeKey {
        StreamKeyRow row;
        SharedKey key;
    };
    class Sealing;

    /// What a step of rotating changes, made under the lock; nothing if there is nothing to do.
    using MakeKeyWork = std::function<std::optional<KeyWork>()>;
    [[nodiscard]] KeyEpoch newest_epoch();
    /// Looks at what another server changed meanwhile and makes the step anew, so often.
    [[nodiscard]] std::size_t work_on_keys(Instant now, const MakeKeyWork& make);
    [[nodiscard]] std::size_t try_work_on_keys(Instant now, const MakeKeyWork& make);
    [[nodiscard]] std::optional<KeyWork> next_epoch() const;
    [[nodiscard]] std::optional<KeyWork> rewrap_each_epoch() const;
    [[nodiscard]] std::optional<KeyWork> rewrap_some() const;
    [[nodiscard]] std::optional<KeyWork> destroy_old_epochs() const;
    [[nodiscard]] std::optional<PartErased> erased(const Submission& submission);

    [[nodiscard]] crypto::Digest content_digest(const Submission& submission) const;
    [[nodiscard]] std::optional<Later<SubmitResult>> answer_under_way(const CommandId& command,
                                                                      const crypto::Digest& content) const;
    [[nodiscard]] bool is_for_the_writer_to_see(const Submission& submission) const;
    void begin();
    [[nodiscard]] std::optional<Conflict> conflict(const Submission& submission);
    [[nodiscard]] StreamPosition head_of(const StreamId& stream);
    [[nodiscard]] StreamPosition head_on_disk(const StreamId& stream);
    void forget_idle_streams();
    void settle(const CommandId& command, const std::vector<StreamId>& streams,
                const std::vector<PartName>& made, const KeyChanges& changes,
                const std::optional<AppendResult>& result);
    void forget_erased(const std::optional<AppendResult>& result);
    void bring_up_to_date();

    /// The organisation's newest key.
    /// @throws Unavailable when it does not open here.
    [[nodiscard]] const crypto::SecretKey& wrapping_key() const;

    Keyring& keys_;
    Committer& committer_;
    KeyEpoch epoch_;
    SharedKey organisation_key_;  // of that epoch; null when the store's newest does not open here
    crypto::SecretKey receipt_key_;
    crypto::SecretKey facts_key_;

    mutable std::mutex mutex_;
    Instant newest_;
    bool is_out_of_date_ = false;  // somebody else wrote, or nobody knows whether we did
    std::unordered_map<StreamId, Stream, HashOfStream> streams_;
    std::map<CommandId, Sent> sent_;
    std::map<PartName, MadeKey> made_;
    std::set<PartName> being_destroyed_;
    std::optional<CommandId> last_of_keys_;  // the last that went to keys_stream(), until it has settled
    std::mutex rotating_;
};

}  // namespace safelead::ledger
