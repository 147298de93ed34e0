#pragma once

// The one way in which anything here is encrypted: docs/security/encryption-protocol.md.

#include "base/bytes.h"
#include "crypto/digest.h"
#include "crypto/sealing.h"
#include "crypto/secret_key.h"

#include <optional>
#include <string_view>
#include <variant>

namespace safelead::ledger {

using Commitment = crypto::Digest;

struct Box {
    Commitment commitment;  ///< So that it opens under one key only.
    Bytes ciphertext;
};

/// Why a box does not open.
enum class Shut {
    commitment_differs,  ///< Another key, or another header.
    ciphertext_changed,
};

/// The key of one box alone; the key it comes from can't be found from it.
[[nodiscard]] crypto::SecretKey box_key(std::string_view name, const crypto::SecretKey& key,
                                        BytesView header);

/// `header` are clear bytes that end with a nonce used once.
[[nodiscard]] Box seal_box(std::string_view name, const crypto::SecretKey& key, BytesView header,
                           BytesView plaintext);
[[nodiscard]] std::variant<Bytes, Shut> open_box(std::string_view name, const crypto::SecretKey& key,
                                                 BytesView header, const Commitment& commitment,
                                                 BytesView ciphertext);

/// `plaintext`, a byte 80, and zeros up to a multiple of 64 bytes.
[[nodiscard]] Bytes padded(BytesView plaintext);

/// What was padded; nothing if it wasn't.
[[nodiscard]] std::optional<Bytes> without_padding(Bytes bytes);

}  // namespace safelead::ledger
