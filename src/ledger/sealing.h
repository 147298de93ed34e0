#pragma once

#include "ledger/log.h"

namespace safelead::ledger {

/// Makes one submission into an append: gives its entries their places, makes the keys they need, and seals.
/// Changes nothing in the log until `take_effect`.
class Log::Inside::Sealing {
public:
    /// Under the log's lock.
    Sealing(Inside& log, const Submission& submission, const crypto::Digest& content);

    [[nodiscard]] Waiting waiting(std::shared_ptr<const void> note, std::shared_ptr<CommitGate> gate);

    /// Once it is queued: later submissions come after it.
    void take_effect(const crypto::Digest& content, std::shared_ptr<CommitGate> gate);

private:
    [[nodiscard]] SharedKey key_for(const NewEntry& entry);
    [[nodiscard]] SharedKey make_key(const PartName& name);
    void note_keys();
    void add(const StreamId& stream, const PartId& part, const crypto::SecretKey& key, BytesView plaintext);

    Inside& log_;
    const CommandId command_;
    const Instant time_;
    Append append_;
    std::vector<std::size_t> asked_;
    std::map<StreamId, StreamPosition> heads_;
    std::map<PartName, MadeKey> made_;
};

}  // namespace safelead::ledger
