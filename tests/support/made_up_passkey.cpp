#include "support/made_up_passkey.h"

#include "base/bug.h"
#include "crypto/base64.h"
#include "crypto/digest.h"
#include "crypto/random.h"

#include <fmt/format.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/evp.h>

#include <array>

namespace safelead::test {

struct MadeUpPasskey::Pair {
    EVP_PKEY* key = EVP_EC_gen("P-256");
    Pair() = default;
    Pair(const Pair&) = delete;
    Pair& operator=(const Pair&) = delete;
    ~Pair() { EVP_PKEY_free(key); }
};

namespace {

void add(Bytes& to, BytesView bytes)
{
    to.insert(to.end(), bytes.begin(), bytes.end());
}

void add(Bytes& to, std::initializer_list<unsigned> bytes)
{
    for (const auto byte : bytes) to.push_back(static_cast<std::byte>(byte));
}

const app::PasskeyPlace place{"http://localhost:8080", "localhost"};

}  // namespace

MadeUpPasskey::MadeUpPasskey() : pair_{std::make_unique<Pair>()}, id_{crypto::random_bytes(32)} {}
MadeUpPasskey::~MadeUpPasskey() = default;

std::string MadeUpPasskey::id() const
{
    return crypto::to_base64url(id_);
}

std::string MadeUpPasskey::said(std::string_view right_type, const std::string& challenge) const
{
    return fmt::format(R"({{"type":"{}","challenge":"{}","origin":"{}"{}}})",
                       type.empty() ? right_type : std::string_view{type}, challenge, origin, more_said);
}

Bytes MadeUpPasskey::authenticator_said(bool with_key) const
{
    Bytes bytes;
    add(bytes, crypto::sha256(bytes_of(host)));
    add(bytes, {flags | (with_key ? 64U : 0U)});
    add(bytes, {count >> 24U, count >> 16U & 255U, count >> 8U & 255U, count & 255U});
    if (!with_key) return bytes;
    add(bytes, Bytes(16));
    add(bytes, {0, static_cast<unsigned>(id_.size())});
    add(bytes, id_);
    std::array<std::byte, 65> point{};
    std::size_t length = 0;
    if (EVP_PKEY_get_octet_string_param(pair_->key, OSSL_PKEY_PARAM_PUB_KEY,
                                        reinterpret_cast<unsigned char*>(point.data()), point.size(),
                                        &length) != 1 ||
        length != point.size())
        throw_bug("a made-up passkey has no key");
    add(bytes, {0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32});
    add(bytes, BytesView{point}.subspan(1, 32));
    add(bytes, {0x22, 0x58, 32});
    add(bytes, BytesView{point}.subspan(33, 32));
    return bytes;
}

app::PasskeyMade MadeUpPasskey::make(const app::PasskeyChallenge& challenge)
{
    const auto data = authenticator_said(true);
    Bytes object;
    add(object, {0xA3, 0x63});
    add(object, bytes_of("fmt"));
    add(object, {0x64});
    add(object, bytes_of("none"));
    add(object, {0x67});
    add(object, bytes_of("attStmt"));
    add(object, {0xA0, 0x68});
    add(object, bytes_of("authData"));
    add(object, {0x58, static_cast<unsigned>(data.size())});
    add(object, data);
    return {challenge.issued, crypto::to_base64url(bytes_of(said("webauthn.create", challenge.challenge))),
            crypto::to_base64url(object), "School laptop", place};
}

app::PasskeyUsed MadeUpPasskey::use(const app::PasskeyChallenge& challenge, const std::string& holder)
{
    const auto client = said("webauthn.get", challenge.challenge);
    const auto data = authenticator_said(false);
    auto message = data;
    add(message, crypto::sha256(bytes_of(client)));
    std::array<unsigned char, 80> signature{};
    std::size_t length = signature.size();
    auto* context = EVP_MD_CTX_new();
    const bool is_made =
        EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, pair_->key) == 1 &&
        EVP_DigestSign(context, signature.data(), &length,
                       reinterpret_cast<const unsigned char*>(message.data()), message.size()) == 1;
    EVP_MD_CTX_free(context);
    if (!is_made) throw_bug("a made-up passkey did not sign");
    return {holder,
            challenge.issued,
            id(),
            crypto::to_base64url(bytes_of(client)),
            crypto::to_base64url(data),
            crypto::to_base64url(std::as_bytes(std::span{signature}.first(length))),
            place,
            "192.0.2.1",
            "",
            "A browser",
            ""};
}

}  // namespace safelead::test
