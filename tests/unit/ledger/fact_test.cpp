#include "ledger/fact.h"

#include "ledger/log_piece.h"
#include "store/memory.h"
#include "support/ledger_parts.h"

#include <gtest/gtest.h>

namespace safelead::ledger {
namespace {

using namespace safelead::test;

const FactRow sealed = seal_fact(oakfield, text_bytes("one"), counting_key(7));

TEST(AFact, OpensUnderItsKeyAndInItsPlaceAlone)
{
    EXPECT_EQ(text_of(open_fact(sealed, counting_key(7)).value()), "one");
    EXPECT_FALSE(open_fact(sealed, counting_key(8)));
    EXPECT_FALSE(open_fact({riverside, sealed.id, sealed.sealed}, counting_key(7)));
    EXPECT_FALSE(open_fact({oakfield, "another", sealed.sealed}, counting_key(7)));
    EXPECT_FALSE(open_fact({oakfield, sealed.id, {}}, counting_key(7)));
    for (std::size_t at = 0; at < sealed.sealed.size(); ++at) {
        auto changed = sealed;
        changed.sealed[at] ^= std::byte{1};
        EXPECT_FALSE(open_fact(changed, counting_key(7))) << at;
    }
}

TEST(AFact, IsAsLongAsAnyOther)
{
    const auto other = seal_fact(oakfield, text_bytes(std::string(60, 'a')), counting_key(7));
    EXPECT_EQ(other.sealed.size(), sealed.sealed.size());
    EXPECT_NE(other.id, sealed.id);
}

class FactsOfALog : public ::testing::Test {
protected:
    void SetUp() override
    {
        auto& log = ledger.add_organisation(oakfield, at(0));
        auto counted = submission("c-1", "case-7");
        counted.facts = {text_bytes("opened"), text_bytes("referred")};
        ASSERT_TRUE(submit(log, counted));
        ASSERT_TRUE(submit(log, counted)) << "sent again";
    }

    std::unique_ptr<EntryStore> store = store::make_memory_entry_store();
    Ledger ledger{*store, counting_key(1)};
};

TEST_F(FactsOfALog, AreKeptOnceAndReadBack)
{
    auto read = ledger.organisation(oakfield).facts();
    EXPECT_EQ(read.not_opened, 0U);
    std::ranges::sort(read.opened);
    EXPECT_EQ(read.opened, (std::vector{text_bytes("opened"), text_bytes("referred")}));
}

TEST_F(FactsOfALog, AreReadAfterEveryKeyWasRotated)
{
    (void)ledger.organisation(oakfield).rotate_key(at(1));
    {
        Ledger again{*store, counting_key(1)};
        EXPECT_EQ(again.organisation(oakfield).facts().opened.size(), 2U);
        (void)again.rewrap_under(counting_key(7), at(2));
    }
    Ledger last{*store, counting_key(7)};
    EXPECT_EQ(last.organisation(oakfield).facts().opened.size(), 2U);
}

TEST_F(FactsOfALog, AreNotInTheLog)
{
    const auto page = ledger.organisation(oakfield).read(LogPosition::start, 100);
    ASSERT_TRUE(page);
    ASSERT_EQ(page->entries.size(), 1U);
    EXPECT_EQ(text_of(page->entries.front().plaintext), "said");
}

TEST_F(FactsOfALog, AreSaidNotToOpenWhereTheyWereChanged)
{
    Append strange{oakfield, CommandId{"past"}, {}, at(5), {}, {}, {}, {}};
    strange.entries.push_back({StreamId{"past"}, StreamPosition{1}, text_bytes("x")});
    strange.facts.push_back({oakfield, "a", text_bytes("not sealed")});
    ASSERT_TRUE(store->append(std::span{&strange, 1}).front());
    const auto read = ledger.organisation(oakfield).facts();
    EXPECT_EQ(read.opened.size(), 2U);
    EXPECT_EQ(read.not_opened, 1U);
}

TEST_F(FactsOfALog, GoWithItWhereverItGoes)
{
    std::vector<FactRow> given;
    (void)give_pieces(*store, [&](const LogPiece& piece) {
        const auto again = parse_piece(to_bytes(piece));
        ASSERT_TRUE(again);
        EXPECT_EQ(again->facts, piece.facts);
        given.insert(given.end(), again->facts.begin(), again->facts.end());
    });
    EXPECT_EQ(given, store->facts(oakfield));
    EXPECT_EQ(given.size(), 2U);
}

}  // namespace
}  // namespace safelead::ledger
