#pragma once

#include "base/bytes.h"
#include "crypto/secret_key.h"

#include <array>
#include <cstddef>
#include <initializer_list>
#include <string_view>

namespace safelead::crypto {

using Digest = std::array<std::byte, 32>;

/// SHA-256.
[[nodiscard]] Digest sha256(BytesView bytes);

/// SHA-256 of one after the other.
[[nodiscard]] Digest sha256(std::initializer_list<BytesView> pieces);

/// BLAKE2b with a 32-byte result.
[[nodiscard]] Digest blake2b(BytesView bytes);

/// HMAC-SHA-256: says that whoever made it had `key` and these very bytes.
[[nodiscard]] Digest keyed_digest(const SecretKey& key, BytesView bytes);

/// Another key, from which `key` can't be found again: BLAKE2b keyed with `key` over the label, a zero byte
/// and `context`. Each use has a label of its own.
[[nodiscard]] SecretKey derive_key(const SecretKey& key, std::string_view label, BytesView context = {});

/// The same, where the result is no secret.
[[nodiscard]] Digest derive_digest(const SecretKey& key, std::string_view label, BytesView context = {});

/// In the same time whatever the difference is.
[[nodiscard]] bool equal_in_constant_time(BytesView left, BytesView right);

}  // namespace safelead::crypto
