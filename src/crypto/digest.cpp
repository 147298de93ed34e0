#include "crypto/digest.h"

#include "base/unavailable.h"
#include "crypto/raw.h"

#include <openssl/evp.h>
#include <sodium.h>

#include <memory>

namespace safelead::crypto {
namespace {

[[noreturn]] void fail_without_sha256()
{
    throw Unavailable{"OpenSSL gives no SHA-256 on this machine: see what openssl.cnf says of providers."};
}

// Looked up once: a look-up takes as long as the digest of a short text.
const EVP_MD* looked_up_sha256()
{
    static const EVP_MD* const only = EVP_MD_fetch(nullptr, "SHA256", nullptr);
    if (only == nullptr) fail_without_sha256();
    return only;
}

// OpenSSL's, and not libsodium's, which does not use what processors have for it (ADR 0260). What it
// remembers is wiped when it goes.
class RunningSha256 {
public:
    RunningSha256() : context_{EVP_MD_CTX_new()}
    {
        if (!context_ || EVP_DigestInit_ex2(context_.get(), looked_up_sha256(), nullptr) != 1)
            fail_without_sha256();
    }

    RunningSha256& add(BytesView bytes)
    {
        if (EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) != 1) fail_without_sha256();
        return *this;
    }

    [[nodiscard]] Digest finished()
    {
        Digest digest;
        if (EVP_DigestFinal_ex(context_.get(), raw(digest.data()), nullptr) != 1) fail_without_sha256();
        return digest;
    }

private:
    struct Free {
        void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    };
    std::unique_ptr<EVP_MD_CTX, Free> context_;
};

/// A key as HMAC mixes it in (RFC 2104), wiped when it goes.
class KeyBlock {
public:
    KeyBlock(const SecretKey& key, std::byte pad)
    {
        bytes_.fill(pad);
        const auto secret = key.bytes();
        for (std::size_t at = 0; at < secret.size(); ++at) bytes_[at] ^= secret[at];
    }
    KeyBlock(const KeyBlock&) = delete;
    KeyBlock& operator=(const KeyBlock&) = delete;
    ~KeyBlock() { sodium_memzero(bytes_.data(), bytes_.size()); }

    [[nodiscard]] BytesView bytes() const { return bytes_; }

private:
    std::array<std::byte, 64> bytes_;  // SHA-256 takes so many at a time
};

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
    return RunningSha256{}.add(bytes).finished();
}

Digest sha256(std::initializer_list<BytesView> pieces)
{
    RunningSha256 running;
    for (const auto& piece : pieces) running.add(piece);
    return running.finished();
}

Digest blake2b(BytesView bytes)
{
    Digest digest;
    crypto_generichash(raw(digest.data()), digest.size(), raw(bytes.data()), bytes.size(), nullptr, 0);
    return digest;
}

Digest keyed_digest(const SecretKey& key, BytesView bytes)
{
    constexpr std::byte inner{0x36};
    constexpr std::byte outer{0x5c};
    const auto within = sha256({KeyBlock{key, inner}.bytes(), bytes});
    return sha256({KeyBlock{key, outer}.bytes(), BytesView{within}});
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
