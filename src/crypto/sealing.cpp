#include "crypto/sealing.h"

#include "crypto/random.h"
#include "crypto/raw.h"

#include <sodium.h>

namespace safelead::crypto {

static_assert(std::tuple_size_v<Nonce> == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(seal_overhead == crypto_aead_xchacha20poly1305_ietf_ABYTES);
static_assert(SecretKey::size == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);

Nonce random_nonce()
{
    Nonce nonce;
    fill_random(nonce);
    return nonce;
}

Bytes seal(const SecretKey& key, const Nonce& nonce, BytesView additional, BytesView plaintext)
{
    Bytes sealed(plaintext.size() + seal_overhead);
    crypto_aead_xchacha20poly1305_ietf_encrypt(raw(sealed.data()), nullptr, raw(plaintext.data()),
                                               plaintext.size(), raw(additional.data()), additional.size(),
                                               nullptr, raw(nonce.data()), raw(key.bytes().data()));
    return sealed;
}

std::optional<Bytes> open(const SecretKey& key, const Nonce& nonce, BytesView additional, BytesView sealed)
{
    if (sealed.size() < seal_overhead) return std::nullopt;
    Bytes plaintext(sealed.size() - seal_overhead);
    const bool opens =
        crypto_aead_xchacha20poly1305_ietf_decrypt(
            raw(plaintext.data()), nullptr, nullptr, raw(sealed.data()), sealed.size(),
            raw(additional.data()), additional.size(), raw(nonce.data()), raw(key.bytes().data())) == 0;
    if (!opens) return std::nullopt;
    return plaintext;
}

}  // namespace safelead::crypto
