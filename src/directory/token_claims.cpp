#include "directory/token_claims.h"

#include <algorithm>

namespace safelead::directory {
namespace {

Result<Done, TokenFault> check_audience(const TokenClaims& claims, const std::string& client)
{
    if (std::ranges::find(claims.audience, client) == claims.audience.end())
        return fail(TokenFault::other_audience);
    const bool is_for_others_too =
        std::ranges::any_of(claims.audience, [&client](const auto& one) { return one != client; });
    if (is_for_others_too && !claims.authorised_party) return fail(TokenFault::other_party);
    if (claims.authorised_party && *claims.authorised_party != client) return fail(TokenFault::other_party);
    return Done{};
}

Result<Done, TokenFault> check_times(const TokenClaims& claims, const TokenExpected& expected)
{
    if (!claims.expires || !claims.issued) return fail(TokenFault::times_missing);
    if (expected.now >= *claims.expires + token_skew) return fail(TokenFault::expired);
    if (*claims.issued > expected.now + token_skew) return fail(TokenFault::not_yet);
    if (claims.not_before && *claims.not_before > expected.now + token_skew) return fail(TokenFault::not_yet);
    if (*claims.issued + token_dated_back < expected.began) return fail(TokenFault::too_old);
    return Done{};
}

constexpr std::size_t longest_subject = 255;

}  // namespace

bool is_subject(std::string_view subject)
{
    return !subject.empty() && subject.size() <= longest_subject &&
           std::ranges::all_of(subject, [](char c) { return c > ' ' && c < '\x7f'; });
}

Result<Done, TokenFault> check_claims(const TokenClaims& claims, const TokenExpected& expected)
{
    if (expected.issuer.empty() || claims.issuer != expected.issuer) return fail(TokenFault::other_issuer);
    if (!is_subject(claims.subject)) return fail(TokenFault::no_subject);
    SL_TRY(check_audience(claims, expected.client));
    if (expected.nonce.empty() || claims.nonce != expected.nonce) return fail(TokenFault::other_nonce);
    if (!expected.tenant.empty() && claims.tenant != expected.tenant) return fail(TokenFault::other_tenant);
    return check_times(claims, expected);
}

bool has_second_factor(const TokenClaims& claims, const FactorElsewhere& counts)
{
    const auto holds = [](const auto& list, const std::string& one) {
        return !one.empty() && std::ranges::find(list, one) != list.end();
    };
    return holds(counts.contexts, claims.context) ||
           std::ranges::any_of(claims.methods,
                               [&](const std::string& method) { return holds(counts.methods, method); });
}

}  // namespace safelead::directory
