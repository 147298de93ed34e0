#include "directory/token_claims.h"

#include <gtest/gtest.h>

#include <functional>

namespace safelead::directory {
namespace {

using namespace std::chrono_literals;

const Instant now = *parse_instant("2026-11-23T10:05:00Z");
const TokenExpected expected{"https://issuer.example", "client", "nonce", "", now - 5min, now};

TokenClaims right()
{
    TokenClaims claims;
    claims.issuer = "https://issuer.example";
    claims.subject = "subject-1";
    claims.audience = {"client"};
    claims.nonce = "nonce";
    claims.expires = now + 1h;
    claims.issued = now - 1min;
    return claims;
}

TEST(TokenClaims, AreBelievedWhenTheyAreForUsNowAndOfThisSignIn)
{
    EXPECT_TRUE(check_claims(right(), expected));
    auto claims = right();
    claims.audience = {"another", "client"};
    claims.authorised_party = "client";
    claims.not_before = now - 1min;
    EXPECT_TRUE(check_claims(claims, expected));
}

TEST(TokenClaims, AreRefusedWhenAnyOneIsAnother)
{
    using Change = std::function<void(TokenClaims&)>;
    const std::pair<TokenFault, Change> wrongs[] = {
        {TokenFault::other_issuer, [](auto& c) { c.issuer = "https://issuer.example/"; }},
        {TokenFault::other_issuer, [](auto& c) { c.issuer = "https://ISSUER.example"; }},
        {TokenFault::other_issuer, [](auto& c) { c.issuer = ""; }},
        {TokenFault::no_subject, [](auto& c) { c.subject = ""; }},
        {TokenFault::no_subject, [](auto& c) { c.subject = std::string(256, 'a'); }},
        {TokenFault::no_subject, [](auto& c) { c.subject = "a b"; }},
        {TokenFault::no_subject, [](auto& c) { c.subject = "a\nb"; }},
        {TokenFault::other_audience, [](auto& c) { c.audience = {}; }},
        {TokenFault::other_audience, [](auto& c) { c.audience = {"client "}; }},
        {TokenFault::other_party, [](auto& c) { c.audience = {"client", "another"}; }},
        {TokenFault::other_party, [](auto& c) { c.authorised_party = "another"; }},
        {TokenFault::other_nonce, [](auto& c) { c.nonce = "Nonce"; }},
        {TokenFault::other_nonce, [](auto& c) { c.nonce = ""; }},
        {TokenFault::times_missing, [](auto& c) { c.expires.reset(); }},
        {TokenFault::times_missing, [](auto& c) { c.issued.reset(); }},
        {TokenFault::expired, [](auto& c) { c.expires = now - 2min; }},
        {TokenFault::not_yet, [](auto& c) { c.issued = now + 2min + 1ms; }},
        {TokenFault::not_yet, [](auto& c) { c.not_before = now + 2min + 1ms; }},
        {TokenFault::too_old, [](auto& c) { c.issued = now - 15min - 1ms; }},
    };
    for (const auto& [fault, change] : wrongs) {
        auto claims = right();
        change(claims);
        const auto checked = check_claims(claims, expected);
        ASSERT_FALSE(checked) << static_cast<int>(fault);
        EXPECT_EQ(checked.error(), fault);
    }
}

TEST(TokenClaims, AllowTwoMinutesBetweenTheClocks)
{
    auto claims = right();
    claims.expires = now - 2min + 1ms;
    claims.issued = now + 2min;
    EXPECT_TRUE(check_claims(claims, expected));
    claims.issued = now - 15min;
    EXPECT_TRUE(check_claims(claims, expected))
        << "ten minutes before it began: some issuers date tokens back";
}

TEST(TokenClaims, NeedTheTenantOnlyWhereOneIsSet)
{
    auto of_a_tenant = expected;
    of_a_tenant.tenant = "tenant-1";
    auto claims = right();
    EXPECT_EQ(check_claims(claims, of_a_tenant).error(), TokenFault::other_tenant);
    claims.tenant = "tenant-2";
    EXPECT_EQ(check_claims(claims, of_a_tenant).error(), TokenFault::other_tenant);
    claims.tenant = "tenant-1";
    EXPECT_TRUE(check_claims(claims, of_a_tenant));
    EXPECT_TRUE(check_claims(claims, expected));
}

TEST(TokenClaims, OfANonceThatWeNeverGaveAreRefused)
{
    auto without = expected;
    without.nonce = "";
    auto claims = right();
    claims.nonce = "";
    EXPECT_EQ(check_claims(claims, without).error(), TokenFault::other_nonce);
}

TEST(SecondFactorElsewhere, CountsOnlyByWhatIsNamed)
{
    auto claims = right();
    EXPECT_FALSE(has_second_factor(claims, {}));
    claims.methods = {"pwd", "mfa"};
    claims.context = "urn:example:gold";
    EXPECT_FALSE(has_second_factor(claims, {}));
    EXPECT_TRUE(has_second_factor(claims, {{"mfa"}, {}}));
    EXPECT_TRUE(has_second_factor(claims, {{}, {"urn:example:gold"}}));
    EXPECT_FALSE(has_second_factor(claims, {{"hwk"}, {"urn:example:silver"}}));
    EXPECT_FALSE(has_second_factor(claims, {{"MFA"}, {}}));
    EXPECT_FALSE(has_second_factor(right(), {{""}, {""}}));
}

}  // namespace
}  // namespace safelead::directory
