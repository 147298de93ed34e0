#pragma once

#include "base/result.h"
#include "crypto/secret_key.h"
#include "ledger/entry_store.h"
#include "ledger/fault.h"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <utility>

namespace safelead::ledger {

using SharedKey = std::shared_ptr<const crypto::SecretKey>;

/// Unwraps keys as they are asked for, and keeps some. Any thread may use it.
class Keyring {
public:
    /// `store` must outlive this.
    Keyring(const EntryStore& store, crypto::SecretKey master_key, std::size_t most_kept);

    [[nodiscard]] const crypto::SecretKey& master_key() const { return master_key_; }

    /// The organisation's newest key and its epoch.
    [[nodiscard]] Result<std::pair<KeyEpoch, SharedKey>, Wrong> organisation_key(
        const OrganisationId& organisation);

    /// The key of one part of a stream: `no_key` if it has none.
    [[nodiscard]] Result<SharedKey, Wrong> part_key(const OrganisationId& organisation,
                                                    const StreamId& stream, const PartId& part);

    /// The key in a row.
    [[nodiscard]] Result<SharedKey, Wrong> key_in(const StreamKeyRow& row);

    /// Keeps a key that has just been made and stored.
    void keep(const StreamKeyRow& row, SharedKey key);

private:
    [[nodiscard]] Result<SharedKey, Wrong> organisation_key(const OrganisationId& organisation,
                                                            KeyEpoch epoch);

    const EntryStore& store_;
    const crypto::SecretKey master_key_;
    const std::size_t most_kept_;
    std::mutex mutex_;
    std::map<std::pair<OrganisationId, KeyEpoch>, SharedKey> organisation_keys_;
    std::unordered_map<std::string, SharedKey> part_keys_;
};

}  // namespace safelead::ledger
