// What is on disk can't be read differently tomorrow. The bytes in tests/golden/ledger were worked out from
// the documents alone by from_the_document.py; there is no ACCEPT for them.

#include "base/text.h"
#include "ledger/key_note.h"
#include "ledger/key_wrap.h"
#include "ledger/passing.h"
#include "ledger/seal.h"
#include "support/ledger_parts.h"
#include "support/source_dir.h"

#include <gtest/gtest.h>

#include <charconv>
#include <fstream>
#include <map>

namespace safelead::ledger {
namespace {

using namespace safelead::test;

using Fields = std::map<std::string, std::string>;

std::map<std::string, Fields> golden(const std::string& file)
{
    std::ifstream in{safelead::test::source_dir() + "/tests/golden/ledger/" + file};
    std::map<std::string, Fields> found;
    Fields fields;
    for (std::string line; std::getline(in, line);) {
        if (line.empty()) {
            found.emplace(fields.at("name"), fields);
            fields.clear();
            continue;
        }
        const auto equals = line.find(" = ");
        fields[line.substr(0, equals)] = line.substr(equals + 3);
    }
    return found;
}

Bytes from_hex(const std::string& hex)
{
    Bytes bytes;
    for (std::size_t at = 0; at < hex.size(); at += 2)
        bytes.push_back(static_cast<std::byte>(std::stoul(hex.substr(at, 2), nullptr, 16)));
    return bytes;
}

crypto::SecretKey key_of(const std::string& hex)
{
    auto bytes = from_hex(hex);
    return crypto::SecretKey::taken_from(std::span<std::byte, 32>{bytes});
}

crypto::Nonce nonce_of(const std::string& hex)
{
    crypto::Nonce nonce;
    std::ranges::copy(from_hex(hex), nonce.begin());
    return nonce;
}

Instant time_of(const std::string& text)
{
    return Instant{std::chrono::milliseconds{std::stoll(text)}};
}

class GoldenEntry : public ::testing::TestWithParam<std::string> {};

TEST_P(GoldenEntry, HasTheBytesTheDocumentGivesIt)
{
    const auto fields = golden("entry-1.txt").at(GetParam());
    const EntryHeader header{OrganisationId{fields.at("organisation")},
                             StreamId{fields.at("stream")},
                             StreamPosition{std::stoull(fields.at("position"))},
                             PartId{fields.at("part")},
                             CommandId{fields.at("command")},
                             time_of(fields.at("time"))};
    const auto key = key_of(fields.at("key"));
    const auto plaintext = from_hex(fields.at("plaintext"));

    const auto bytes = seal_entry(header, key, nonce_of(fields.at("nonce")), plaintext);
    EXPECT_EQ(to_hex(bytes), fields.at("bytes"));

    const auto entry = parse_entry(from_hex(fields.at("bytes")));
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->header, header);
    EXPECT_EQ(std::get<Bytes>(open_entry(*entry, key)), plaintext);
}

INSTANTIATE_TEST_SUITE_P(Version1, GoldenEntry, ::testing::Values("shared", "child"),
                         [](const auto& entry) { return entry.param; });

TEST(GoldenKeys, WrapAnOrganisationKeyAsTheDocumentSays)
{
    const auto fields = golden("keys-1.txt").at("organisation");
    const auto row = wrap(key_of(fields.at("key")), OrganisationId{fields.at("organisation")},
                          KeyEpoch::first, key_of(fields.at("wrapping")), nonce_of(fields.at("nonce")));
    EXPECT_EQ(to_hex(row.wrapped), fields.at("wrapped"));
    EXPECT_EQ(to_hex(digest_of(row)), fields.at("digest"));

    const auto key = unwrap(row, key_of(fields.at("wrapping")));
    ASSERT_TRUE(key);
    EXPECT_EQ(to_hex(key->bytes()), fields.at("key"));
}

TEST(GoldenKeys, WrapAPartKeyAsTheDocumentSays)
{
    const auto fields = golden("keys-1.txt").at("stream");
    const auto row = wrap(key_of(fields.at("key")), OrganisationId{fields.at("organisation")},
                          StreamId{fields.at("stream")}, PartId{fields.at("part")}, KeyEpoch::first,
                          key_of(fields.at("wrapping")), nonce_of(fields.at("nonce")));
    EXPECT_EQ(to_hex(row.wrapped), fields.at("wrapped"));
    EXPECT_EQ(to_hex(digest_of(row)), fields.at("digest"));

    const auto key = unwrap(row, key_of(fields.at("wrapping")));
    ASSERT_TRUE(key);
    EXPECT_EQ(to_hex(key->bytes()), fields.at("key"));
}

TEST(GoldenKeys, AreNotedInTheLogAsTheDocumentSays)
{
    const auto rows = golden("keys-1.txt");
    const auto digest = [&](const std::string& name) {
        crypto::Digest bytes;
        std::ranges::copy(from_hex(rows.at(name).at("digest")), bytes.begin());
        return bytes;
    };
    const std::vector<KeyNoted> noted{
        OrganisationKeyNoted{KeyEpoch::first, digest("organisation")},
        StreamKeyNoted{StreamId{"case-7"}, PartId{"child-3"}, KeyEpoch::first, digest("stream")}};
    EXPECT_EQ(to_hex(key_note(noted)), rows.at("note").at("plaintext"));
    EXPECT_EQ(parse_key_note(from_hex(rows.at("note").at("plaintext"))), noted);
}

TEST(GoldenKeys, GiveOtherKeysAsTheDocumentSays)
{
    const auto fields = golden("keys-1.txt").at("derived");
    const auto standing = key_of(fields.at("standing"));
    EXPECT_EQ(to_hex(crypto::derive_key(standing, "safelead.receipt.1").bytes()), fields.at("receipt_key"));
    EXPECT_EQ(to_hex(crypto::derive_key(standing, "safelead.purpose.1", bytes_of("sessions")).bytes()),
              fields.at("purpose_key"));
}

TEST(GoldenPassing, IsSealedAsTheDocumentSays)
{
    const auto fields = golden("passing-1.txt").at("draft");
    const auto key = key_of(fields.at("key"));
    const PassingThing thing{fields.at("kind"), fields.at("id"), fields.at("owner"),
                             from_hex(fields.at("plaintext")), time_of(fields.at("expires"))};
    const auto row = seal(thing, key, nonce_of(fields.at("nonce")));
    EXPECT_EQ(to_hex(row.sealed), fields.at("sealed"));
    EXPECT_EQ(open(row, key), thing);
}

}  // namespace
}  // namespace safelead::ledger
