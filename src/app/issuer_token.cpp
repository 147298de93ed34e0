#include "app/issuer_token.h"

#include "crypto/base64.h"
#include "crypto/public_signature.h"

#include <algorithm>

namespace safelead::app {
namespace {

constexpr std::size_t shortest_modulus = 256;  // 2,048 bits.
constexpr std::size_t longest_modulus = 512;
constexpr std::size_t longest_exponent = 4;

/// A number as the bytes it has, without noughts before it.
std::optional<Bytes> number_in(const std::string& text)
{
    auto bytes = crypto::parse_base64url(text);
    if (!bytes) return std::nullopt;
    bytes->erase(bytes->begin(), std::ranges::find_if(*bytes, [](std::byte b) { return b != std::byte{}; }));
    return bytes;
}

bool is_signed(const exchange::RsaWebKey& key, BytesView message, BytesView signature)
{
    const auto modulus = number_in(key.modulus);
    const auto exponent = number_in(key.exponent);
    if (!modulus || !exponent) return false;
    if (modulus->size() < shortest_modulus || modulus->size() > longest_modulus) return false;
    if (exponent->empty() || exponent->size() > longest_exponent) return false;
    if (*exponent == Bytes{std::byte{1}}) return false;  // It would sign anything.
    return crypto::verify_rs256(*modulus, *exponent, message, signature);
}

bool is_signed(const exchange::EcWebKey& key, BytesView message, BytesView signature)
{
    const auto x = crypto::parse_base64url(key.x);
    const auto y = crypto::parse_base64url(key.y);
    return x && y && crypto::verify_es256_pair(*x, *y, message, signature);
}

bool is_of_kind(const exchange::WebKey& key, exchange::TokenAlgorithm algorithm)
{
    const bool is_rsa = std::holds_alternative<exchange::RsaWebKey>(key.key);
    return is_rsa == (algorithm == exchange::TokenAlgorithm::rs256);
}

}  // namespace

Result<directory::TokenClaims, TokenRefusal> open_token(Issuers& issuers, const Issuer& issuer,
                                                        const std::string& token,
                                                        const directory::TokenExpected& expected)
{
    const auto parts = exchange::split_token(token);
    if (!parts) return fail(TokenUnsigned::malformed);
    const auto head_bytes = crypto::parse_base64url(parts->head);
    const auto claims_bytes = crypto::parse_base64url(parts->claims);
    const auto signature = crypto::parse_base64url(parts->signature);
    if (!head_bytes || !claims_bytes || !signature) return fail(TokenUnsigned::malformed);
    const auto head = exchange::read_token_head(text_of(*head_bytes));
    if (!head) return fail(TokenUnsigned::malformed);

    const auto key = issuers.key(issuer, head->key, expected.now);
    if (!key) return fail(TokenUnsigned::no_such_key);
    if (!is_of_kind(*key, head->algorithm)) return fail(TokenUnsigned::other_kind_of_key);
    const bool is_theirs = std::visit(
        [&](const auto& one) { return is_signed(one, bytes_of(parts->signed_text), *signature); }, key->key);
    if (!is_theirs) return fail(TokenUnsigned::wrong_signature);

    auto claims = exchange::read_token_claims(text_of(*claims_bytes));
    if (!claims) return fail(TokenUnsigned::malformed);
    if (auto checked = directory::check_claims(*claims, expected); !checked) return fail(checked.error());
    return *std::move(claims);
}

}  // namespace safelead::app
