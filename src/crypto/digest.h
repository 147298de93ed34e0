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

/// BLAKE2b with a 32-byte result.
[[nodiscard]] Digest blake2b(BytesView bytes);

/// HMAC-SHA-256: says that whoever made it had `key` and these very bytes.
[[nodiscard]] Digest keyed_digest(const SecretKey& key, BytesView bytes);

/// Another key, for one `purpose`, from which `key` can't be found again: BLAKE2b keyed with `key` over the
/// purpose, a zero byte and `context`.
[[nodiscard]] SecretKey derive_key(const SecretKey& key, std::string_view purpose, BytesView context = {});

/// In the same time whatever the difference is.
[[nodiscard]] bool equal_in_constant_time(BytesView left, BytesView right);

}  // namespace safelead::crypto
