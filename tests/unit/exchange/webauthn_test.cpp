#include "exchange/webauthn.h"

#include "exchange/cbor.h"

#include <gtest/gtest.h>

#include <initializer_list>

namespace safelead::exchange {
namespace {

Bytes bytes(std::initializer_list<int> values)
{
    Bytes all;
    for (const auto value : values) all.push_back(static_cast<std::byte>(value));
    return all;
}

TEST(Cbor, ReadsNumbersBytesTextsArraysAndMaps)
{
    // {1: -7, "a": h'0102', 3: ["b", 500]}
    const auto read =
        read_cbor(bytes({0xA3, 1, 0x26, 0x61, 'a', 0x42, 1, 2, 3, 0x82, 0x61, 'b', 0x19, 1, 0xF4, 0xFF}));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->length, 15U) << "what follows is not its own";
    EXPECT_EQ(read->item.find(std::int64_t{1})->integer(), -7);
    EXPECT_EQ(*read->item.find(std::string_view{"a"})->bytes(), bytes({1, 2}));
    EXPECT_EQ(read->item.find(std::int64_t{2}), nullptr);
    const auto& list = std::get<CborItem::Array>(read->item.find(std::int64_t{3})->value);
    EXPECT_EQ(*list[0].text(), "b");
    EXPECT_EQ(list[1].integer(), 500);
}

TEST(Cbor, RefusesWhatPasskeysNeverNeed)
{
    const std::initializer_list<Bytes> wrong = {
        {},
        bytes({0x5F, 0x41, 1, 0xFF}),                                      // Of no definite length.
        bytes({0xF6}),                                                     // Null.
        bytes({0xF9, 0, 0}),                                               // A fraction.
        bytes({0xC0, 0x61, 'a'}),                                          // A tag.
        bytes({0x1C}),                                                     // Reserved.
        bytes({0x1B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}),     // Too large a number.
        bytes({0x42, 1}),                                                  // Ends too soon.
        bytes({0x5B, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1}),  // A length of everything.
        bytes({0x9B, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}),     // As many items.
        bytes({0xA2, 1, 1, 1, 2}),                                         // A key twice.
        bytes({0xA2, 0x61, 'a', 1, 0x61, 'a', 2}),                         // Likewise.
        bytes({0xA1, 0x41, 1, 1}),                                         // Bytes for a key.
        bytes({0x81, 0x81, 0x81, 0x81, 0x81, 0x01}),                       // Too deep.
    };
    for (const auto& one : wrong) EXPECT_FALSE(read_cbor(one)) << to_hex(one);
    Bytes many = bytes({0x98, 100});
    many.resize(102);
    EXPECT_FALSE(read_cbor(many)) << "too many items";
    EXPECT_FALSE(read_cbor(Bytes(9000))) << "too long";
}

TEST(CoseKey, IsOfTheThreeKindsOrRefused)
{
    auto ec = bytes({0xA5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32});
    ec.resize(ec.size() + 32);
    const auto y = bytes({0x22, 0x58, 32});
    ec.insert(ec.end(), y.begin(), y.end());
    ec.resize(ec.size() + 32);
    ASSERT_TRUE(read_cose_key(ec));
    EXPECT_TRUE(std::holds_alternative<EcKey>(*read_cose_key(ec)));
    auto longer = ec;
    longer.push_back(std::byte{0});
    EXPECT_FALSE(read_cose_key(longer)) << "something after it";
    auto other_curve = ec;
    other_curve[6] = std::byte{2};
    EXPECT_FALSE(read_cose_key(other_curve));
    auto other_algorithm = ec;
    other_algorithm[4] = std::byte{0x27};
    EXPECT_FALSE(read_cose_key(other_algorithm)) << "EdDSA by a key of another type";
    auto ed = bytes({0xA4, 1, 1, 3, 0x27, 0x20, 6, 0x21, 0x58, 32});
    ed.resize(ed.size() + 32);
    ASSERT_TRUE(read_cose_key(ed));
    EXPECT_TRUE(std::holds_alternative<EdKey>(*read_cose_key(ed)));
    const auto short_rsa = bytes({0xA4, 1, 3, 3, 0x39, 1, 0, 0x20, 0x41, 3, 0x21, 0x41, 3});
    EXPECT_FALSE(read_cose_key(short_rsa)) << "a modulus of eight bits";
}

TEST(ClientSaid, TakesUnknownMembersAndNoneTwice)
{
    const auto said = read_client_said(
        R"({"type":"webauthn.get","challenge":"c","origin":"o","crossOrigin":false,"x":[1]})");
    ASSERT_TRUE(said);
    EXPECT_EQ(said->type, "webauthn.get");
    EXPECT_FALSE(said->is_cross_origin);
    EXPECT_TRUE(read_client_said(R"({"crossOrigin":null})")->is_cross_origin);
    EXPECT_FALSE(read_client_said(R"({"type":"a","type":"b"})"));
    EXPECT_FALSE(read_client_said("[]"));
    EXPECT_FALSE(read_client_said(std::string(5000, ' ') + "{}"));
}

TEST(AuthenticatorSaid, HasNothingMissingAndNothingOver)
{
    Bytes plain(37);
    plain[32] = std::byte{5};
    plain[36] = std::byte{7};
    const auto said = read_authenticator_said(plain);
    ASSERT_TRUE(said);
    EXPECT_TRUE(said->user_present);
    EXPECT_TRUE(said->user_verified);
    EXPECT_EQ(said->count, 7U);
    for (std::size_t length = 0; length < plain.size(); ++length)
        EXPECT_FALSE(read_authenticator_said(BytesView{plain}.first(length)));
    plain.push_back(std::byte{0});
    EXPECT_FALSE(read_authenticator_said(plain)) << "something over";
    plain[32] = std::byte{0x85};
    plain.back() = std::byte{0xA0};
    EXPECT_TRUE(read_authenticator_said(plain)) << "extensions are passed over";
    plain[32] = std::byte{0x45};
    EXPECT_FALSE(read_authenticator_said(plain)) << "a credential that is not there";
}

}  // namespace
}  // namespace safelead::exchange
