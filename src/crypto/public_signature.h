#pragma once

// Signatures that others make with keys of theirs, verified by OpenSSL: of passkeys, of tokens.

#include "base/bytes.h"

namespace safelead::crypto {

/// ECDSA on P-256 with SHA-256, the signature in DER, as passkeys send it. False also where the point is on
/// no curve.
[[nodiscard]] bool verify_es256(BytesView x, BytesView y, BytesView message, BytesView signature);

/// The same, the signature as two numbers of 32 bytes, as tokens have it (RFC 7518, section 3.4).
[[nodiscard]] bool verify_es256_pair(BytesView x, BytesView y, BytesView message, BytesView signature);

/// RSA, PKCS #1 1.5, with SHA-256.
[[nodiscard]] bool verify_rs256(BytesView modulus, BytesView exponent, BytesView message,
                                BytesView signature);

[[nodiscard]] bool verify_ed25519(BytesView point, BytesView message, BytesView signature);

}  // namespace safelead::crypto
