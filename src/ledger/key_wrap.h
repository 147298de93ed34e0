#pragma once

#include "crypto/sealing.h"
#include "crypto/secret_key.h"
#include "ledger/key_row.h"

#include <optional>

namespace safelead::ledger {

/// The row that keeps `key`. `nonce` is random and used once.
[[nodiscard]] OrganisationKeyRow wrap(const crypto::SecretKey& key, const OrganisationId& organisation,
                                      KeyEpoch epoch, const crypto::SecretKey& master_key,
                                      const crypto::Nonce& nonce);
[[nodiscard]] StreamKeyRow wrap(const crypto::SecretKey& key, const OrganisationId& organisation,
                                const StreamId& stream, const PartId& part, KeyEpoch epoch,
                                const crypto::SecretKey& organisation_key, const crypto::Nonce& nonce);

/// The key in a row; nothing if the row was changed or wrapped by another key.
[[nodiscard]] std::optional<crypto::SecretKey> unwrap(const OrganisationKeyRow& row,
                                                      const crypto::SecretKey& master_key);
[[nodiscard]] std::optional<crypto::SecretKey> unwrap(const StreamKeyRow& row,
                                                      const crypto::SecretKey& organisation_key);

}  // namespace safelead::ledger
