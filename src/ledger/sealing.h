#pragma once

#include "crypto/sealing.h"
#include "ledger/log.h"

#include <array>
#include <cstddef>

namespace safelead::ledger {

/// Nonces for one submission: several are asked of the system at once, and each is given out once.
class NonceStock {
public:
    NonceStock() = default;
    NonceStock(const NonceStock&) = delete;
    NonceStock& operator=(const NonceStock&) = delete;

    [[nodiscard]] crypto::Nonce take();

private:
    std::array<crypto::Nonce, 8> drawn_;  // a report takes five
    std::size_t left_ = 0;
};

/// Makes one submission into an append: gives its entries their places, makes the keys they need, and seals.
/// Changes nothing in the log until `take_effect`.
class Log::Inside::Sealing {
public:
    /// Under the log's lock.
    Sealing(Inside& log, const Submission& submission, const crypto::Digest& content);

    /// One that only changes keys.
    Sealing(Inside& log, CommandId command, Instant now, const KeyWork& work);

    [[nodiscard]] Waiting waiting(std::shared_ptr<const void> note, std::shared_ptr<CommitGate> gate);

    /// Once it is queued: later submissions come after it.
    void take_effect(const crypto::Digest& content, std::shared_ptr<CommitGate> gate);

private:
    [[nodiscard]] SharedKey key_for(const NewEntry& entry);
    [[nodiscard]] SharedKey make_key(const PartName& name);
    void watch_key(const PartName& name);
    void note_destroyed(const Submission& submission);
    void note(const std::vector<KeyNoted>& noted);
    void add(const StreamId& stream, const PartId& part, const crypto::SecretKey& key, BytesView plaintext);

    Inside& log_;
    const CommandId command_;
    const Instant time_;
    NonceStock nonces_;
    Append append_;
    std::vector<std::size_t> asked_;
    std::map<StreamId, StreamPosition> heads_;
    std::map<PartName, MadeKey> made_;
    std::vector<PartName> append_destroyed_;  // what the append said before it was moved on
};

}  // namespace safelead::ledger
