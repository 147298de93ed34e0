#include "support/made_up_issuer.h"

#include "base/bug.h"
#include "base/percent.h"
#include "base/text.h"
#include "base/unavailable.h"
#include "crypto/base64.h"
#include "crypto/digest.h"

#include <fmt/format.h>
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>
#include <openssl/ecdsa.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/rsa.h>

#include <algorithm>

namespace safelead::test {

struct MadeUpIssuer::Pair {
    explicit Pair(Kind kind) : key{kind == Kind::rsa ? EVP_RSA_gen(2048) : EVP_EC_gen("P-256")}
    {
        if (key == nullptr) throw_bug("a made-up issuer has no key");
    }
    Pair(const Pair&) = delete;
    Pair& operator=(const Pair&) = delete;
    ~Pair() { EVP_PKEY_free(key); }

    /// A number of the key, base64url, at least `length` bytes long.
    [[nodiscard]] std::string number(const char* what, int length = 0) const
    {
        BIGNUM* found = nullptr;
        if (EVP_PKEY_get_bn_param(key, what, &found) != 1) throw_bug("a made-up key lacks a number");
        Bytes bytes(static_cast<std::size_t>(std::max(BN_num_bytes(found), length)));
        BN_bn2binpad(found, reinterpret_cast<unsigned char*>(bytes.data()), static_cast<int>(bytes.size()));
        BN_free(found);
        return crypto::to_base64url(bytes);
    }

    [[nodiscard]] Bytes sign(std::string_view text) const
    {
        auto* context = EVP_MD_CTX_new();
        std::size_t length = 0;
        const auto* from = reinterpret_cast<const unsigned char*>(text.data());
        EVP_DigestSignInit(context, nullptr, EVP_sha256(), nullptr, key);
        EVP_DigestSign(context, nullptr, &length, from, text.size());
        Bytes signature(length);
        auto* into = reinterpret_cast<unsigned char*>(signature.data());
        if (EVP_DigestSign(context, into, &length, from, text.size()) != 1)
            throw_bug("a made-up issuer can't sign");
        EVP_MD_CTX_free(context);
        signature.resize(length);
        return EVP_PKEY_get_base_id(key) == EVP_PKEY_EC ? as_pair(signature) : signature;
    }

    EVP_PKEY* key;

private:
    /// Two numbers of 32 bytes, as tokens have it, not DER.
    static Bytes as_pair(const Bytes& der)
    {
        const auto* from = reinterpret_cast<const unsigned char*>(der.data());
        auto* pair = d2i_ECDSA_SIG(nullptr, &from, static_cast<long>(der.size()));
        Bytes both(64);
        BN_bn2binpad(ECDSA_SIG_get0_r(pair), reinterpret_cast<unsigned char*>(both.data()), 32);
        BN_bn2binpad(ECDSA_SIG_get0_s(pair), reinterpret_cast<unsigned char*>(both.data() + 32), 32);
        ECDSA_SIG_free(pair);
        return both;
    }
};

namespace {

using Members = std::map<std::string, std::string>;

std::string json_text(std::string_view text)
{
    return fmt::format("\"{}\"", text);
}

std::string json_of(Members members, const Members& changed)
{
    for (const auto& [name, value] : changed) members[name] = value;
    std::string json;
    for (const auto& [name, value] : members)
        if (!value.empty()) json += fmt::format("{}\"{}\":{}", json.empty() ? "" : ",", name, value);
    return "{" + json + "}";
}

std::string seconds(Instant at)
{
    return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count());
}

std::string decoded(std::string_view text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            out += static_cast<char>(std::stoi(std::string{text.substr(i + 1, 2)}, nullptr, 16));
            i += 2;
        } else {
            out += text[i] == '+' ? ' ' : text[i];
        }
    }
    return out;
}

Bytes shared_secret_signature(const std::string& secret, std::string_view text)
{
    Bytes signature(32);
    unsigned length = 0;
    HMAC(EVP_sha256(), secret.data(), static_cast<int>(secret.size()),
         reinterpret_cast<const unsigned char*>(text.data()), text.size(),
         reinterpret_cast<unsigned char*>(signature.data()), &length);
    return signature;
}

}  // namespace

Members members_of(std::string_view query)
{
    Members members;
    for (const auto pair : split(query, '&')) {
        const auto equals = std::min(pair.find('='), pair.size());
        members[decoded(pair.substr(0, equals))] = decoded(pair.substr(std::min(equals + 1, pair.size())));
    }
    return members;
}

MadeUpIssuer::MadeUpIssuer(std::string an_id, std::string a_name, Kind kind)
    : id{std::move(an_id)},
      name{std::move(a_name)},
      kind_{kind},
      pair_{std::make_unique<Pair>(kind)},
      other_{std::make_unique<Pair>(kind)}
{
}
MadeUpIssuer::~MadeUpIssuer() = default;

app::Issuer MadeUpIssuer::setting() const
{
    return {{.id = id,
             .label = "The account of " + id,
             .issuer = name,
             .tenant = tenant,
             .client = client,
             .secret_file = {},
             .trust = {},
             .second_factor = second_factor},
            secret};
}

Instant MadeUpIssuer::now() const
{
    return clock == nullptr ? *parse_instant("2026-11-23T10:00:00Z") : clock->now();
}

bool MadeUpIssuer::is_at(const std::string& address) const
{
    return address.starts_with(name + "/");
}

void MadeUpIssuer::change_key()
{
    pair_ = std::make_unique<Pair>(kind_);
    ++key_number_;
}

std::string MadeUpIssuer::key_set() const
{
    const auto key_id = json_text("key-" + std::to_string(key_number_));
    if (kind_ == Kind::rsa)
        return fmt::format(R"({{"keys":[{{"kty":"OKP","crv":"Ed25519","kid":"other","x":"AA"}},)"
                           R"({{"kty":"RSA","use":"sig","kid":{},"n":"{}","e":"{}","x5c":["AA"]}}]}})",
                           key_id, pair_->number(OSSL_PKEY_PARAM_RSA_N),
                           pair_->number(OSSL_PKEY_PARAM_RSA_E));
    return fmt::format(
        R"({{"keys":[{{"kty":"EC","crv":"P-256","alg":"ES256","kid":{},"x":"{}","y":"{}"}}]}})", key_id,
        pair_->number(OSSL_PKEY_PARAM_EC_PUB_X, 32), pair_->number(OSSL_PKEY_PARAM_EC_PUB_Y, 32));
}

app::IssuerAnswer MadeUpIssuer::answer(const app::IssuerQuestion& question)
{
    if (is_down) throw Unavailable{"A made-up issuer is down."};
    if (question.address == name + "/.well-known/openid-configuration")
        return {200, json_of({{"issuer", json_text(name)},
                              {"authorization_endpoint", json_text(name + "/authorise")},
                              {"token_endpoint", json_text(name + "/token")},
                              {"jwks_uri", json_text(name + "/keys")},
                              {"response_types_supported", R"(["code"])"},
                              {"claims_parameter_supported", "false"},
                              {"code_challenge_methods_supported", R"(["plain","S256"])"}},
                             discovery)};
    if (question.address == name + "/keys") {
        ++asked_for_keys;
        return {200, key_set()};
    }
    if (question.address == name + "/token" && question.form) return answer_code(question);
    return {404, "{}"};
}

app::IssuerAnswer MadeUpIssuer::answer_code(const app::IssuerQuestion& question)
{
    const auto form = members_of(*question.form);
    const auto at = [](const Members& members, const std::string& member) {
        const auto found = members.find(member);
        return found == members.end() ? std::string{} : found->second;
    };
    const auto given = given_.extract(at(form, "code"));  // Once.
    if (given.empty()) return {400, R"({"error":"invalid_grant"})"};
    const auto& asked = given.mapped();
    const auto both = percent_encoded(client) + ':' + percent_encoded(secret);
    const bool by_form = discovery.contains("token_endpoint_auth_methods_supported") &&
                         discovery.at("token_endpoint_auth_methods_supported") == R"(["client_secret_post"])";
    const bool is_known = by_form ? question.authorisation.empty() && at(form, "client_id") == client &&
                                        at(form, "client_secret") == secret
                                  : question.authorisation == "Basic " + crypto::to_base64(bytes_of(both)) &&
                                        !form.contains("client_secret");
    const auto challenge = crypto::to_base64url(crypto::sha256(bytes_of(at(form, "code_verifier"))));
    const bool is_right =
        is_known && at(form, "grant_type") == "authorization_code" &&
        at(asked, "code_challenge_method") == "S256" && at(asked, "code_challenge") == challenge &&
        at(asked, "redirect_uri") == at(form, "redirect_uri") && at(asked, "client_id") == client;
    if (!is_right) return {401, R"({"error":"invalid_client"})"};
    return {200, fmt::format(
                     R"({{"access_token":"opaque","token_type":"Bearer","expires_in":3600,"id_token":"{}"}})",
                     token(at(asked, "nonce")))};
}

app::IssuerReturn MadeUpIssuer::sign_in(const app::SentToIssuer& sent)
{
    if (!sent.address.starts_with(name + "/authorise?")) throw_bug("somebody was sent to another issuer");
    const auto asked = members_of(std::string_view{sent.address}.substr(sent.address.find('?') + 1));
    const auto code = fmt::format("{}-code-{}", id, ++codes_);
    given_[code] = asked;
    return {.issuer = id,
            .state = asked.at("state"),
            .code = code,
            .error = {},
            .said_issuer = {},
            .browser = sent.browser,
            .address = "192.0.2.1"};
}

std::string MadeUpIssuer::token(const std::string& nonce) const
{
    const auto right = kind_ == Kind::rsa ? "RS256" : "ES256";
    const auto other = kind_ == Kind::rsa ? "ES256" : "RS256";
    const auto algorithm = signature == Signed::none               ? "none"
                           : signature == Signed::by_shared_secret ? "HS256"
                           : signature == Signed::as_other_kind    ? other
                                                                   : right;
    const auto head_json = json_of({{"alg", json_text(algorithm)},
                                    {"typ", json_text("JWT")},
                                    {"kid", json_text("key-" + std::to_string(key_number_))}},
                                   head);
    const auto claims_json = json_of({{"iss", json_text(name)},
                                      {"sub", json_text(subject)},
                                      {"aud", json_text(client)},
                                      {"exp", seconds(now() + std::chrono::hours{1})},
                                      {"iat", seconds(now())},
                                      {"nonce", json_text(nonce)}},
                                     claims);
    const auto text =
        crypto::to_base64url(bytes_of(head_json)) + '.' + crypto::to_base64url(bytes_of(claims_json));
    Bytes signature_bytes;
    switch (signature) {
        case Signed::none:
            break;
        case Signed::by_shared_secret:
        case Signed::by_secret_called_rs256:
            signature_bytes = shared_secret_signature(key_set(), text);
            break;
        case Signed::by_another_key:
            signature_bytes = other_->sign(text);
            break;
        case Signed::rightly:
        case Signed::as_other_kind:
            signature_bytes = pair_->sign(text);
            break;
    }
    return text + '.' + crypto::to_base64url(signature_bytes);
}

std::shared_ptr<app::Issuers> issuers_of(std::vector<MadeUpIssuer*> issuers)
{
    std::vector<app::Issuer> settings;
    for (const auto* one : issuers) settings.push_back(one->setting());
    return std::make_shared<app::Issuers>(std::string{made_up_origin}, std::move(settings),
                                          [issuers](const app::IssuerQuestion& question) {
                                              for (auto* one : issuers)
                                                  if (one->is_at(question.address))
                                                      return one->answer(question);
                                              throw Unavailable{"Nobody is there."};
                                          });
}

}  // namespace safelead::test
