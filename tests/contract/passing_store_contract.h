#pragma once

// What every database must do for things that pass. Makers are as in entry_store_contract.h.

#include "ledger/passing.h"
#include "support/ledger_parts.h"

#include <gtest/gtest.h>

#include <thread>

namespace safelead::ledger::contract {

using namespace safelead::test;

inline PassingRow row(const std::string& kind, const std::string& id, const std::string& owner,
                      std::int64_t expires)
{
    return {kind, id, owner, text_bytes("sealed " + id), at(expires)};
}

template <class Maker>
class PassingStoreContract : public ::testing::Test {
protected:
    PassingStore& store() { return maker_.store(); }
    void reopen() { maker_.reopen(); }

    Maker maker_;
};

TYPED_TEST_SUITE_P(PassingStoreContract);

TYPED_TEST_P(PassingStoreContract, KeepsAThingUntilItsEnd)
{
    this->store().put(row("session", "a", "p-1", 100));
    this->reopen();
    EXPECT_EQ(this->store().get("session", "a", at(99)), row("session", "a", "p-1", 100));
    EXPECT_FALSE(this->store().get("session", "a", at(100)));
    EXPECT_FALSE(this->store().get("draft", "a", at(0)));
}

TYPED_TEST_P(PassingStoreContract, ReplacesWhatHasTheSameKindAndId)
{
    this->store().put(row("session", "a", "p-1", 100));
    auto other = row("session", "a", "p-2", 200);
    other.sealed = text_bytes("other");
    this->store().put(other);
    EXPECT_EQ(this->store().get("session", "a", at(150)), other);
    EXPECT_TRUE(this->store().list_of("session", "p-1", at(0)).empty());
}

TYPED_TEST_P(PassingStoreContract, ExchangesAndTakesOnlyExactlyWhatWasRead)
{
    const auto first = row("mail", "a", "p-1", 100);
    auto second = row("mail", "a", "p-2", 200);
    second.sealed = text_bytes("second");
    EXPECT_FALSE(this->store().exchange(first, second)) << "it never was there";
    EXPECT_FALSE(this->store().take(first));
    EXPECT_FALSE(this->store().get("mail", "a", at(0)));
    this->store().put(first);
    this->store().put(row("mail", "b", "p-1", 100));
    EXPECT_TRUE(this->store().exchange(first, second));
    this->reopen();
    EXPECT_EQ(this->store().get("mail", "a", at(150)), second);
    EXPECT_FALSE(this->store().exchange(first, first)) << "another is there";
    EXPECT_FALSE(this->store().take(first));
    EXPECT_EQ(this->store().get("mail", "a", at(150)), second);
    EXPECT_TRUE(this->store().take(second));
    EXPECT_FALSE(this->store().take(second)) << "once";
    EXPECT_FALSE(this->store().get("mail", "a", at(0)));
    EXPECT_EQ(this->store().get("mail", "b", at(0)), row("mail", "b", "p-1", 100));
}

TYPED_TEST_P(PassingStoreContract, ListsByKindAndByOwner)
{
    this->store().put(row("draft", "c", "p-1", 100));
    this->store().put(row("draft", "a", "p-1", 100));
    this->store().put(row("draft", "b", "p-2", 100));
    this->store().put(row("draft", "gone", "p-1", 10));
    this->store().put(row("session", "s", "p-1", 100));

    const std::vector all{row("draft", "a", "p-1", 100), row("draft", "b", "p-2", 100),
                          row("draft", "c", "p-1", 100)};
    EXPECT_EQ(this->store().list("draft", at(50)), all);
    const std::vector theirs{row("draft", "a", "p-1", 100), row("draft", "c", "p-1", 100)};
    EXPECT_EQ(this->store().list_of("draft", "p-1", at(50)), theirs);
}

TYPED_TEST_P(PassingStoreContract, RemovesOneOrAllOfAnOwner)
{
    this->store().put(row("session", "a", "p-1", 100));
    this->store().put(row("session", "b", "p-1", 100));
    this->store().put(row("session", "c", "p-2", 100));
    this->store().put(row("draft", "d", "p-1", 100));
    this->store().remove("session", "a");
    this->store().remove("session", "never there");
    EXPECT_FALSE(this->store().get("session", "a", at(0)));
    this->store().remove_of("session", "p-1");
    EXPECT_FALSE(this->store().get("session", "b", at(0)));
    EXPECT_TRUE(this->store().get("session", "c", at(0)));
    EXPECT_TRUE(this->store().get("draft", "d", at(0)));
}

TYPED_TEST_P(PassingStoreContract, RemovesWhatHasExpired)
{
    this->store().put(row("session", "a", "", 100));
    this->store().put(row("session", "b", "", 101));
    EXPECT_EQ(this->store().increment("tries", "t", at(0), at(90)), 1U);
    EXPECT_EQ(this->store().remove_expired(at(100)), 2U);
    EXPECT_EQ(this->store().remove_expired(at(100)), 0U);
    EXPECT_FALSE(this->store().get("session", "a", at(0)));
    EXPECT_TRUE(this->store().get("session", "b", at(0)));
}

TYPED_TEST_P(PassingStoreContract, ForgetsWhatWasRemovedAndKeepsTheRest)
{
    this->store().put(row("draft", "a", "", 100));
    this->store().put(row("draft", "b", "", 100));
    this->store().remove("draft", "a");
    EXPECT_TRUE(this->store().forget_removed());
    this->reopen();
    EXPECT_FALSE(this->store().get("draft", "a", at(0)));
    EXPECT_TRUE(this->store().get("draft", "b", at(0)));
    EXPECT_TRUE(this->store().forget_removed()) << "also where nothing was removed";
}

TYPED_TEST_P(PassingStoreContract, CountsUntilTheEndOfTheFirst)
{
    EXPECT_EQ(this->store().count("tries", "t", at(0)), 0U);
    EXPECT_EQ(this->store().increment("tries", "t", at(0), at(100)), 1U);
    this->reopen();
    EXPECT_EQ(this->store().increment("tries", "t", at(50), at(150)), 2U);
    EXPECT_EQ(this->store().count("tries", "t", at(99)), 2U);
    EXPECT_EQ(this->store().count("tries", "t", at(100)), 0U);
    EXPECT_EQ(this->store().count("tries", "other", at(50)), 0U);
    EXPECT_EQ(this->store().increment("tries", "t", at(100), at(200)), 1U);
    EXPECT_EQ(this->store().increment("tries", "t", at(199), at(300)), 2U);
    this->store().remove_count("tries", "t");
    this->store().remove_count("tries", "never there");
    EXPECT_EQ(this->store().count("tries", "t", at(199)), 0U);
}

TYPED_TEST_P(PassingStoreContract, RemovesAThingOrACountAndNotTheOtherOfTheSameName)
{
    this->store().put(row("tries", "t", "p-1", 100));
    EXPECT_EQ(this->store().increment("tries", "t", at(0), at(100)), 1U);
    this->store().remove("tries", "t");
    EXPECT_FALSE(this->store().get("tries", "t", at(50)));
    EXPECT_EQ(this->store().count("tries", "t", at(50)), 1U);
    this->store().put(row("tries", "t", "p-1", 100));
    this->store().remove_count("tries", "t");
    EXPECT_TRUE(this->store().get("tries", "t", at(50)));
    EXPECT_EQ(this->store().count("tries", "t", at(50)), 0U);
}

TYPED_TEST_P(PassingStoreContract, LosesNoCountWhenManyCount)
{
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread)
        threads.emplace_back([&] {
            for (int turn = 0; turn < 50; ++turn) (void)this->store().increment("tries", "t", at(0), at(100));
        });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(this->store().count("tries", "t", at(0)), 200U);
}

TYPED_TEST_P(PassingStoreContract, OpensOnlyWhatWasSealedForThatPlace)
{
    Passing passing{this->store(), counting_key(1)};
    const PassingThing thing{"draft", "d", "p-1", text_bytes("What was said."), at(100)};
    passing.put(thing);
    this->reopen();
    Passing same{this->store(), counting_key(1)};
    EXPECT_EQ(same.get("draft", "d", at(0)), thing);
    EXPECT_EQ(same.list("draft", at(0)), std::vector{thing});
    EXPECT_EQ(same.list_of("draft", "p-1", at(0)), std::vector{thing});

    Passing other_key{this->store(), counting_key(2)};
    EXPECT_FALSE(other_key.get("draft", "d", at(0)));

    auto moved = *this->store().get("draft", "d", at(0));
    moved.owner = "p-2";
    this->store().put(moved);
    EXPECT_FALSE(same.get("draft", "d", at(0)));
    moved.owner = "p-1";
    moved.expires = at(1000);
    this->store().put(moved);
    EXPECT_FALSE(same.get("draft", "d", at(0)));
}

REGISTER_TYPED_TEST_SUITE_P(PassingStoreContract, KeepsAThingUntilItsEnd, ReplacesWhatHasTheSameKindAndId,
                            ExchangesAndTakesOnlyExactlyWhatWasRead, ListsByKindAndByOwner,
                            RemovesOneOrAllOfAnOwner, RemovesWhatHasExpired,
                            ForgetsWhatWasRemovedAndKeepsTheRest, CountsUntilTheEndOfTheFirst,
                            RemovesAThingOrACountAndNotTheOtherOfTheSameName, LosesNoCountWhenManyCount,
                            OpensOnlyWhatWasSealedForThatPlace);

}  // namespace safelead::ledger::contract
