#include "exchange/issuers_json.h"

#include <gtest/gtest.h>

#include <string>

namespace safelead::exchange {
namespace {

const std::string whole = R"({
  "origin": "https://safelead.example",  // Where browsers find us.
  "issuers": [
    {"id": "microsoft", "label": "Microsoft",
     "issuer": "https://login.microsoftonline.com/00000000-0000-4000-8000-000000000001/v2.0",
     "tenant": "00000000-0000-4000-8000-000000000001", "client_id": "client-1",
     "client_secret_file": "microsoft.secret", "second_factor": {"amr": ["mfa"]}},
    {"id": "google", "label": "Google", "issuer": "https://accounts.google.com", "client_id": "client-2",
     "client_secret_file": "/etc/safelead/google.secret"},
    {"id": "dfe", "label": "DfE Sign-in", "issuer": "https://oidc.signin.example:443", "client_id": "client-3",
     "client_secret_file": "dfe.secret"}
  ]
})";

std::string with(std::string_view from, std::string_view to)
{
    auto text = whole;
    const auto at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

TEST(IssuersFile, NamesAnyNumberOfIssuers)
{
    const auto read = read_issuers(whole, "issuers.json");
    ASSERT_TRUE(read) << words(read.error());
    EXPECT_EQ(read->origin, "https://safelead.example");
    ASSERT_EQ(read->issuers.size(), 3U);
    const auto& microsoft = read->issuers[0];
    EXPECT_EQ(microsoft.id, "microsoft");
    EXPECT_EQ(microsoft.tenant, "00000000-0000-4000-8000-000000000001");
    EXPECT_EQ(microsoft.second_factor.methods, std::vector<std::string>{"mfa"});
    EXPECT_EQ(read->issuers[1].second_factor, directory::FactorElsewhere{})
        << "ours is asked for unless it is said";
    EXPECT_EQ(read->issuers[2].issuer, "https://oidc.signin.example:443");
    EXPECT_TRUE(read_issuers(with("https://safelead.example", "http://localhost:8080"), "issuers.json"));
}

TEST(IssuersFile, IsRefusedWholeForOneThingWrong)
{
    const std::pair<std::string, std::string> wrongs[] = {
        {"origin", with("https://safelead.example", "http://safelead.example")},
        {"origin", with("https://safelead.example", "https://safelead.example/")},
        {"origin", with("https://safelead.example", "safelead.example")},
        {"more", with("\"origin\"", "\"more\": 1, \"origin\"")},
        {"issuers[1].client_secret",
         with("\"client_secret_file\": \"/etc", "\"client_secret\": \"x\", \"client_secret_file\": \"/etc")},
        {"issuers[0].id", with("\"id\": \"microsoft\"", "\"id\": \"../microsoft\"")},
        {"issuers[0].id", with("\"id\": \"microsoft\"", "\"id\": \"Microsoft\"")},
        {"issuers[1]", with("\"id\": \"google\"", "\"id\": \"microsoft\"")},
        {"issuers[1]", with("\"https://accounts.google.com\"", "\"https://oidc.signin.example:443\"")},
        {"issuers[0].label", with("\"label\": \"Microsoft\"", "\"label\": \"\"")},
        {"issuers[1].issuer", with("https://accounts.google.com", "http://accounts.google.com")},
        {"issuers[1].issuer", with("https://accounts.google.com", "https://accounts.google.com?a=b")},
        {"issuers[0].issuer", with("00000000-0000-4000-8000-000000000001/v2.0", "{tenantid}/v2.0")},
        {"issuers[0].issuer", with("00000000-0000-4000-8000-000000000001/v2.0", "common/v2.0")},
        {"issuers[0].issuer", with("00000000-0000-4000-8000-000000000001/v2.0", "organizations/v2.0")},
        {"issuers[0].client_id", with("\"client-1\"", "\"client 1\"")},
        {"issuers[0].client_secret_file", with("\"microsoft.secret\"", "\"\"")},
        {"issuers[0].second_factor", with(R"({"amr": ["mfa"]})", "{}")},
        {"issuers[0].second_factor", with(R"({"amr": ["mfa"]})", R"({"amr": [""]})")},
        {"issuers[0].second_factor.always",
         with(R"({"amr": ["mfa"]})", R"({"amr": ["mfa"], "always": true})")},
        {"issuers", R"({"origin": "https://safelead.example", "issuers": []})"},
    };
    for (const auto& [field, text] : wrongs) {
        const auto read = read_issuers(text, "issuers.json");
        ASSERT_FALSE(read) << field << ": " << text;
        // Two that say the same are said of the second.
        EXPECT_TRUE(read.error().field.starts_with(field) ||
                    (field == "issuers[1]" && read.error().field == "issuers[2]"))
            << field << " but " << words(read.error());
        EXPECT_EQ(read.error().file, "issuers.json");
    }
}

TEST(IssuersFile, IsRefusedWhereItIsTooLongOrNoJson)
{
    EXPECT_FALSE(read_issuers("", "issuers.json"));
    EXPECT_FALSE(read_issuers("[]", "issuers.json"));
    EXPECT_FALSE(read_issuers(std::string(70'000, ' ') + whole, "issuers.json"));
}

}  // namespace
}  // namespace safelead::exchange
