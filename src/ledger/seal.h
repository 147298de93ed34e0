#pragma once

#include "crypto/secret_key.h"
#include "ledger/entry.h"

#include <variant>

namespace safelead::ledger {

/// The entry's bytes, for good. `nonce` is random and used once; it is an argument so that golden bytes can
/// be made.
[[nodiscard]] Bytes seal_entry(const EntryHeader& header, const crypto::SecretKey& part_key,
                               const crypto::Nonce& nonce, BytesView plaintext);

/// What opens this entry and no other (docs/formats/disclosure.md).
[[nodiscard]] crypto::SecretKey key_of_entry(const Entry& entry, const crypto::SecretKey& part_key);

/// What was written in an entry.
[[nodiscard]] std::variant<Bytes, Shut> open_entry(const Entry& entry, const crypto::SecretKey& part_key);

}  // namespace safelead::ledger
