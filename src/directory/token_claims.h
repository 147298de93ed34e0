#pragma once

// What an issuer says of somebody in an ID token (OpenID Connect Core, sections 2 and 3.1.3.7), and whether
// it is said to us, now, about the sign-in that we began. Whether the issuer said it at all is the
// signature's part, which is not here.

#include "base/result.h"
#include "base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::directory {

/// As they were read; nothing here is believed before `check_claims` has agreed.
struct TokenClaims {
    std::string issuer;
    std::string subject;
    std::vector<std::string> audience;
    std::optional<std::string> authorised_party;
    std::string nonce;
    std::string tenant;
    std::optional<Instant> expires;
    std::optional<Instant> issued;
    std::optional<Instant> not_before;
    std::optional<Instant> authenticated;  ///< When they last showed the issuer who they are.
    std::vector<std::string> methods;      ///< `amr`: "pwd", "mfa", …
    std::string context;                   ///< `acr`

    bool operator==(const TokenClaims&) const = default;
};

/// What the sign-in that we began has to come back with.
struct TokenExpected {
    std::string issuer;
    std::string client;
    std::string nonce;
    std::string tenant;  ///< Empty: it is not looked at.
    Instant began;
    Instant now;
};

enum class TokenFault : std::uint8_t {
    other_issuer,
    no_subject,
    other_audience,
    other_party,
    other_nonce,
    other_tenant,
    times_missing,
    expired,
    not_yet,
    too_old,  ///< From long before the sign-in began.
};

/// By how much their clock and ours may differ.
inline constexpr std::chrono::minutes token_skew{2};

/// How long before the sign-in began a token may say that it was issued: Microsoft dates its tokens five
/// minutes back. What ties a token to a sign-in is the nonce.
inline constexpr std::chrono::minutes token_dated_back{10};

/// What an issuer may call an account: 1 to 255 printable letters of ASCII, no space.
[[nodiscard]] bool is_subject(std::string_view subject);

[[nodiscard]] Result<Done, TokenFault> check_claims(const TokenClaims& claims, const TokenExpected& expected);

/// What of an issuer's own checks counts as a second factor: any one of these. Nothing, as it is.
struct FactorElsewhere {
    std::vector<std::string> methods;
    std::vector<std::string> contexts;

    bool operator==(const FactorElsewhere&) const = default;
};

[[nodiscard]] bool has_second_factor(const TokenClaims& claims, const FactorElsewhere& counts);

}  // namespace safelead::directory
