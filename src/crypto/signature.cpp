#include "crypto/signature.h"

#include "crypto/raw.h"

#include <sodium.h>

namespace safelead::crypto {
namespace {

static_assert(crypto_sign_SEEDBYTES == SecretKey::size);
static_assert(crypto_sign_PUBLICKEYBYTES == std::tuple_size_v<PublicKey>);
static_assert(crypto_sign_BYTES == std::tuple_size_v<Signature>);

/// libsodium's secret key is the seed and the public key; it lasts as long as it is used.
class Pair {
public:
    explicit Pair(const SecretKey& seed)
    {
        crypto_sign_seed_keypair(raw(public_key.data()), secret_.data(), raw(seed.bytes().data()));
    }
    Pair(const Pair&) = delete;
    Pair& operator=(const Pair&) = delete;
    ~Pair() { sodium_memzero(secret_.data(), secret_.size()); }

    [[nodiscard]] const unsigned char* secret() const { return secret_.data(); }

    PublicKey public_key;

private:
    std::array<unsigned char, crypto_sign_SECRETKEYBYTES> secret_;
};

}  // namespace

PublicKey public_key_of(const SecretKey& seed)
{
    return Pair{seed}.public_key;
}

Signature sign(const SecretKey& seed, BytesView message)
{
    const Pair pair{seed};
    Signature signature;
    crypto_sign_detached(raw(signature.data()), nullptr, raw(message.data()), message.size(), pair.secret());
    return signature;
}

bool is_signed_by(const PublicKey& key, BytesView message, const Signature& signature)
{
    return crypto_sign_verify_detached(raw(signature.data()), raw(message.data()), message.size(),
                                       raw(key.data())) == 0;
}

}  // namespace safelead::crypto
