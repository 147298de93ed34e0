#include "crypto/digest.h"

#include "crypto/raw.h"

#include <sodium.h>

namespace safelead::crypto {
namespace {

void derive(std::span<std::byte, 32> result, const SecretKey& key, std::string_view label, BytesView context)
{
    const auto secret = key.bytes();
    constexpr unsigned char separator = 0;
    crypto_generichash_state state;
    crypto_generichash_init(&state, raw(secret.data()), secret.size(), result.size());
    crypto_generichash_update(&state, raw(bytes_of(label).data()), label.size());
    crypto_generichash_update(&state, &separator, 1);
    crypto_generichash_update(&state, raw(context.data()), context.size());
    crypto_generichash_final(&state, raw(result.data()), result.size());
    sodium_memzero(&state, sizeof state);
}

}  // namespace

Digest sha256(BytesView bytes)
{
    Digest digest;
    crypto_hash_sha256(raw(digest.data()), raw(bytes.data()), bytes.size());
    return digest;
}

Digest sha256(std::initializer_list<BytesView> pieces)
{
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    for (const auto& piece : pieces) crypto_hash_sha256_update(&state, raw(piece.data()), piece.size());
    Digest digest;
    crypto_hash_sha256_final(&state, raw(digest.data()));
    return digest;
}

Digest blake2b(BytesView bytes)
{
    Digest digest;
    crypto_generichash(raw(digest.data()), digest.size(), raw(bytes.data()), bytes.size(), nullptr, 0);
    return digest;
}

Digest keyed_digest(const SecretKey& key, BytesView bytes)
{
    static_assert(SecretKey::size == crypto_auth_hmacsha256_KEYBYTES);
    Digest digest;
    crypto_auth_hmacsha256(raw(digest.data()), raw(bytes.data()), bytes.size(), raw(key.bytes().data()));
    return digest;
}

SecretKey derive_key(const SecretKey& key, std::string_view label, BytesView context)
{
    std::array<std::byte, SecretKey::size> bytes;
    derive(bytes, key, label, context);
    return SecretKey::taken_from(bytes);
}

Digest derive_digest(const SecretKey& key, std::string_view label, BytesView context)
{
    Digest digest;
    derive(digest, key, label, context);
    return digest;
}

bool equal_in_constant_time(BytesView left, BytesView right)
{
    return left.size() == right.size() && sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

}  // namespace safelead::crypto
