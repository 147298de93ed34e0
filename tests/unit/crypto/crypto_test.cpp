#include "base/bug.h"
#include "crypto/base64.h"
#include "crypto/digest.h"
#include "crypto/password.h"
#include "crypto/random.h"
#include "crypto/sealing.h"
#include "support/ledger_parts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace safelead::crypto {
namespace {

using namespace safelead::test;

constexpr PasswordCost quick{1, std::size_t{8} * 1024 * 1024};

TEST(Digest, AgreesWithPublishedAnswers)
{
    EXPECT_EQ(to_hex(sha256(bytes_of("abc"))),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(to_hex(sha256(BytesView{})),
              "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(to_hex(sha256(bytes_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"))),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(to_hex(sha256(bytes_of(std::string(1'000'000, 'a')))),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    EXPECT_EQ(to_hex(blake2b({})), "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8");
}

TEST(Digest, OfPiecesIsThatOfTheWhole)
{
    const auto bytes = random_bytes(200);
    const BytesView whole{bytes};
    for (std::size_t size = 0; size <= whole.size(); ++size)
        EXPECT_EQ(sha256({whole.first(size), BytesView{}, whole.subspan(size)}), sha256(whole)) << size;
    EXPECT_EQ(sha256(std::initializer_list<BytesView>{}), sha256(BytesView{}));
}

/// HMAC fills a key that is shorter than a block with noughts, so a short one and one so filled are the same.
SecretKey filled_up(std::string_view short_key)
{
    std::array<std::byte, SecretKey::size> bytes{};
    std::ranges::copy(bytes_of(short_key), bytes.begin());
    return SecretKey::taken_from(bytes);
}

TEST(Digest, WithAKeyAgreesWithTheAnswersOfRfc4231)
{
    EXPECT_EQ(to_hex(keyed_digest(filled_up(std::string(20, '\x0b')), bytes_of("Hi There"))),
              "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    EXPECT_EQ(to_hex(keyed_digest(filled_up("Jefe"), bytes_of("what do ya want for nothing?"))),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(to_hex(keyed_digest(filled_up(std::string(20, '\xaa')), bytes_of(std::string(50, '\xdd')))),
              "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe");
    // The fourth's key is 01 to 19, in hexadecimal.
    std::string counting;
    for (char byte = 0x01; byte <= 0x19; ++byte) counting += byte;
    EXPECT_EQ(to_hex(keyed_digest(filled_up(counting), bytes_of(std::string(50, '\xcd')))),
              "82558a389a443c0ea4cc819899f2083a85f0faa3e578f8077a2e3ff46729665b");
}

TEST(Digest, NeedsTheKeyAndTheVeryBytes)
{
    const auto digest = keyed_digest(counting_key(1), bytes_of("said"));
    EXPECT_EQ(digest, keyed_digest(counting_key(1), bytes_of("said")));
    EXPECT_NE(digest, keyed_digest(counting_key(2), bytes_of("said")));
    EXPECT_NE(digest, keyed_digest(counting_key(1), bytes_of("saie")));
}

TEST(DeriveKey, GivesAnotherKeyForEachLabelAndContext)
{
    const auto key = counting_key(1);
    std::set<std::string> made{to_hex(key.bytes())};
    for (const auto* label : {"a", "b", "ab"})
        for (const auto* context : {"", "a", "b"})
            made.insert(to_hex(derive_key(key, label, bytes_of(context)).bytes()));
    EXPECT_EQ(made.size(), 10U);
}

TEST(Equal, LooksAtEveryByteAndTheLength)
{
    EXPECT_TRUE(equal_in_constant_time(bytes_of("abc"), bytes_of("abc")));
    EXPECT_FALSE(equal_in_constant_time(bytes_of("abc"), bytes_of("abd")));
    EXPECT_FALSE(equal_in_constant_time(bytes_of("abc"), bytes_of("ab")));
}

TEST(SecretKey, StopsWhoeverUsesItAfterItWasMovedAway)
{
    auto key = counting_key(1);
    const auto moved = std::move(key);
    EXPECT_EQ(moved.bytes()[0], std::byte{1});
    EXPECT_THROW((void)key.bytes(), Bug);  // NOLINT(bugprone-use-after-move): that is what is tested
}

TEST(SecretKey, WipesWhereItsBytesCameFrom)
{
    std::array<std::byte, SecretKey::size> bytes;
    bytes.fill(std::byte{7});
    const auto key = SecretKey::taken_from(bytes);
    EXPECT_EQ(bytes[0], std::byte{0});
    EXPECT_EQ(key.bytes()[31], std::byte{7});
    EXPECT_EQ(to_hex(key.copy().bytes()), to_hex(key.bytes()));
}

TEST(SecretKey, CanBeHeldByTheThousand)
{
    std::vector<SecretKey> keys;
    for (int count = 0; count < 3000; ++count) keys.push_back(SecretKey::random());
    std::set<std::string> different;
    for (const auto& key : keys) different.insert(to_hex(key.bytes()));
    EXPECT_EQ(different.size(), 3000U);
}

TEST(Random, GivesIdsThatFitIntoAnAddressAndAreNeverTheSame)
{
    std::set<std::string> ids;
    for (int count = 0; count < 1000; ++count) {
        const auto id = random_id_text();
        EXPECT_EQ(id.size(), 26U);
        EXPECT_EQ(id.find_first_not_of("abcdefghijklmnopqrstuvwxyz234567"), std::string::npos);
        ids.insert(id);
    }
    EXPECT_EQ(ids.size(), 1000U);
    EXPECT_EQ(random_token().size(), 43U);
    EXPECT_NE(random_token(), random_token());
}

TEST(Base64url, ReadsWhatItWritesAndNothingElse)
{
    for (std::size_t size = 0; size < 70; ++size) {
        const auto bytes = random_bytes(size);
        EXPECT_EQ(parse_base64url(to_base64url(bytes)), bytes);
    }
    EXPECT_EQ(to_base64url(bytes_of("\xfb\xff")), "-_8");
    for (const auto* wrong : {"\xb6\xb6\xb6\xb6", "-_8=", "-_9", "+/8", "-_8 ", "-_8\n", "a", "é"})
        EXPECT_FALSE(parse_base64url(wrong)) << wrong;
}

TEST(Sealing, OpensOnlyWithEveryBitRight)
{
    const auto key = counting_key(1);
    const auto nonce = counting_nonce(1);
    const auto sealed = seal(key, nonce, bytes_of("clear"), bytes_of("What was said."));
    EXPECT_EQ(text_of(*open(key, nonce, bytes_of("clear"), sealed)), "What was said.");
    EXPECT_FALSE(open(counting_key(2), nonce, bytes_of("clear"), sealed));
    EXPECT_FALSE(open(key, counting_nonce(2), bytes_of("clear"), sealed));
    EXPECT_FALSE(open(key, nonce, bytes_of("Clear"), sealed));
    for (std::size_t bit = 0; bit < sealed.size() * 8; ++bit) {
        auto changed = sealed;
        changed[bit / 8] ^= static_cast<std::byte>(1U << bit % 8);
        EXPECT_FALSE(open(key, nonce, bytes_of("clear"), changed));
    }
    EXPECT_FALSE(open(key, nonce, bytes_of("clear"), BytesView{sealed}.first(15)));
}

TEST(Password, IsRightOnlyWhenItIs)
{
    const auto hash = hash_password("correct horse", quick);
    EXPECT_TRUE(hash.starts_with("$argon2id$v=19$m=8192,t=1,p=1$"));
    EXPECT_EQ(check_password(hash, "correct horse"), PasswordCheck::right);
    EXPECT_EQ(check_password(hash, "correct horsf"), PasswordCheck::wrong);
    EXPECT_EQ(check_password(hash, ""), PasswordCheck::wrong);
    EXPECT_NE(hash, hash_password("correct horse", quick));
}

TEST(Password, IsWrongWhenTheHashIsNone)
{
    for (const auto& hash : {std::string{}, std::string{"$argon2id$"}, std::string(500, 'x')})
        EXPECT_EQ(check_password(hash, "x"), PasswordCheck::wrong);
}

TEST(Password, AsksForANewHashWhenTheCostHasChanged)
{
    const auto hash = hash_password("correct horse", quick);
    EXPECT_FALSE(needs_new_hash(hash, quick));
    EXPECT_TRUE(needs_new_hash(hash));
    EXPECT_TRUE(needs_new_hash("not a hash", quick));
}

}  // namespace
}  // namespace safelead::crypto
