#include "ledger/entry.h"

#include "base/bug.h"
#include "ledger/key_note.h"
#include "ledger/seal.h"
#include "support/ledger_parts.h"

#include <gtest/gtest.h>

namespace safelead::ledger {
namespace {

using namespace safelead::test;

EntryHeader header()
{
    return {oakfield, StreamId{"case-7"}, StreamPosition{3}, PartId{"child-3"}, CommandId{"c-1"}, at(5)};
}

Bytes sealed(std::string_view said = "What was said.")
{
    return seal_entry(header(), counting_key(1), counting_nonce(1), bytes_of(said));
}

TEST(Entry, IsReadAsItWasWritten)
{
    const auto entry = parse_entry(sealed());
    ASSERT_TRUE(entry);
    EXPECT_EQ(entry->header, header());
    EXPECT_EQ(to_bytes(*entry), sealed());
    EXPECT_EQ(text_of(std::get<Bytes>(open_entry(*entry, counting_key(1)))), "What was said.");
}

TEST(Entry, OpensUnderItsOwnKeyOnly)
{
    const auto opened = open_entry(*parse_entry(sealed()), counting_key(2));
    EXPECT_EQ(std::get<Shut>(opened), Shut::commitment_differs);
}

TEST(Entry, IsNoEntryOrDoesNotOpenWhenAnyBitOfItIsChanged)
{
    const auto bytes = sealed();
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        auto changed = bytes;
        changed[bit / 8] ^= static_cast<std::byte>(1U << bit % 8);
        const auto entry = parse_entry(changed);
        if (!entry) continue;
        EXPECT_TRUE(std::holds_alternative<Shut>(open_entry(*entry, counting_key(1)))) << "bit " << bit;
    }
}

TEST(Entry, IsNoEntryWhenItIsCutShort)
{
    const auto bytes = sealed();
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_FALSE(parse_entry(BytesView{bytes}.first(size)));
}

TEST(Entry, SaysWhyItIsNone)
{
    auto newer = sealed();
    newer[0] = std::byte{2};
    EXPECT_EQ(parse_entry(newer).error(), NotAnEntry::unknown_version);
    auto spaced = sealed();
    spaced[2] = std::byte{' '};
    EXPECT_EQ(parse_entry(spaced).error(), NotAnEntry::bad_id);
    EXPECT_EQ(parse_entry({}).error(), NotAnEntry::cut_short);
    EXPECT_EQ(parse_entry(Bytes(longest_entry + 1)).error(), NotAnEntry::too_long);
}

TEST(Entry, DoesNotShowByItsLengthWhetherTheAnswerWasYesOrNo)
{
    EXPECT_EQ(sealed("yes").size(), sealed("no").size());
    EXPECT_EQ(sealed("").size(), sealed(std::string(63, 'x')).size());
    EXPECT_EQ(sealed("").size() + 64, sealed(std::string(64, 'x')).size());
    for (const auto& said :
         {std::string{}, std::string(63, '\0'), std::string(64, '\x80'), std::string(65, 'x')})
        EXPECT_EQ(text_of(std::get<Bytes>(open_entry(*parse_entry(sealed(said)), counting_key(1)))), said);
}

TEST(Entry, StopsWhoeverWritesOneThatCouldNotBeRead)
{
    auto wrong = header();
    wrong.stream = StreamId{""};
    EXPECT_THROW((void)seal_entry(wrong, counting_key(1), counting_nonce(1), {}), Bug);
    wrong.stream = StreamId{std::string(101, 'x')};
    EXPECT_THROW((void)seal_entry(wrong, counting_key(1), counting_nonce(1), {}), Bug);
    wrong.stream = StreamId{"two words"};
    EXPECT_THROW((void)seal_entry(wrong, counting_key(1), counting_nonce(1), {}), Bug);
    EXPECT_THROW((void)seal_entry(header(), counting_key(1), counting_nonce(1), Bytes(longest_entry)), Bug);
}

TEST(KeyNote, IsNotReadWhenItHoldsAnythingUnknown)
{
    const auto note = key_note({StreamKeyNoted{StreamId{"case-7"}, PartId{""}, KeyEpoch::first, {}}});
    EXPECT_TRUE(parse_key_note(note));
    for (std::size_t size = 0; size < note.size(); ++size)
        EXPECT_FALSE(parse_key_note(BytesView{note}.first(size)));
    auto newer = note;
    newer[0] = std::byte{2};
    EXPECT_FALSE(parse_key_note(newer));
    auto other_kind = note;
    other_kind[1] = std::byte{3};
    EXPECT_FALSE(parse_key_note(other_kind));
}

}  // namespace
}  // namespace safelead::ledger
