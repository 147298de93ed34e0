// What is said in a token is believed only with the right signature, by a key that the issuer has now.

#include "app/issuer_token.h"

#include "base/unavailable.h"
#include "crypto/base64.h"
#include "support/made_up_issuer.h"

#include <gtest/gtest.h>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using test::MadeUpIssuer;

const Instant now = *parse_instant("2026-11-23T10:00:00Z");

class IssuerTokens : public testing::TestWithParam<MadeUpIssuer::Kind> {
protected:
    Result<directory::TokenClaims, TokenRefusal> open(const std::string& token, Instant at = now)
    {
        return open_token(*issuers, issuers->all()[0], token,
                          {theirs.name, theirs.client, "nonce", "", now, at});
    }
    Result<directory::TokenClaims, TokenRefusal> open() { return open(theirs.token("nonce")); }

    MadeUpIssuer theirs{"issuer", "https://issuer.example", GetParam()};
    std::shared_ptr<Issuers> issuers = test::issuers_of({&theirs});
};

TEST_P(IssuerTokens, AreBelievedWhenTheyAreSignedByTheIssuer)
{
    const auto opened = open();
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->subject, "subject-1");
    EXPECT_EQ(opened->issuer, "https://issuer.example");
}

TEST_P(IssuerTokens, AreRefusedHoweverElseTheyAreSigned)
{
    using enum MadeUpIssuer::Signed;
    const std::pair<MadeUpIssuer::Signed, TokenUnsigned> wrongs[] = {
        {none, TokenUnsigned::malformed},
        {by_shared_secret, TokenUnsigned::malformed},
        {by_secret_called_rs256, TokenUnsigned::wrong_signature},
        {by_another_key, TokenUnsigned::wrong_signature},
        {as_other_kind, TokenUnsigned::other_kind_of_key},
    };
    for (const auto& [how, why] : wrongs) {
        theirs.signature = how;
        EXPECT_EQ(open().error(), TokenRefusal{why}) << static_cast<int>(how);
    }
}

TEST_P(IssuerTokens, AreRefusedWhenALetterIsChanged)
{
    const auto token = theirs.token("nonce");
    for (std::size_t i = 0; i < token.size(); i += 7) {
        auto changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        EXPECT_FALSE(open(changed)) << i;
        changed = token.substr(0, i);
        EXPECT_FALSE(open(changed)) << i;
    }
    EXPECT_FALSE(open(token + "A"));
    EXPECT_FALSE(open(token + "="));
}

TEST_P(IssuerTokens, AreRefusedWithAnEmptySignature)
{
    const auto token = theirs.token("nonce");
    EXPECT_EQ(open(token.substr(0, token.rfind('.') + 1)).error(),
              TokenRefusal{TokenUnsigned::wrong_signature});
}

TEST_P(IssuerTokens, AreRefusedForWhatTheySay)
{
    theirs.claims["aud"] = R"("another-client")";
    EXPECT_EQ(open().error(), TokenRefusal{directory::TokenFault::other_audience});
    theirs.claims = {{"iss", R"("https://another.example")"}};
    EXPECT_EQ(open().error(), TokenRefusal{directory::TokenFault::other_issuer});
    theirs.claims = {{"exp", "1"}};
    EXPECT_EQ(open().error(), TokenRefusal{directory::TokenFault::expired});
    theirs.claims = {{"nonce", ""}};
    EXPECT_EQ(open().error(), TokenRefusal{directory::TokenFault::other_nonce});
    theirs.claims = {{"sub", "7"}};
    EXPECT_EQ(open().error(), TokenRefusal{TokenUnsigned::malformed});
}

TEST_P(IssuerTokens, AreCheckedWithTheNewKeyOnceTheIssuerHasChangedIt)
{
    ASSERT_TRUE(open());
    const auto before = theirs.token("nonce");
    EXPECT_EQ(theirs.asked_for_keys, 1);
    ASSERT_TRUE(open());
    EXPECT_EQ(theirs.asked_for_keys, 1) << "it is known";
    theirs.change_key();
    EXPECT_TRUE(open());
    EXPECT_EQ(theirs.asked_for_keys, 2);
    EXPECT_EQ(open(before).error(), TokenRefusal{TokenUnsigned::no_such_key})
        << "the issuer has taken it back";
}

TEST_P(IssuerTokens, OfUnknownKeysMakeUsLookOnceInHalfAMinute)
{
    ASSERT_TRUE(open());
    theirs.head["kid"] = R"("nobody's")";
    for (int i = 0; i < 20; ++i) EXPECT_EQ(open().error(), TokenRefusal{TokenUnsigned::no_such_key});
    EXPECT_EQ(theirs.asked_for_keys, 2);
    EXPECT_FALSE(open(theirs.token("nonce"), now + 29s));
    EXPECT_EQ(theirs.asked_for_keys, 2);
    EXPECT_FALSE(open(theirs.token("nonce"), now + 30s));
    EXPECT_EQ(theirs.asked_for_keys, 3);
}

TEST_P(IssuerTokens, AreNotCheckedWithAKeyThatIsAnHourOld)
{
    theirs.claims["exp"] = "4102444800";
    const auto token = theirs.token("nonce");
    ASSERT_TRUE(open(token));
    theirs.change_key();
    EXPECT_TRUE(open(token, now + 59min));
    EXPECT_EQ(open(token, now + 60min).error(), TokenRefusal{TokenUnsigned::no_such_key});
    theirs.is_down = true;
    EXPECT_THROW((void)open(token, now + 3h), Unavailable);
}

TEST_P(IssuerTokens, AreNoneOfAnIssuerThatCallsItselfByAnotherName)
{
    theirs.discovery["issuer"] = R"("https://issuer.example/")";
    EXPECT_THROW((void)open(), Unavailable);
    theirs.discovery["issuer"] = R"("https://issuer.example/{tenantid}")";
    EXPECT_THROW((void)open(), Unavailable);
}

// What the three that schools use put into a token and into what they say of themselves, signed by keys of
// our own.

const std::string tenant = "00000000-0000-4000-8000-000000000001";

std::string seconds(Instant at)
{
    return std::to_string(std::chrono::duration_cast<std::chrono::seconds>(at.time_since_epoch()).count());
}

Result<directory::TokenClaims, TokenRefusal> open_of(MadeUpIssuer& theirs)
{
    const auto issuers = test::issuers_of({&theirs});
    return open_token(*issuers, issuers->all()[0], theirs.token("nonce"),
                      {theirs.name, theirs.client, "nonce", theirs.tenant, now, now});
}

TEST(IssuerShapes, OfGoogleAreBelieved)
{
    MadeUpIssuer google{"google", "https://accounts.google.com"};
    google.discovery = {{"token_endpoint", R"("https://oauth2.googleapis.com/token")"},
                        {"claims_supported", R"(["aud","email","exp","iat","iss","name","sub"])"}};
    google.subject = "100000000000000000001";
    google.claims = {{"azp", R"("a-made-up-client")"},
                     {"hd", R"("school.example")"},
                     {"email", R"("name@school.example")"},
                     {"email_verified", "true"},
                     {"at_hash", R"("HK6E_P6Dh8Y93mRNtsDB1Q")"}};
    const auto opened = open_of(google);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->subject, "100000000000000000001");
    google.claims["iss"] = R"("accounts.google.com")";
    EXPECT_EQ(open_of(google).error(), TokenRefusal{directory::TokenFault::other_issuer})
        << "only the exact name";
}

TEST(IssuerShapes, OfMicrosoftAreBelievedForOneTenant)
{
    MadeUpIssuer microsoft{"microsoft", "https://login.microsoftonline.com/" + tenant + "/v2.0"};
    microsoft.tenant = tenant;
    microsoft.discovery = {{"code_challenge_methods_supported", ""},  // It says nothing of it.
                           {"http_logout_supported", "true"},
                           {"tenant_region_scope", R"("EU")"}};
    microsoft.claims = {{"tid", "\"" + tenant + "\""},
                        {"iat", seconds(now - 5min)},  // It dates its tokens back.
                        {"nbf", seconds(now - 5min)},
                        {"aio", R"("x")"},
                        {"oid", R"("00000000-0000-4000-8000-000000000002")"},
                        {"amr", R"(["pwd","mfa"])"},
                        {"ver", R"("2.0")"}};
    const auto opened = open_of(microsoft);
    ASSERT_TRUE(opened);
    EXPECT_TRUE(directory::has_second_factor(*opened, {{"mfa"}, {}}));
    microsoft.claims["tid"] = R"("00000000-0000-4000-8000-000000000003")";
    EXPECT_EQ(open_of(microsoft).error(), TokenRefusal{directory::TokenFault::other_tenant});
    microsoft.claims["tid"] = "\"" + tenant + "\"";
    microsoft.claims["iss"] = R"("https://login.microsoftonline.com/{tenantid}/v2.0")";
    EXPECT_EQ(open_of(microsoft).error(), TokenRefusal{directory::TokenFault::other_issuer});
    microsoft.claims.erase("iss");
    microsoft.discovery["issuer"] = R"("https://login.microsoftonline.com/{tenantid}/v2.0")";
    EXPECT_THROW((void)open_of(microsoft), Unavailable) << "the form for any tenant names nobody";
}

TEST(IssuerShapes, OfDfeSignInAreBelieved)
{
    MadeUpIssuer dfe{"dfe", "https://oidc.signin.example:443"};
    dfe.discovery = {
        {"id_token_signing_alg_values_supported", R"(["HS256","RS256"])"},
        {"token_endpoint_auth_methods_supported", R"(["client_secret_basic","client_secret_jwt"])"}};
    dfe.claims = {
        {"aud", R"(["a-made-up-client"])"},
        {"sid", R"("x")"},
        {"auth_time", seconds(now - 10s)},
        {"organisation", R"({"id":"o","name":"A made-up school","urn":"000000","legalName":null})"}};
    const auto opened = open_of(dfe);
    ASSERT_TRUE(opened);
    EXPECT_EQ(opened->authenticated, now - 10s);
    dfe.signature = MadeUpIssuer::Signed::by_shared_secret;
    EXPECT_EQ(open_of(dfe).error(), TokenRefusal{TokenUnsigned::malformed})
        << "that the issuer knows HS256 does not make us know it";
}

INSTANTIATE_TEST_SUITE_P(OfEitherKind, IssuerTokens,
                         testing::Values(MadeUpIssuer::Kind::rsa, MadeUpIssuer::Kind::ec));

}  // namespace
}  // namespace safelead::app
