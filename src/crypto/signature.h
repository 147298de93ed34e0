#pragma once

#include "base/bytes.h"
#include "crypto/secret_key.h"

#include <array>
#include <cstddef>

namespace safelead::crypto {

using PublicKey = std::array<std::byte, 32>;
using Signature = std::array<std::byte, 64>;

/// Ed25519 (RFC 8032). The secret key is the seed.
[[nodiscard]] PublicKey public_key_of(const SecretKey& seed);
[[nodiscard]] Signature sign(const SecretKey& seed, BytesView message);
[[nodiscard]] bool is_signed_by(const PublicKey& key, BytesView message, const Signature& signature);

}  // namespace safelead::crypto
