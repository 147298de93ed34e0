#include "ledger/note.h"

#include "crypto/base64.h"
#include "ledger/checkpoint.h"
#include "ledger/key_rotation.h"
#include "support/ledger_parts.h"
#include "support/source_dir.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace safelead::ledger {
namespace {

using namespace safelead::test;

std::string golden(const std::string& name)
{
    std::ifstream file{safelead::test::source_dir() + "/tests/golden/proof/" + name};
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

/// Go's own: the first line is the key, the rest the note.
struct GoNote {
    std::string all = golden("note.txt");
    std::string line = all.substr(0, all.find('\n'));
    std::string note = all.substr(all.find('\n') + 1);
};

// It is published with the note, and is nobody's secret.
crypto::SecretKey go_seed()
{
    auto bytes = *crypto::parse_base64("AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz");
    return crypto::SecretKey::taken_from(std::span<std::byte, 32>{bytes.data() + 1, 32});
}

TEST(Note, OfTheGoProjectIsVerifiedAndCanBeMadeAgainByteForByte)
{
    const GoNote go;
    const auto key = parse_note_key(go.line);
    ASSERT_TRUE(key);
    EXPECT_EQ(key->name, "PeterNeumann");
    EXPECT_EQ(key->key, crypto::public_key_of(go_seed()));
    EXPECT_EQ(to_text(*key), go.line);

    const auto note = parse_note(go.note);
    ASSERT_TRUE(note);
    EXPECT_TRUE(is_signed(*note, *key));
    EXPECT_EQ(to_text(*note), go.note);
    EXPECT_EQ(sign_note(note->text, "PeterNeumann", go_seed()), note->signatures.front());
}

TEST(KeyRotations, LeadFromEachKeyToTheLastByteForByteAsTheSecondImplementationMadeThem)
{
    std::vector<NoteKey> keys;
    for (const unsigned seed : {1U, 2U, 3U})
        keys.push_back({"safelead/oakfield-high/0123456789abcdef", NoteKeyKind::note,
                        crypto::public_key_of(counting_key(seed))});
    const auto rotations = key_rotation(keys[1], counting_key(1)) + key_rotation(keys[2], counting_key(2));
    EXPECT_EQ(to_text(keys[0]) + '\n' + rotations, golden("keys.txt"));
    for (const auto& key : keys) EXPECT_EQ(followed(key, rotations), keys[2]);
}

TEST(KeyRotations, OfAChainCountOnlyWhereEveryLinkHolds)
{
    const auto chain = golden("keys.txt");
    const auto first = chain.find('\n') + 1;
    const auto second = chain.find("safelead-key-rotation-1", first + 1);
    const auto oldest = chain.substr(0, first);
    EXPECT_EQ(rotations_in(chain), chain.substr(first));
    EXPECT_EQ(rotations_in(oldest), "") << "there was only one key";

    auto changed_signature = chain;
    changed_signature[second - 9] = changed_signature[second - 9] == 'A' ? 'B' : 'A';
    const std::vector<std::string> wrong{
        "",
        "\n",
        chain.substr(first),
        oldest + chain.substr(second),
        oldest + chain.substr(second) + chain.substr(first, second - first),
        chain.substr(0, chain.size() - 5),
        chain + "nonsense\n",
        oldest + "nonsense\n" + chain.substr(first),
        to_text(NoteKey{"safelead/another/0123456789abcdef", NoteKeyKind::note,
                        crypto::public_key_of(counting_key(1))}) +
            '\n' + chain.substr(first),
        changed_signature};
    for (const auto& one : wrong) EXPECT_EQ(rotations_in(one), "") << one;
}

TEST(Note, IsNotSignedWhenAByteOfItIsAnother)
{
    const GoNote go;
    const auto key = *parse_note_key(go.line);
    const auto good = *parse_note(go.note);
    for (std::size_t at = 0; at < good.text.size(); ++at) {
        auto changed = good;
        changed.text[at] = static_cast<char>(changed.text[at] ^ 1);
        EXPECT_FALSE(is_signed(changed, key)) << at;
    }
    for (std::size_t at = 0; at < good.signatures.front().signature.size(); ++at) {
        auto changed = good;
        changed.signatures.front().signature[at] ^= std::byte{1};
        EXPECT_FALSE(is_signed(changed, key)) << at;
    }
    auto twice = good;
    twice.signatures.push_back(good.signatures.front());
    twice.signatures.back().signature.front() ^= std::byte{1};
    EXPECT_FALSE(is_signed(twice, key)) << "a known key's line that is not true spoils the note";
}

TEST(NoteKey, IsReadOnlyAsItIsWritten)
{
    const GoNote go;
    for (std::size_t first = 0; first < go.line.size(); ++first) {
        EXPECT_FALSE(parse_note_key(go.line.substr(0, first))) << first;
        if (first > 0) {
            EXPECT_FALSE(parse_note_key(go.line.substr(first))) << first;
        }
        auto changed = go.line;
        ++changed[first];
        EXPECT_FALSE(parse_note_key(changed)) << first;
    }
}

TEST(Note, IsNotReadWhenItIsNotOne)
{
    const auto good = GoNote{}.note;
    for (const auto& bad : {std::string{}, std::string{"\n"}, std::string{"text\n"}, std::string{"text\n\n"},
                            good + "x", good.substr(0, good.size() - 1),
                            good + "\u2014 Somebody not-base64\n", good + "- Somebody aaaaaaaa\n",
                            std::string{"te\x01xt\n\n"} + good, std::string(longest_note, 'x') + good})
        EXPECT_FALSE(parse_note(bad)) << bad.substr(0, 100);
}

TEST(Cosignature, IsReadFromTheExampleOfItsSpecification)
{
    const auto note = parse_note(golden("cosigned.txt"));
    ASSERT_TRUE(note);
    ASSERT_EQ(note->signatures.size(), 2U);
    EXPECT_EQ(note->signatures[1].name, "witness.example.com/w1");
    EXPECT_EQ(note->signatures[1].signature.size(), 72U);
    const auto checkpoint = parse_checkpoint(note->text);
    ASSERT_TRUE(checkpoint);
    EXPECT_EQ(checkpoint->origin, "example.com/behind-the-sofa");
    EXPECT_EQ(checkpoint->head.size, 20'852'163U);
    EXPECT_EQ(to_text(*checkpoint), note->text);
    EXPECT_EQ(to_text(*note), golden("cosigned.txt"));
}

TEST(Cosignature, SaysWhenTheWitnessSawTheNote)
{
    const auto seed = counting_key(7);
    const NoteKey witness{"w.example/1", NoteKeyKind::cosignature, crypto::public_key_of(seed)};
    Note note{"a\n1\nb\n", {}};
    EXPECT_FALSE(cosigned_at(note, witness));
    note.signatures.push_back(cosign_note(note.text, witness.name, seed, at(1'999)));
    EXPECT_EQ(cosigned_at(note, witness), at(1'000));
    EXPECT_EQ(parse_note_key(to_text(witness)), witness);

    auto later = note;
    later.signatures.front().signature[7] ^= std::byte{1};
    EXPECT_FALSE(cosigned_at(later, witness)) << "the time is signed too";
    auto other = note;
    other.text = "a\n2\nb\n";
    EXPECT_FALSE(cosigned_at(other, witness));
    const NoteKey as_log{witness.name, NoteKeyKind::note, witness.key};
    EXPECT_FALSE(is_signed(note, as_log));
}

TEST(Checkpoint, IsReadOnlyAsItIsWritten)
{
    const auto root = to_line(root_of({}));
    EXPECT_TRUE(parse_checkpoint("a/b\n0\n" + root + "\n"));
    EXPECT_TRUE(parse_checkpoint("a/b\n12\n" + root + "\nmore\n"));
    for (const auto& bad : {"a/b\n012\n" + root + "\n", "\n12\n" + root + "\n", "a/b\n-1\n" + root + "\n",
                            "a/b\n1x\n" + root + "\n", "a/b\n99999999999999999999\n" + root + "\n",
                            "a/b\n12\n" + root, std::string{"a/b\n12\nAAAA\n"}, "a/b\n12\n" + root + "\n\n"})
        EXPECT_FALSE(parse_checkpoint(bad)) << bad;
}

TEST(Checkpoint, HasAnOriginThatIsTheLogsOwn)
{
    TreeHash leaf{};
    leaf.fill(std::byte{0xAB});
    EXPECT_EQ(origin_of(oakfield, leaf, TreeEpoch::first), "safelead/oakfield-high/abababababababab");
    EXPECT_EQ(origin_of(OrganisationId{"a+b%"}, leaf, TreeEpoch{2}), "safelead/a%2Bb%25/abababababababab/2");
}

}  // namespace
}  // namespace safelead::ledger
