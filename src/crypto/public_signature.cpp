#include "crypto/public_signature.h"

#include "crypto/raw.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/param_build.h>

#include <memory>

namespace safelead::crypto {
namespace {

struct FreeOpenSsl {
    void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
    void operator()(EVP_PKEY_CTX* context) const { EVP_PKEY_CTX_free(context); }
    void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
    void operator()(OSSL_PARAM_BLD* builder) const { OSSL_PARAM_BLD_free(builder); }
    void operator()(OSSL_PARAM* params) const { OSSL_PARAM_free(params); }
    void operator()(BIGNUM* number) const { BN_free(number); }
    void operator()(ECDSA_SIG* pair) const { ECDSA_SIG_free(pair); }
    void operator()(unsigned char* bytes) const { OPENSSL_free(bytes); }
};
template <class Thing>
using Owned = std::unique_ptr<Thing, FreeOpenSsl>;

Owned<EVP_PKEY> key_from(const char* kind, OSSL_PARAM_BLD* builder)
{
    const Owned<OSSL_PARAM> params{OSSL_PARAM_BLD_to_param(builder)};
    const Owned<EVP_PKEY_CTX> context{EVP_PKEY_CTX_new_from_name(nullptr, kind, nullptr)};
    EVP_PKEY* key = nullptr;
    if (!params || !context || EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &key, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return nullptr;
    return Owned<EVP_PKEY>{key};
}

bool verify(EVP_PKEY* key, const EVP_MD* digest, BytesView message, BytesView signature)
{
    const Owned<EVP_MD_CTX> context{EVP_MD_CTX_new()};
    return key != nullptr && context &&
           EVP_DigestVerifyInit(context.get(), nullptr, digest, nullptr, key) == 1 &&
           EVP_DigestVerify(context.get(), raw(signature.data()), signature.size(), raw(message.data()),
                            message.size()) == 1;
}

}  // namespace

bool verify_es256(BytesView x, BytesView y, BytesView message, BytesView signature)
{
    if (x.size() != 32 || y.size() != 32) return false;
    Bytes point{std::byte{4}};
    point.insert(point.end(), x.begin(), x.end());
    point.insert(point.end(), y.begin(), y.end());
    const Owned<OSSL_PARAM_BLD> builder{OSSL_PARAM_BLD_new()};
    if (!builder ||
        OSSL_PARAM_BLD_push_utf8_string(builder.get(), OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) != 1 ||
        OSSL_PARAM_BLD_push_octet_string(builder.get(), OSSL_PKEY_PARAM_PUB_KEY, point.data(),
                                         point.size()) != 1)
        return false;
    return verify(key_from("EC", builder.get()).get(), EVP_sha256(), message, signature);
}

bool verify_es256_pair(BytesView x, BytesView y, BytesView message, BytesView signature)
{
    if (signature.size() != 64) return false;
    Owned<BIGNUM> r{BN_bin2bn(raw(signature.data()), 32, nullptr)};
    Owned<BIGNUM> s{BN_bin2bn(raw(signature.data() + 32), 32, nullptr)};
    const Owned<ECDSA_SIG> pair{ECDSA_SIG_new()};
    if (!r || !s || !pair || ECDSA_SIG_set0(pair.get(), r.get(), s.get()) != 1) return false;
    (void)r.release();  // The pair has them now.
    (void)s.release();
    unsigned char* bytes = nullptr;
    const auto length = i2d_ECDSA_SIG(pair.get(), &bytes);
    if (length <= 0) return false;
    const Owned<unsigned char> der{bytes};
    return verify_es256(x, y, message, std::as_bytes(std::span{der.get(), static_cast<std::size_t>(length)}));
}

bool verify_rs256(BytesView modulus, BytesView exponent, BytesView message, BytesView signature)
{
    const Owned<BIGNUM> n{BN_bin2bn(raw(modulus.data()), static_cast<int>(modulus.size()), nullptr)};
    const Owned<BIGNUM> e{BN_bin2bn(raw(exponent.data()), static_cast<int>(exponent.size()), nullptr)};
    const Owned<OSSL_PARAM_BLD> builder{OSSL_PARAM_BLD_new()};
    if (!n || !e || !builder || OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get()) != 1 ||
        OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get()) != 1)
        return false;
    return verify(key_from("RSA", builder.get()).get(), EVP_sha256(), message, signature);
}

bool verify_ed25519(BytesView point, BytesView message, BytesView signature)
{
    const Owned<EVP_PKEY> key{
        EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, raw(point.data()), point.size())};
    return verify(key.get(), nullptr, message, signature);
}

}  // namespace safelead::crypto
