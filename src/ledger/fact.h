#pragma once

// Facts that are only counted: what figures are made of. They say no name, no case and no day, stand beside
// the record and not in it, and stay when a child is erased: docs/formats/facts.md.

#include "crypto/sealing.h"
#include "crypto/secret_key.h"
#include "ledger/fact_row.h"

#include <optional>

namespace safelead::ledger {

/// Seals a fact under `key`, bound to its organisation and a random id.
[[nodiscard]] FactRow seal_fact(const OrganisationId& organisation, BytesView plaintext,
                                const crypto::SecretKey& key);

/// Likewise; `id` and `nonce` are random and used once, and arguments so that golden bytes can be made.
[[nodiscard]] FactRow seal_fact(const OrganisationId& organisation, BytesView plaintext,
                                const crypto::SecretKey& key, std::string id, const crypto::Nonce& nonce);

/// What was sealed; nothing if it was changed, moved or sealed under another key.
[[nodiscard]] std::optional<Bytes> open_fact(const FactRow& row, const crypto::SecretKey& key);

}  // namespace safelead::ledger
