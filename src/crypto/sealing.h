#pragma once

#include "base/bytes.h"
#include "crypto/secret_key.h"

#include <array>
#include <cstddef>
#include <optional>

namespace safelead::crypto {

using Nonce = std::array<std::byte, 24>;

/// How many bytes sealing adds.
inline constexpr std::size_t seal_overhead = 16;

[[nodiscard]] Nonce random_nonce();

/// XChaCha20-Poly1305-IETF. A nonce is used once with a key.
[[nodiscard]] Bytes seal(const SecretKey& key, const Nonce& nonce, BytesView additional, BytesView plaintext);

/// What was sealed, or nothing if a single bit of the key, the nonce, `additional` or `sealed` is another.
[[nodiscard]] std::optional<Bytes> open(const SecretKey& key, const Nonce& nonce, BytesView additional,
                                        BytesView sealed);

}  // namespace safelead::crypto
