#pragma once

#include "ledger/committer.h"
#include "ledger/keyring.h"
#include "ledger/ledger.h"

#include <map>
#include <mutex>
#include <utility>

namespace safelead::ledger {

/// What a log remembers between submissions: where its streams end, what is on its way to the disk, and which
/// keys were made but are not yet there.
class Log::Inside {
public:
    /// @throws KeyUnavailable when its keys are not there or do not unwrap.
    Inside(OrganisationId organisation, const EntryStore& store, Keyring& keys, Committer& committer);

    [[nodiscard]] Later<SubmitResult> submit(Submission submission);
    [[nodiscard]] Result<Page, Fault> read(LogPosition after, std::size_t limit) const;
    [[nodiscard]] Result<std::vector<OpenedEntry>, Fault> read_stream(const StreamId& stream,
                                                                      StreamPosition after) const;
    [[nodiscard]] Result<PlacesPage, Fault> places(LogPosition after, std::size_t limit) const;
    [[nodiscard]] StreamRead read_what_opens(const StreamId& stream) const;
    [[nodiscard]] std::optional<crypto::SecretKey> key_for(const StreamId& stream, const PartId& part,
                                                           std::string_view purpose) const;

    const OrganisationId organisation;
    const EntryStore& store;

private:
    using PartName = std::pair<StreamId, PartId>;

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

    [[nodiscard]] crypto::Digest content_digest(const Submission& submission) const;
    [[nodiscard]] std::optional<Later<SubmitResult>> earlier_answer(const CommandId& command,
                                                                    const crypto::Digest& content) const;
    [[nodiscard]] std::optional<Conflict> conflict(const Submission& submission);
    [[nodiscard]] StreamPosition head_of(const StreamId& stream);
    void forget_idle_streams();
    void settle(const CommandId& command, const std::vector<StreamId>& streams,
                const std::vector<PartName>& made, const AppendResult& result);

    Keyring& keys_;
    Committer& committer_;
    KeyEpoch epoch_;
    SharedKey organisation_key_;
    crypto::SecretKey receipt_key_;

    mutable std::mutex mutex_;
    Instant newest_;
    std::map<StreamId, Stream> streams_;
    std::map<CommandId, Sent> sent_;
    std::map<PartName, MadeKey> made_;
};

}  // namespace safelead::ledger
