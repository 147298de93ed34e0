#pragma once

#include "base/result.h"
#include "crypto/secret_key.h"
#include "ledger/entry_store.h"
#include "ledger/fault.h"

#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace safelead::ledger {

using SharedKey = std::shared_ptr<const crypto::SecretKey>;

/// Whether an organisation's key in the store is under this master key.
[[nodiscard]] bool opens_anything(const EntryStore& store, const crypto::SecretKey& master_key);

/// Whether every organisation's keys in the store are.
[[nodiscard]] bool opens_everything(const EntryStore& store, const crypto::SecretKey& master_key);

/// @throws KeyUnavailable, always: it says that the master key is that of other data.
[[noreturn]] void refuse_key_of_other_data(const OrganisationId& organisation);

/// Unwraps keys as they are asked for, and keeps some. Any thread may use it.
class Keyring {
public:
    /// `store` must outlive this.
    Keyring(const EntryStore& store, crypto::SecretKey master_key, std::size_t most_kept);

    /// What wraps an organisation's key now.
    [[nodiscard]] SharedKey master_key() const;

    /// From now on `next` wraps; rows under the old one still open.
    void begin_with_next_master(SharedKey next);

    /// The one of `begin_with_next_master`, until that is ended; else null.
    [[nodiscard]] SharedKey next_master_key() const;

    /// Before anything is wrapped by the master key: that the organisation's newest key in the store opens
    /// with it still. Another server may have rotated it since this one read it.
    /// @throws Unavailable when it does not, and says what to do.
    void check_master_key(const OrganisationId& organisation) const;

    /// Nothing is under the old one any more; or (when rotating was given up) it is what wraps again.
    enum class Keep { next, old };
    void end_with_two_masters(Keep keep);

    /// The organisation's newest key and its epoch.
    [[nodiscard]] Result<std::pair<KeyEpoch, SharedKey>, Wrong> organisation_key(
        const OrganisationId& organisation);

    /// The organisation's key of one epoch.
    [[nodiscard]] Result<SharedKey, Wrong> organisation_key(const OrganisationId& organisation,
                                                            KeyEpoch epoch);

    /// The key of one part of a stream: `no_key` if it has none, `erased` if it was destroyed.
    [[nodiscard]] Result<SharedKey, Wrong> part_key(const OrganisationId& organisation,
                                                    const StreamId& stream, const PartId& part);

    /// The key in a row.
    [[nodiscard]] Result<SharedKey, Wrong> key_in(const StreamKeyRow& row);

    /// Keeps the keys in rows that were just read, as far as they open: nobody has to ask for them then.
    void keep(std::span<const StreamKeyRow> rows);

    /// Keeps a key that has just been made and stored.
    void keep(const StreamKeyRow& row, SharedKey key);

    /// Its row was destroyed.
    void forget(const OrganisationId& organisation, const StreamId& stream, const PartId& part);
    void forget(const OrganisationId& organisation, KeyEpoch epoch);

    /// Some may have been destroyed by another server: none is known any more.
    void forget_parts(const OrganisationId& organisation);

private:
    [[nodiscard]] SharedKey known(const OrganisationId& organisation, const StreamId& stream,
                                  const PartId& part) const;

    const EntryStore& store_;
    const std::size_t most_kept_;
    mutable std::mutex mutex_;
    SharedKey master_key_;
    SharedKey next_master_key_;  // null but while it is rotated
    std::map<std::pair<OrganisationId, KeyEpoch>, SharedKey> organisation_keys_;
    std::unordered_map<std::string, SharedKey> part_keys_;
    std::unordered_set<std::string> destroyed_;  // since this was made, so that none comes back
};

}  // namespace safelead::ledger
