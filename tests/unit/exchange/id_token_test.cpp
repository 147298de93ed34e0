#include "exchange/id_token.h"

#include <gtest/gtest.h>

#include <string>

namespace safelead::exchange {
namespace {

// As the three that schools use describe themselves, and as their tokens look: made up, with their members.

constexpr std::string_view google = R"({
 "issuer": "https://accounts.google.com",
 "authorization_endpoint": "https://accounts.google.com/o/oauth2/v2/auth",
 "device_authorization_endpoint": "https://oauth2.googleapis.com/device/code",
 "token_endpoint": "https://oauth2.googleapis.com/token",
 "userinfo_endpoint": "https://openidconnect.googleapis.com/v1/userinfo",
 "revocation_endpoint": "https://oauth2.googleapis.com/revoke",
 "jwks_uri": "https://www.googleapis.com/oauth2/v3/certs",
 "response_types_supported": ["code", "token", "id_token", "code token", "none"],
 "subject_types_supported": ["public"],
 "id_token_signing_alg_values_supported": ["RS256"],
 "scopes_supported": ["openid", "email", "profile"],
 "token_endpoint_auth_methods_supported": ["client_secret_post", "client_secret_basic"],
 "claims_supported": ["aud", "email", "exp", "iat", "iss", "name", "sub"],
 "code_challenge_methods_supported": ["plain", "S256"],
 "grant_types_supported": ["authorization_code", "refresh_token"]
})";

constexpr std::string_view microsoft = R"({
 "token_endpoint": "https://login.microsoftonline.com/00000000-0000-4000-8000-000000000001/oauth2/v2.0/token",
 "token_endpoint_auth_methods_supported": ["client_secret_post", "private_key_jwt", "client_secret_basic"],
 "jwks_uri": "https://login.microsoftonline.com/00000000-0000-4000-8000-000000000001/discovery/v2.0/keys",
 "response_modes_supported": ["query", "fragment", "form_post"],
 "subject_types_supported": ["pairwise"],
 "id_token_signing_alg_values_supported": ["RS256"],
 "response_types_supported": ["code", "id_token", "code id_token", "id_token token"],
 "scopes_supported": ["openid", "profile", "email", "offline_access"],
 "issuer": "https://login.microsoftonline.com/00000000-0000-4000-8000-000000000001/v2.0",
 "request_uri_parameter_supported": false,
 "userinfo_endpoint": "https://graph.microsoft.com/oidc/userinfo",
 "authorization_endpoint": "https://login.microsoftonline.com/00000000-0000-4000-8000-000000000001/oauth2/v2.0/authorize",
 "http_logout_supported": true,
 "frontchannel_logout_supported": true,
 "tenant_region_scope": "EU",
 "cloud_instance_name": "microsoftonline.com",
 "kerberos_endpoint": "https://login.microsoftonline.com/00000000-0000-4000-8000-000000000001/kerberos"
})";

constexpr std::string_view dfe = R"({
 "authorization_endpoint": "https://oidc.signin.example:443/auth",
 "claims_parameter_supported": false,
 "claims_supported": ["sub", "email", "organisation", "sid", "auth_time", "iss"],
 "grant_types_supported": ["implicit", "authorization_code", "refresh_token"],
 "id_token_signing_alg_values_supported": ["HS256", "RS256"],
 "issuer": "https://oidc.signin.example:443",
 "jwks_uri": "https://oidc.signin.example:443/certs",
 "request_parameter_supported": false,
 "response_types_supported": ["code", "id_token"],
 "token_endpoint": "https://oidc.signin.example:443/token",
 "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_jwt", "client_secret_post"]
})";

TEST(Discovery, IsReadInTheShapesThatSchoolsMeet)
{
    const auto of_google = read_discovery(google, Plain::refused);
    ASSERT_TRUE(of_google);
    EXPECT_EQ(of_google->issuer, "https://accounts.google.com");
    EXPECT_EQ(of_google->token, "https://oauth2.googleapis.com/token");
    EXPECT_EQ(of_google->keys, "https://www.googleapis.com/oauth2/v3/certs");
    EXPECT_EQ(of_google->secret_given, SecretGiven::in_header);
    EXPECT_FALSE(of_google->says_issuer_on_return);
    EXPECT_TRUE(read_discovery(microsoft, Plain::refused));
    const auto of_dfe = read_discovery(dfe, Plain::refused);
    ASSERT_TRUE(of_dfe);
    EXPECT_EQ(of_dfe->issuer, "https://oidc.signin.example:443");
}

TEST(Discovery, HasWhereToSignOutOnlyWhereTheIssuerSaysItWell)
{
    const auto with_end = [](const std::string& address) {
        auto json = std::string{google};
        return json.insert(json.find('{') + 1, R"("end_session_endpoint": ")" + address + "\",");
    };
    EXPECT_EQ(read_discovery(google, Plain::refused)->sign_out, "");
    EXPECT_EQ(read_discovery(with_end("https://accounts.example/end"), Plain::refused)->sign_out,
              "https://accounts.example/end");
    for (const auto* wrong : {"http://accounts.example/end", "javascript:alert(1)", "/end", ""}) {
        const auto found = read_discovery(with_end(wrong), Plain::refused);
        ASSERT_TRUE(found) << "nobody needs it to sign in: " << wrong;
        EXPECT_EQ(found->sign_out, "") << wrong;
    }
}

std::string with(std::string_view from, std::string_view to)
{
    std::string text{google};
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

TEST(Discovery, IsRefusedWithoutWhatWeUse)
{
    const std::string wrongs[] = {
        with(R"("issuer": "https://accounts.google.com")", R"("issuer": 7)"),
        with("https://oauth2.googleapis.com/token", "http://oauth2.googleapis.com/token"),
        with("https://oauth2.googleapis.com/token", "http://127.0.0.1/token"),
        with("https://oauth2.googleapis.com/token", "https:///token"),
        with("https://oauth2.googleapis.com/token", "https://a@oauth2.googleapis.com/token"),
        with("https://www.googleapis.com/oauth2/v3/certs", "file:///etc/keys"),
        with("https://accounts.google.com/o/oauth2/v2/auth", "javascript:alert(1)"),
        with("https://accounts.google.com/o/oauth2/v2/auth", "https://accounts.google.com/\\\"><b>"),
        with(R"("token_endpoint":)", R"("token_end":)"),
        with(R"(["plain", "S256"])", R"(["plain"])"),
        with(R"(["plain", "S256"])", R"("S256")"),
        with(R"(["client_secret_post", "client_secret_basic"])", R"(["private_key_jwt"])"),
        with(R"(["RS256"])", R"(["HS256", "PS256"])"),
        with(R"("issuer":)", R"("issuer": "https://accounts.google.com", "issuer":)"),
        "[]",
        "",
        std::string(300'000, ' ') + std::string{google},
    };
    for (const auto& wrong : wrongs)
        EXPECT_FALSE(read_discovery(wrong, Plain::refused)) << wrong.substr(0, 300);
}

TEST(Discovery, GivesTheSecretTheWayThatIsTaken)
{
    const auto by_form =
        read_discovery(with(R"(["client_secret_post", "client_secret_basic"])", R"(["client_secret_post"])"),
                       Plain::refused);
    ASSERT_TRUE(by_form);
    EXPECT_EQ(by_form->secret_given, SecretGiven::in_form);
    const auto says = read_discovery(
        with(R"("issuer":)", R"("authorization_response_iss_parameter_supported": true, "issuer":)"),
        Plain::refused);
    ASSERT_TRUE(says);
    EXPECT_TRUE(says->says_issuer_on_return);
}

TEST(WebAddresses, AreHttpsOrOnThisMachine)
{
    EXPECT_TRUE(is_web_address("https://issuer.example/a?b=c", Plain::refused));
    EXPECT_FALSE(is_web_address("http://localhost:4000", Plain::refused));
    for (const auto* here : {"http://localhost:4000/a", "http://127.0.0.1", "http://[::1]:80/"})
        EXPECT_TRUE(is_web_address(here, Plain::allowed)) << here;
    for (const auto* wrong :
         {"http://issuer.example", "http://localhost.example", "http://127.0.0.1.example", "https://",
          "https://a b", "https://a\r\nb", "https://a#b", "https://a@b", "//a", "ftp://a",
          "https://login.example/{tenantid}/v2.0", "http://[::1.example"})
        EXPECT_FALSE(is_web_address(wrong, Plain::allowed)) << wrong;
}

TEST(TokenHeads, NameOneOfTwoAlgorithmsAndAKey)
{
    const auto head = read_token_head(R"({"typ":"JWT","alg":"RS256","kid":"k1","x5t":"a"})");
    ASSERT_TRUE(head);
    EXPECT_EQ(head->algorithm, TokenAlgorithm::rs256);
    EXPECT_EQ(head->key, "k1");
    EXPECT_EQ(read_token_head(R"({"alg":"ES256","kid":"k1"})")->algorithm, TokenAlgorithm::es256);
    for (const auto* wrong :
         {R"({"alg":"none","kid":"k1"})", R"({"alg":"None","kid":"k1"})", R"({"alg":"","kid":"k1"})",
          R"({"kid":"k1"})", R"({"alg":"HS256","kid":"k1"})", R"({"alg":"HS512","kid":"k1"})",
          R"({"alg":"PS256","kid":"k1"})", R"({"alg":"RS512","kid":"k1"})", R"({"alg":"rs256","kid":"k1"})",
          R"({"alg":"RS256"})", R"({"alg":"RS256","kid":""})", R"({"alg":"RS256","kid":7})",
          R"({"alg":["RS256"],"kid":"k1"})", R"({"alg":"none","alg":"RS256","kid":"k1"})",
          R"({"alg":"RS256","kid":"k1","crit":["exp"]})", R"({"alg":"RS256","kid":"k1","b64":false})", "[]",
          ""})
        EXPECT_FALSE(read_token_head(wrong)) << wrong;
}

TEST(TokenClaims, AreReadInTheShapesThatSchoolsMeet)
{
    const auto of_google = read_token_claims(
        R"({"iss":"https://accounts.google.com","azp":"client","aud":"client","sub":"100000000000000000001",)"
        R"("hd":"school.example","email":"name@school.example","email_verified":true,"at_hash":"a",)"
        R"("nonce":"n","iat":1795428000,"exp":1795431600})");
    ASSERT_TRUE(of_google);
    EXPECT_EQ(of_google->subject, "100000000000000000001");
    EXPECT_EQ(of_google->audience, std::vector<std::string>{"client"});
    EXPECT_EQ(of_google->authorised_party, "client");
    EXPECT_EQ(of_google->issued, Instant{std::chrono::seconds{1795428000}});
    EXPECT_FALSE(of_google->authenticated);

    const auto of_microsoft = read_token_claims(
        R"({"aud":"client","iss":"https://login.microsoftonline.com/t/v2.0","iat":1795428000,"nbf":1795428000,)"
        R"("exp":1795431900,"aio":"x","amr":["pwd","mfa"],"nonce":"n","oid":"o","rh":"r","sub":"s","tid":"t",)"
        R"("uti":"u","ver":"2.0"})");
    ASSERT_TRUE(of_microsoft);
    EXPECT_EQ(of_microsoft->tenant, "t");
    EXPECT_EQ(of_microsoft->methods, (std::vector<std::string>{"pwd", "mfa"}));

    const auto of_dfe = read_token_claims(
        R"({"sub":"S","email":"name@school.example","organisation":{"id":"o","urn":"000000","legalName":null},)"
        R"("sid":"x","auth_time":1795427990,"nonce":"n","at_hash":"a","aud":["client"],"exp":1795431600,)"
        R"("iat":1795428000,"iss":"https://oidc.signin.example:443"})");
    ASSERT_TRUE(of_dfe);
    EXPECT_EQ(of_dfe->authenticated, Instant{std::chrono::seconds{1795427990}});
}

TEST(TokenClaims, AreReadAlsoAfter2038)
{
    const auto claims = read_token_claims(R"({"aud":"a","exp":4102444800,"xms":1795428000000})");
    ASSERT_TRUE(claims);
    EXPECT_EQ(claims->expires, parse_instant("2100-01-01T00:00:00Z"));
    EXPECT_FALSE(read_token_claims(R"({"aud":"a","exp":99999999999999999999})"));
}

TEST(TokenClaims, OfAnotherKindAreNotRead)
{
    for (const auto* wrong :
         {R"({})", R"({"aud":7})", R"({"aud":["a",7]})", R"({"aud":"a","iss":7})", R"({"aud":"a","sub":7})",
          R"({"aud":"a","exp":"soon"})", R"({"aud":"a","exp":-1})", R"({"aud":"a","exp":1.5})",
          R"({"aud":"a","exp":9000000000000000})", R"({"aud":"a","nonce":null})", R"({"aud":"a","azp":[]})",
          R"({"aud":"a","amr":"mfa"})", R"({"aud":"a","sub":"x","sub":"y"})", "[]", "", "null"})
        EXPECT_FALSE(read_token_claims(wrong)) << wrong;
}

TEST(CompactTokens, HaveThreeParts)
{
    const auto parts = split_token("aa.bb.cc");
    ASSERT_TRUE(parts);
    EXPECT_EQ(parts->head, "aa");
    EXPECT_EQ(parts->claims, "bb");
    EXPECT_EQ(parts->signature, "cc");
    EXPECT_EQ(parts->signed_text, "aa.bb");
    for (const auto& wrong : {std::string{}, std::string{"a"}, std::string{"a.b"}, std::string{"a.b.c.d"},
                              std::string{"a.b.c.d.e"}, std::string(20'000, 'a') + ".b.c"})
        EXPECT_FALSE(split_token(wrong)) << wrong.substr(0, 20);
}

TEST(WebKeys, ThatCanCheckASignatureAreKept)
{
    const auto keys = read_web_keys(
        R"({"keys":[{"kty":"RSA","kid":"a","n":"bg","e":"AQAB","use":"sig","x5c":["x"]},)"
        R"({"kty":"RSA","kid":"b","n":"bg","e":"AQAB","use":"enc"},{"kty":"oct","kid":"c","k":"c2VjcmV0"},)"
        R"({"kty":"EC","crv":"P-256","kid":"d","x":"eA","y":"eQ"},{"kty":"EC","crv":"P-521","kid":"e"},)"
        R"({"kty":"RSA","kid":"f","alg":"RS512","n":"bg","e":"AQAB"},{"kty":"RSA","n":"bg","e":"AQAB"},7]})");
    ASSERT_TRUE(keys);
    ASSERT_EQ(keys->size(), 2U);
    EXPECT_EQ((*keys)[0].id, "a");
    EXPECT_EQ((*keys)[1].id, "d");
    EXPECT_TRUE(read_web_keys(R"({"keys":[]})"));
    for (const auto* wrong : {"{}", R"({"keys":{}})", "[]", ""}) EXPECT_FALSE(read_web_keys(wrong)) << wrong;
    std::string many = R"({"keys":[)";
    for (int i = 0; i < 101; ++i) many += std::string{i == 0 ? "" : ","} + "{}";
    EXPECT_FALSE(read_web_keys(many + "]}"));
}

TEST(TokenAnswers, HoldAToken)
{
    EXPECT_EQ(read_token_answer(R"({"access_token":"x","id_token":"a.b.c","expires_in":3599})"), "a.b.c");
    for (const auto* wrong : {R"({"access_token":"x"})", R"({"id_token":""})", R"({"id_token":7})", "", "[]"})
        EXPECT_FALSE(read_token_answer(wrong)) << wrong;
}

}  // namespace
}  // namespace safelead::exchange
