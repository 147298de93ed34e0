#pragma once

// What every database must do for the ledger. A store makes itself known by a maker: a type with `store()`,
// and `reopen()` that gives what a program started afterwards would find.

#include "ledger/entry_store.h"
#include "support/ledger_parts.h"

#include <gtest/gtest.h>

#include <map>
#include <thread>

namespace safelead::ledger::contract {

using namespace safelead::test;

inline const StreamId case_stream{"case-7"};
inline const StreamId child_stream{"child-3"};

/// Appends with bytes that mean nothing: a store can't tell.
class AppendMaker {
public:
    explicit AppendMaker(OrganisationId organisation = oakfield) : organisation_{std::move(organisation)} {}

    Append start()
    {
        auto append = next({keys_stream()}, 0);
        append.organisation_keys.push_back(
            {organisation_, KeyEpoch::first, text_bytes("wrapped organisation key")});
        append.keys.push_back(key(keys_stream()));
        return append;
    }

    /// One entry at the end of each of `streams`, as far as this has made them.
    Append next(const std::vector<StreamId>& streams, std::int64_t time)
    {
        Append append{
            organisation_, CommandId{fmt::format("c-{}", ++commands_)}, {}, at(time), {}, {}, {}, {}};
        append.content.fill(static_cast<std::byte>(commands_));
        for (const auto& stream : streams) {
            const auto position = StreamPosition{++heads_[stream]};
            append.entries.push_back(
                {stream, position, text_bytes(fmt::format("{} {}", stream.text(), number(position)))});
        }
        return append;
    }

    [[nodiscard]] StreamKeyRow key(const StreamId& stream, const std::string& part = "") const
    {
        return {organisation_, stream, PartId{part}, KeyEpoch::first, text_bytes("wrapped key of " + part)};
    }

private:
    OrganisationId organisation_;
    std::map<StreamId, std::uint64_t> heads_;
    int commands_ = 0;
};

inline AppendResult append_one(EntryStore& store, const Append& append)
{
    return store.append(std::span{&append, 1}).front();
}

template <class Maker>
class EntryStoreContract : public ::testing::Test {
protected:
    EntryStore& store() { return maker_.store(); }
    void reopen() { maker_.reopen(); }

    void SetUp() override { ASSERT_TRUE(append_one(store(), make_.start())); }

    Maker maker_;
    AppendMaker make_;
};

TYPED_TEST_SUITE_P(EntryStoreContract);

TYPED_TEST_P(EntryStoreContract, StartsEmpty)
{
    TypeParam maker;
    EXPECT_TRUE(maker.store().organisations().empty());
    EXPECT_EQ(maker.store().head(oakfield).position, LogPosition::start);
    EXPECT_EQ(maker.store().stream_head(oakfield, case_stream), StreamPosition::start);
    EXPECT_TRUE(maker.store().read(oakfield, LogPosition::start, 10).empty());
    EXPECT_TRUE(maker.store().read_stream(oakfield, case_stream, StreamPosition::start).empty());
    EXPECT_TRUE(maker.store().organisation_keys(oakfield).empty());
    EXPECT_FALSE(maker.store().stream_key(oakfield, case_stream, shared_part()));
    EXPECT_FALSE(maker.store().receipt(oakfield, CommandId{"c-1"}));
    EXPECT_EQ(maker.store().receipt_count(oakfield), 0U);
}

TYPED_TEST_P(EntryStoreContract, NumbersEntriesWithoutGapsInTheLogAndInEachStream)
{
    ASSERT_TRUE(append_one(this->store(), this->make_.next({case_stream, child_stream, case_stream}, 1)));
    ASSERT_TRUE(append_one(this->store(), this->make_.next({child_stream}, 2)));
    this->reopen();

    const auto entries = this->store().read(oakfield, LogPosition::start, 100);
    ASSERT_EQ(entries.size(), 5U);
    for (std::size_t at = 0; at < entries.size(); ++at) EXPECT_EQ(number(entries[at].log_position), at + 1);
    EXPECT_EQ(text_of(entries[1].bytes), "case-7 1");
    EXPECT_EQ(text_of(entries[2].bytes), "child-3 1");
    EXPECT_EQ(text_of(entries[3].bytes), "case-7 2");
    EXPECT_EQ(text_of(entries[4].bytes), "child-3 2");
    EXPECT_EQ(entries[4].stream, child_stream);
    EXPECT_EQ(entries[4].position, StreamPosition{2});
    EXPECT_EQ(entries[4].time, at(2));

    EXPECT_EQ(this->store().head(oakfield).position, LogPosition{5});
    EXPECT_EQ(this->store().head(oakfield).time, at(2));
    EXPECT_EQ(this->store().stream_head(oakfield, case_stream), StreamPosition{2});
}

TYPED_TEST_P(EntryStoreContract, ReadsOnFromWhereAReaderWas)
{
    for (int time = 1; time <= 9; ++time)
        ASSERT_TRUE(append_one(this->store(), this->make_.next({case_stream}, time)));
    const auto some = this->store().read(oakfield, LogPosition{4}, 3);
    ASSERT_EQ(some.size(), 3U);
    EXPECT_EQ(some.front().log_position, LogPosition{5});
    EXPECT_EQ(some.back().log_position, LogPosition{7});

    const auto stream = this->store().read_stream(oakfield, case_stream, StreamPosition{7});
    ASSERT_EQ(stream.size(), 2U);
    EXPECT_EQ(stream.front().position, StreamPosition{8});
    EXPECT_EQ(stream.front().log_position, LogPosition{9});
}

TYPED_TEST_P(EntryStoreContract, ReadsSeveralStreamsAsOneAfterAnother)
{
    auto append = this->make_.next({case_stream, child_stream}, 1);
    append.keys = {this->make_.key(case_stream), this->make_.key(case_stream, "child-3"),
                   this->make_.key(child_stream)};
    ASSERT_TRUE(append_one(this->store(), append));
    ASSERT_TRUE(append_one(this->store(), this->make_.next({case_stream}, 2)));

    const std::vector asked{child_stream, StreamId{"case-8"}, case_stream, child_stream};
    const auto read = this->store().read_streams(oakfield, asked);
    ASSERT_EQ(read.size(), asked.size());
    for (std::size_t at = 0; at < asked.size(); ++at) {
        const auto alone = this->store().read_stream(oakfield, asked[at], StreamPosition::start);
        ASSERT_EQ(read[at].entries.size(), alone.size());
        for (std::size_t entry = 0; entry < alone.size(); ++entry) {
            EXPECT_EQ(read[at].entries[entry].stream, asked[at]);
            EXPECT_EQ(read[at].entries[entry].position, alone[entry].position);
            EXPECT_EQ(read[at].entries[entry].log_position, alone[entry].log_position);
            EXPECT_EQ(read[at].entries[entry].time, alone[entry].time);
            EXPECT_EQ(read[at].entries[entry].bytes, alone[entry].bytes);
        }
        // They may come along or not; what comes is what asking for it gives.
        for (const auto& key : read[at].keys) {
            EXPECT_EQ(key.stream, asked[at]);
            EXPECT_EQ(this->store().stream_key(oakfield, key.stream, key.part), key);
        }
    }
    EXPECT_TRUE(this->store().read_streams(oakfield, {}).empty());
    EXPECT_TRUE(this->store().read_streams(riverside, {&case_stream, 1}).front().entries.empty());
}

TYPED_TEST_P(EntryStoreContract, SaysWhereEntriesStandWithoutTheirBytes)
{
    ASSERT_TRUE(append_one(this->store(), this->make_.next({case_stream, child_stream, case_stream}, 1)));
    ASSERT_TRUE(append_one(this->store(), this->make_.next({child_stream}, 2)));
    this->reopen();

    const auto all = this->store().places(oakfield, LogPosition::start, 100);
    const auto entries = this->store().read(oakfield, LogPosition::start, 100);
    ASSERT_EQ(all.size(), entries.size());
    for (std::size_t at = 0; at < all.size(); ++at)
        EXPECT_EQ(all[at], (EntryPlace{entries[at].log_position, entries[at].stream, entries[at].position}));

    const std::vector<EntryPlace> some{{LogPosition{3}, child_stream, StreamPosition{1}},
                                       {LogPosition{4}, case_stream, StreamPosition{2}}};
    EXPECT_EQ(this->store().places(oakfield, LogPosition{2}, 2), some);
    EXPECT_TRUE(this->store().places(oakfield, LogPosition{5}, 2).empty());
    EXPECT_TRUE(this->store().places(OrganisationId{"nowhere"}, LogPosition::start, 2).empty());
}

TYPED_TEST_P(EntryStoreContract, RefusesAnAppendThatComesAfterAnotherWritersAndKeepsNothingOfIt)
{
    ASSERT_TRUE(append_one(this->store(), this->make_.next({case_stream}, 1)));
    auto stale = this->make_.next({child_stream, case_stream}, 2);
    stale.entries[1].position = StreamPosition{1};
    stale.keys.push_back(this->make_.key(child_stream));

    const auto refused = append_one(this->store(), stale);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), NotRecorded(Conflict{case_stream, StreamPosition{1}}));
    this->reopen();
    EXPECT_EQ(this->store().head(oakfield).position, LogPosition{2});
    EXPECT_EQ(this->store().stream_head(oakfield, child_stream), StreamPosition::start);
    EXPECT_FALSE(this->store().stream_key(oakfield, child_stream, shared_part()));
    EXPECT_FALSE(this->store().receipt(oakfield, stale.command));
}

TYPED_TEST_P(EntryStoreContract, RefusesAnAppendThatLeavesAGap)
{
    auto early = this->make_.next({case_stream}, 1);
    early.entries[0].position = StreamPosition{2};
    const auto refused = append_one(this->store(), early);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), NotRecorded(Conflict{case_stream, StreamPosition::start}));
}

TYPED_TEST_P(EntryStoreContract, LetsEachAppendOfAGroupStandOrFallAlone)
{
    std::vector<Append> group{this->make_.next({case_stream}, 1), this->make_.next({case_stream}, 2)};
    auto stale = group[1];
    stale.command = CommandId{"stale"};
    group.push_back(stale);
    group.push_back(this->make_.next({case_stream}, 3));

    const auto results = this->store().append(group);
    ASSERT_EQ(results.size(), 4U);
    ASSERT_TRUE(results[0]);
    EXPECT_EQ(results[0]->first, LogPosition{2});
    EXPECT_TRUE(results[1]);
    ASSERT_FALSE(results[2]);
    EXPECT_EQ(results[2].error(), NotRecorded(Conflict{case_stream, StreamPosition{2}}));
    ASSERT_TRUE(results[3]);
    EXPECT_EQ(results[3]->last, LogPosition{4});
    this->reopen();
    EXPECT_EQ(this->store().stream_head(oakfield, case_stream), StreamPosition{3});
}

TYPED_TEST_P(EntryStoreContract, GivesACommandSentAgainItsFirstAnswer)
{
    const auto command = this->make_.next({case_stream, child_stream}, 1);
    const auto first = append_one(this->store(), command);
    ASSERT_TRUE(first);
    EXPECT_EQ(*first, (Recorded{LogPosition{2}, LogPosition{3}, at(1), Turn::first}));
    ASSERT_TRUE(append_one(this->store(), this->make_.next({case_stream}, 2)));
    this->reopen();

    const auto again = append_one(this->store(), command);
    ASSERT_TRUE(again);
    EXPECT_EQ(*again, (Recorded{LogPosition{2}, LogPosition{3}, at(1), Turn::again}));
    EXPECT_EQ(this->store().head(oakfield).position, LogPosition{4});

    const auto receipt = this->store().receipt(oakfield, command.command);
    ASSERT_TRUE(receipt);
    EXPECT_EQ(receipt->content, command.content);
    EXPECT_EQ(receipt->recorded, *first);
    EXPECT_EQ(this->store().receipt_count(oakfield), 3U);
}

TYPED_TEST_P(EntryStoreContract, GivesACommandTwiceInOneGroupTheSameAnswer)
{
    const std::vector<Append> group(2, this->make_.next({case_stream}, 1));
    const auto results = this->store().append(group);
    ASSERT_TRUE(results[0] && results[1]);
    EXPECT_EQ(results[0]->turn, Turn::first);
    EXPECT_EQ(results[1]->turn, Turn::again);
    EXPECT_EQ(results[0]->first, results[1]->first);
}

TYPED_TEST_P(EntryStoreContract, RefusesTheSameCommandWithOtherContent)
{
    const auto command = this->make_.next({case_stream}, 1);
    ASSERT_TRUE(append_one(this->store(), command));
    auto other = command;
    other.content.fill(std::byte{0xEE});
    const auto refused = append_one(this->store(), other);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(),
              NotRecorded(OtherContent{Recorded{LogPosition{2}, LogPosition{2}, at(1), Turn::again}}));
}

TYPED_TEST_P(EntryStoreContract, KeepsTheLogsOfOrganisationsApart)
{
    AppendMaker other{riverside};
    ASSERT_TRUE(append_one(this->store(), other.start()));
    ASSERT_TRUE(append_one(this->store(), this->make_.next({case_stream}, 1)));
    ASSERT_TRUE(append_one(this->store(), other.next({case_stream}, 2)));
    this->reopen();
    EXPECT_EQ(this->store().organisations(), (std::vector{oakfield, riverside}));
    EXPECT_EQ(this->store().head(oakfield).position, LogPosition{2});
    EXPECT_EQ(this->store().head(riverside).position, LogPosition{2});
    EXPECT_EQ(this->store().read(oakfield, LogPosition::start, 100).size(), 2U);
    EXPECT_EQ(this->store().stream_keys(riverside).size(), 1U);
    EXPECT_EQ(this->store().read_stream(riverside, case_stream, StreamPosition::start).front().time, at(2));
}

TYPED_TEST_P(EntryStoreContract, KeepsKeysWithTheEntriesTheySeal)
{
    auto append = this->make_.next({case_stream}, 1);
    append.keys = {this->make_.key(case_stream), this->make_.key(case_stream, "child-3")};
    ASSERT_TRUE(append_one(this->store(), append));
    this->reopen();
    EXPECT_EQ(this->store().stream_key(oakfield, case_stream, shared_part()), append.keys[0]);
    EXPECT_EQ(this->store().stream_key(oakfield, case_stream, PartId{"child-3"}), append.keys[1]);
    EXPECT_FALSE(this->store().stream_key(oakfield, child_stream, shared_part()));
    EXPECT_EQ(this->store().stream_keys(oakfield).size(), 3U);
    ASSERT_EQ(this->store().organisation_keys(oakfield).size(), 1U);
    EXPECT_EQ(text_of(this->store().organisation_keys(oakfield)[0].wrapped), "wrapped organisation key");
}

TYPED_TEST_P(EntryStoreContract, RefusesAKeyThatIsThereAlready)
{
    auto first = this->make_.next({case_stream}, 1);
    first.keys = {this->make_.key(case_stream)};
    auto second = this->make_.next({case_stream}, 2);
    second.keys = {this->make_.key(case_stream)};
    second.keys[0].wrapped = text_bytes("another");
    const std::vector<Append> group{first, second};
    const auto results = this->store().append(group);
    ASSERT_TRUE(results[0]);
    ASSERT_FALSE(results[1]);
    EXPECT_EQ(results[1].error(), NotRecorded(Conflict{keys_stream(), StreamPosition{1}}));
    EXPECT_EQ(this->store().stream_key(oakfield, case_stream, shared_part()), first.keys[0]);
}

TYPED_TEST_P(EntryStoreContract, RefusesEntriesWhoseKeyWasNeverKept)
{
    auto append = this->make_.next({case_stream}, 1);
    append.relies_on = {this->make_.key(case_stream)};
    EXPECT_FALSE(append_one(this->store(), append));

    append.relies_on.clear();
    append.keys = {this->make_.key(case_stream)};
    ASSERT_TRUE(append_one(this->store(), append));
    auto next = this->make_.next({case_stream}, 2);
    next.relies_on = append.keys;
    EXPECT_TRUE(append_one(this->store(), next));
    auto other = this->make_.next({case_stream}, 3);
    other.relies_on = append.keys;
    other.relies_on[0].wrapped = text_bytes("another");
    EXPECT_FALSE(append_one(this->store(), other));
}

TYPED_TEST_P(EntryStoreContract, RefusesToStartALogTwice)
{
    AppendMaker again;
    auto append = again.start();
    append.command = CommandId{"start-again"};
    append.entries[0].position = StreamPosition{2};
    EXPECT_FALSE(append_one(this->store(), append));
}

TYPED_TEST_P(EntryStoreContract, ChangesKeyRowsWithTheEntryThatSaysSo)
{
    auto first = this->make_.next({case_stream}, 1);
    first.keys = {this->make_.key(case_stream), this->make_.key(case_stream, "child-3")};
    ASSERT_TRUE(append_one(this->store(), first));

    auto change = this->make_.next({keys_stream()}, 2);
    change.key_changes.next_organisation_keys = {{oakfield, KeyEpoch{2}, text_bytes("the next")}};
    change.key_changes.organisation_keys_rewrapped = {{oakfield, KeyEpoch::first, text_bytes("the same")}};
    const StreamKeyRow again{oakfield, case_stream, shared_part(), KeyEpoch{2}, text_bytes("again")};
    change.key_changes.rewrapped = {again};
    change.key_changes.destroyed = {{case_stream, PartId{"child-3"}}};
    ASSERT_TRUE(append_one(this->store(), change));
    this->reopen();

    EXPECT_EQ(this->store().organisation_keys(oakfield),
              (std::vector<OrganisationKeyRow>{{oakfield, KeyEpoch::first, text_bytes("the same")},
                                               {oakfield, KeyEpoch{2}, text_bytes("the next")}}));
    EXPECT_EQ(this->store().stream_key(oakfield, case_stream, shared_part()), again);
    const auto gone = this->store().stream_key(oakfield, case_stream, PartId{"child-3"});
    EXPECT_EQ(gone, destroyed_row(oakfield, case_stream, PartId{"child-3"}));

    auto last = this->make_.next({keys_stream()}, 3);
    last.key_changes.epochs_destroyed = {KeyEpoch::first};
    ASSERT_TRUE(append_one(this->store(), last));
    EXPECT_EQ(this->store().organisation_keys(oakfield).size(), 1U);
}

TYPED_TEST_P(EntryStoreContract, KnowsAKeyAsItWasWrappedEarlierInTheGroup)
{
    auto first = this->make_.next({case_stream}, 1);
    first.keys = {this->make_.key(case_stream)};
    ASSERT_TRUE(append_one(this->store(), first));

    auto rotation = this->make_.next({keys_stream()}, 2);
    rotation.key_changes.next_organisation_keys = {{oakfield, KeyEpoch{2}, text_bytes("the next")}};
    const StreamKeyRow again{oakfield, case_stream, shared_part(), KeyEpoch{2}, text_bytes("again")};
    rotation.key_changes.rewrapped = {again};
    auto under_it = this->make_.next({case_stream}, 3);
    under_it.relies_on = {again};
    auto under_the_old = this->make_.next({case_stream}, 3);
    under_the_old.relies_on = first.keys;
    const auto results = this->store().append(std::vector<Append>{rotation, under_it, under_the_old});
    EXPECT_TRUE(results[0]);
    EXPECT_TRUE(results[1]);
    EXPECT_FALSE(results[2]);
}

TYPED_TEST_P(EntryStoreContract, FindsKeysUnderEarlierOrganisationKeys)
{
    auto first = this->make_.next({case_stream, child_stream}, 1);
    first.keys = {this->make_.key(case_stream), this->make_.key(child_stream)};
    ASSERT_TRUE(append_one(this->store(), first));
    auto change = this->make_.next({keys_stream()}, 2);
    change.key_changes.next_organisation_keys = {{oakfield, KeyEpoch{2}, text_bytes("the next")}};
    change.key_changes.destroyed = {{child_stream, shared_part()}};
    ASSERT_TRUE(append_one(this->store(), change));

    EXPECT_TRUE(this->store().stream_keys_before(oakfield, KeyEpoch::first, 10).empty());
    EXPECT_EQ(this->store().stream_keys_before(oakfield, KeyEpoch{2}, 10).size(), 2U);  // one is of `keys`
    EXPECT_EQ(this->store().stream_keys_before(oakfield, KeyEpoch{2}, 1).size(), 1U);
}

TYPED_TEST_P(EntryStoreContract, ChangesNoKeyForWhoeverCameSecond)
{
    auto change = this->make_.next({keys_stream()}, 1);
    change.entries[0].position = StreamPosition{7};
    change.key_changes.next_organisation_keys = {{oakfield, KeyEpoch{2}, text_bytes("the next")}};
    const auto refused = append_one(this->store(), change);
    ASSERT_FALSE(refused);
    EXPECT_EQ(this->store().organisation_keys(oakfield).size(), 1U);
}

TYPED_TEST_P(EntryStoreContract, RefusesAKeyThatIsNotUnderTheNewestOrganisationKey)
{
    auto change = this->make_.next({keys_stream()}, 1);
    change.key_changes.next_organisation_keys = {{oakfield, KeyEpoch{2}, text_bytes("the next")}};
    ASSERT_TRUE(append_one(this->store(), change));
    auto late = this->make_.next({case_stream}, 2);
    late.keys = {this->make_.key(case_stream)};
    const auto refused = append_one(this->store(), late);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), NotRecorded(Conflict{keys_stream(), StreamPosition{2}}));
}

TYPED_TEST_P(EntryStoreContract, KnowsTheNewestOrganisationKeyWithinAGroup)
{
    const StreamId another{"case-8"};
    auto before = this->make_.next({case_stream}, 1);
    before.keys = {this->make_.key(case_stream)};
    auto rotation = this->make_.next({keys_stream()}, 2);
    rotation.key_changes.next_organisation_keys = {{oakfield, KeyEpoch{2}, text_bytes("the next")}};
    auto late = this->make_.next({child_stream}, 3);
    late.keys = {this->make_.key(child_stream)};
    auto under_it = this->make_.next({another}, 3);
    under_it.keys = {{oakfield, another, shared_part(), KeyEpoch{2}, text_bytes("under the next")}};
    const auto results = this->store().append(std::vector<Append>{before, rotation, late, under_it});
    EXPECT_TRUE(results[0]);
    EXPECT_TRUE(results[1]);
    EXPECT_FALSE(results[2]);
    EXPECT_TRUE(results[3]);
}

TYPED_TEST_P(EntryStoreContract, RefusesWhatFollowsInTheStreamOfKeysWhatWasNotKept)
{
    auto case_begins = this->make_.next({keys_stream(), case_stream}, 1);
    case_begins.keys = {this->make_.key(case_stream)};
    ASSERT_TRUE(append_one(this->store(), case_begins));
    AppendMaker theirs = this->make_;

    // Ours: the next epoch, a new stream under it, and a key wrapped again that is destroyed meanwhile.
    auto rotation = this->make_.next({keys_stream()}, 2);
    rotation.key_changes.next_organisation_keys = {{oakfield, KeyEpoch{2}, text_bytes("ours")}};
    auto under_it = this->make_.next({keys_stream(), child_stream}, 2);
    under_it.keys = {{oakfield, child_stream, shared_part(), KeyEpoch{2}, text_bytes("under ours")}};
    under_it.follows = rotation.command;
    auto again = this->make_.next({keys_stream()}, 2);
    again.key_changes.rewrapped = {{oakfield, case_stream, shared_part(), KeyEpoch{2}, text_bytes("again")}};
    again.follows = under_it.command;

    auto other_rotation = theirs.next({keys_stream()}, 2);
    other_rotation.command = CommandId{"theirs"};
    other_rotation.key_changes.next_organisation_keys = {{oakfield, KeyEpoch{2}, text_bytes("theirs")}};
    other_rotation.key_changes.destroyed = {{case_stream, shared_part()}};
    ASSERT_TRUE(append_one(this->store(), other_rotation));

    const std::vector<Append> group{rotation, under_it, again};
    const NotRecorded conflict{Conflict{keys_stream(), StreamPosition{3}}};
    for (const auto& result : this->store().append(group)) {
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error(), conflict);
    }
    EXPECT_FALSE(this->store().stream_key(oakfield, child_stream, shared_part()));
    EXPECT_TRUE(is_destroyed(*this->store().stream_key(oakfield, case_stream, shared_part())));
}

TYPED_TEST_P(EntryStoreContract, KeepsWhatFollowsInTheStreamOfKeysWhatWasKept)
{
    auto before = this->make_.next({keys_stream()}, 1);
    auto behind = this->make_.next({keys_stream(), case_stream}, 1);
    behind.keys = {this->make_.key(case_stream)};
    behind.follows = before.command;
    auto later = this->make_.next({keys_stream()}, 2);
    later.follows = behind.command;

    const std::vector<Append> group{before, behind};
    for (const auto& result : this->store().append(group)) EXPECT_TRUE(result) << "in one group";
    EXPECT_TRUE(append_one(this->store(), later)) << "in the group after it";
    EXPECT_EQ(append_one(this->store(), behind)->turn, Turn::again);
}

TYPED_TEST_P(EntryStoreContract, RefusesWhatIsSealedUnderAKeyThatWasDestroyed)
{
    const PartId child{"child-3"};
    auto first = this->make_.next({case_stream}, 1);
    first.keys = {this->make_.key(case_stream), this->make_.key(case_stream, "child-3")};
    ASSERT_TRUE(append_one(this->store(), first));
    auto before = this->make_.next({case_stream}, 2);
    before.sealed_under = {{case_stream, shared_part()}, {case_stream, child}};
    auto erasure = this->make_.next({keys_stream()}, 2);
    erasure.key_changes.destroyed = {{case_stream, child}};
    AppendMaker without = this->make_;
    auto after = without.next({case_stream}, 2);
    after.command = CommandId{"after"};
    after.sealed_under = before.sealed_under;

    const std::vector<Append> group{before, erasure, after};
    const auto results = this->store().append(group);
    EXPECT_TRUE(results[0]);
    EXPECT_TRUE(results[1]);
    ASSERT_FALSE(results[2]) << "destroyed in the same group";
    const NotRecorded erased{PartErased{case_stream, child}};
    EXPECT_EQ(results[2].error(), erased);
    this->reopen();
    const auto later = append_one(this->store(), after);
    ASSERT_FALSE(later);
    EXPECT_EQ(later.error(), erased);
    EXPECT_EQ(this->store().stream_head(oakfield, case_stream), StreamPosition{2});
    auto of_the_rest = this->make_.next({case_stream}, 3);
    of_the_rest.sealed_under = {{case_stream, shared_part()}};
    EXPECT_TRUE(append_one(this->store(), of_the_rest));
}

TYPED_TEST_P(EntryStoreContract, RefusesWhatRestsOnALogThatWentOn)
{
    ASSERT_TRUE(append_one(this->store(), this->make_.next({case_stream}, 1)));
    const auto seen = this->store().head(oakfield).position;
    auto before = this->make_.next({case_stream}, 2);
    before.log_seen = seen;
    AppendMaker without = this->make_;
    auto after = without.next({StreamId{"case/another"}}, 2);
    after.log_seen = seen;
    after.command = CommandId{"after"};
    const std::vector<Append> group{before, after};
    const auto results = this->store().append(group);
    EXPECT_TRUE(results[0]);
    ASSERT_FALSE(results[1]) << "the one before it in the group counts";
    EXPECT_EQ(results[1].error(),
              NotRecorded(Conflict{keys_stream(), this->store().stream_head(oakfield, keys_stream())}));
    after.log_seen = this->store().head(oakfield).position;
    EXPECT_TRUE(append_one(this->store(), after));
}

TYPED_TEST_P(EntryStoreContract, StopsACallerWhoWritesWhatCanNotBe)
{
    auto append = this->make_.next({case_stream}, 1);
    append.entries.clear();
    EXPECT_THROW((void)append_one(this->store(), append), Bug);
}

TYPED_TEST_P(EntryStoreContract, RefusesAnAppendThatGoesBackInTime)
{
    ASSERT_TRUE(append_one(this->store(), this->make_.next({case_stream}, 2)));
    const auto refused = append_one(this->store(), this->make_.next({case_stream}, 1));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), NotRecorded(Conflict{keys_stream(), StreamPosition{1}}));
    EXPECT_EQ(this->store().head(oakfield).time, at(2));
}

TYPED_TEST_P(EntryStoreContract, KeepsBytesAndIdsAsTheyAre)
{
    auto append = this->make_.next({StreamId{"~ \"';--%"}}, 1);
    append.entries[0].bytes.clear();
    for (int byte = 0; byte < 256; ++byte) append.entries[0].bytes.push_back(static_cast<std::byte>(byte));
    append.entries[0].bytes.resize(1'000'000);
    ASSERT_TRUE(append_one(this->store(), append));
    this->reopen();
    EXPECT_EQ(this->store().read(oakfield, LogPosition{1}, 1).front().bytes, append.entries[0].bytes);
    EXPECT_EQ(this->store().read(oakfield, LogPosition{1}, 1).front().stream, append.entries[0].stream);
}

TYPED_TEST_P(EntryStoreContract, IsReadByManyWhileOneWrites)
{
    std::atomic<bool> is_done = false;
    std::vector<std::thread> readers;
    std::atomic<int> failures = 0;
    for (int reader = 0; reader < 3; ++reader)
        readers.emplace_back([&] {
            while (!is_done) {
                const auto head = number(this->store().head(oakfield).position);
                const auto entries = this->store().read(oakfield, LogPosition::start, 1000);
                if (entries.size() < head) ++failures;
                for (std::size_t at = 0; at < entries.size(); ++at)
                    if (number(entries[at].log_position) != at + 1) ++failures;
            }
        });
    for (int time = 1; time <= 50; ++time)
        EXPECT_TRUE(append_one(this->store(), this->make_.next({case_stream, child_stream}, time)));
    is_done = true;
    for (auto& reader : readers) reader.join();
    EXPECT_EQ(failures, 0);
}

TYPED_TEST_P(EntryStoreContract, GivesAllOfOneMomentWhileOneWrites)
{
    constexpr int asked_for = 60;
    std::atomic<int> moments = 0;
    std::atomic<int> torn = 0;
    std::vector<std::thread> readers;
    for (int reader = 0; reader < 3; ++reader)
        readers.emplace_back([&] {
            while (moments++ < asked_for) {
                const auto then = this->store().moment(oakfield);
                const auto entries = number(then.head.position);
                if (then.stream_keys.size() != entries || then.facts.size() + 1 != entries) ++torn;
            }
        });
    for (int time = 1; moments < asked_for; ++time) {
        const StreamId stream{fmt::format("case-{}", time)};
        auto append = this->make_.next({stream}, time);
        append.keys = {this->make_.key(stream)};
        append.facts = {{oakfield, fmt::format("fact-{}", time), text_bytes("one")}};
        EXPECT_TRUE(append_one(this->store(), append));
    }
    for (auto& reader : readers) reader.join();
    EXPECT_EQ(torn, 0);

    this->store().keep_tree(oakfield, {}, {LogPosition{1}, "one"});
    const auto then = this->store().moment(oakfield);
    EXPECT_EQ(then.head.position, this->store().head(oakfield).position);
    EXPECT_EQ(then.organisation_keys, this->store().organisation_keys(oakfield));
    EXPECT_EQ(then.stream_keys, this->store().stream_keys(oakfield));
    EXPECT_EQ(then.facts, this->store().facts(oakfield));
    EXPECT_EQ(then.checkpoint, this->store().checkpoint(oakfield));
    EXPECT_EQ(then.cosignatures, this->store().cosignatures(oakfield));
    EXPECT_TRUE(this->store().moment(riverside).stream_keys.empty());
}

inline TreeTile tile(unsigned level, std::uint64_t at_number, unsigned filled_with)
{
    TreeTile made{level, at_number, {}, Bytes(256 * 32, static_cast<std::byte>(filled_with))};
    made.root.fill(static_cast<std::byte>(filled_with + 1));
    return made;
}

TYPED_TEST_P(EntryStoreContract, KeepsTilesAsTheyAreFirstKept)
{
    const std::vector<TreeTile> first{tile(0, 0, 1), tile(0, 1, 2)};
    const std::vector<TreeTile> second{tile(0, 1, 9), tile(0, 2, 3), tile(1, 0, 4)};
    this->store().keep_tree(oakfield, first, {LogPosition{512}, "one"});
    this->store().keep_tree(oakfield, second, {LogPosition{768}, "two"});
    this->reopen();
    EXPECT_EQ(this->store().tile_count(oakfield, 0), 3U);
    EXPECT_EQ(this->store().tile_count(oakfield, 1), 1U);
    EXPECT_EQ(this->store().tile_count(oakfield, 2), 0U);
    const std::vector<TreeTile> level_0{tile(0, 0, 1), tile(0, 1, 2), tile(0, 2, 3)};
    EXPECT_EQ(this->store().tiles(oakfield, 0, 0, 10), level_0);
    EXPECT_EQ(this->store().tiles(oakfield, 0, 1, 1), std::vector{tile(0, 1, 2)});
    EXPECT_EQ(this->store().tile_roots(oakfield, 0, 1, 9),
              (std::vector{tile(0, 1, 2).root, tile(0, 2, 3).root}));
    EXPECT_TRUE(this->store().tiles(riverside, 0, 0, 10).empty());
}

TYPED_TEST_P(EntryStoreContract, KeepsTheCheckpointOfMostEntries)
{
    EXPECT_FALSE(this->store().checkpoint(oakfield));
    this->store().keep_tree(oakfield, {}, {LogPosition{5}, "five"});
    this->store().keep_tree(oakfield, {}, {LogPosition{3}, "three"});
    this->reopen();
    EXPECT_EQ(this->store().checkpoint(oakfield), (KeptCheckpoint{LogPosition{5}, "five"}));
    this->store().keep_tree(oakfield, {}, {LogPosition{5}, "five again"});
    EXPECT_EQ(this->store().checkpoint(oakfield), (KeptCheckpoint{LogPosition{5}, "five again"}));
    EXPECT_FALSE(this->store().checkpoint(riverside));
}

TYPED_TEST_P(EntryStoreContract, KeepsTheLastThatEachWitnessSaidOnEachDay)
{
    using namespace std::chrono;
    const Date monday{2026y / November / 23};
    const Date tuesday{2026y / November / 24};
    for (const auto& one : {KeptCosignature{"w/2", monday, LogPosition{1}, "a"},
                            KeptCosignature{"w/1", tuesday, LogPosition{3}, "b"},
                            KeptCosignature{"w/1", monday, LogPosition{1}, "c"},
                            KeptCosignature{"w/1", monday, LogPosition{2}, "d"}})
        this->store().keep_cosignature(oakfield, one);
    this->reopen();
    const std::vector<KeptCosignature> expected{{"w/1", monday, LogPosition{2}, "d"},
                                                {"w/1", tuesday, LogPosition{3}, "b"},
                                                {"w/2", monday, LogPosition{1}, "a"}};
    EXPECT_EQ(this->store().cosignatures(oakfield), expected);
    EXPECT_TRUE(this->store().cosignatures(riverside).empty());
}

TYPED_TEST_P(EntryStoreContract, KeepsFactsWithTheEntriesOfTheirAppendOrNot)
{
    auto counted = this->make_.next({case_stream}, 1);
    counted.facts = {{oakfield, "z", text_bytes("one")}, {oakfield, "b", text_bytes("another")}};
    ASSERT_TRUE(append_one(this->store(), counted));
    auto late = this->make_.next({child_stream}, 2);
    late.entries.front().position = StreamPosition{7};
    late.facts = {{oakfield, "c", text_bytes("of nothing")}};
    EXPECT_FALSE(append_one(this->store(), late));
    EXPECT_EQ(append_one(this->store(), counted)->turn, Turn::again);
    this->reopen();

    const std::vector<FactRow> expected{{oakfield, "b", text_bytes("another")},
                                        {oakfield, "z", text_bytes("one")}};
    EXPECT_EQ(this->store().facts(oakfield), expected) << "by id, and once";
    EXPECT_TRUE(this->store().facts(riverside).empty());
}

REGISTER_TYPED_TEST_SUITE_P(
    EntryStoreContract, StartsEmpty, NumbersEntriesWithoutGapsInTheLogAndInEachStream,
    ReadsOnFromWhereAReaderWas, ReadsSeveralStreamsAsOneAfterAnother, SaysWhereEntriesStandWithoutTheirBytes,
    RefusesAnAppendThatComesAfterAnotherWritersAndKeepsNothingOfIt, RefusesAnAppendThatLeavesAGap,
    LetsEachAppendOfAGroupStandOrFallAlone, GivesACommandSentAgainItsFirstAnswer,
    GivesACommandTwiceInOneGroupTheSameAnswer, RefusesTheSameCommandWithOtherContent,
    KeepsTheLogsOfOrganisationsApart, KeepsKeysWithTheEntriesTheySeal, RefusesAKeyThatIsThereAlready,
    RefusesEntriesWhoseKeyWasNeverKept, RefusesToStartALogTwice, ChangesKeyRowsWithTheEntryThatSaysSo,
    KnowsAKeyAsItWasWrappedEarlierInTheGroup, FindsKeysUnderEarlierOrganisationKeys,
    ChangesNoKeyForWhoeverCameSecond, KnowsTheNewestOrganisationKeyWithinAGroup,
    RefusesAKeyThatIsNotUnderTheNewestOrganisationKey, RefusesWhatFollowsInTheStreamOfKeysWhatWasNotKept,
    KeepsWhatFollowsInTheStreamOfKeysWhatWasKept, RefusesWhatIsSealedUnderAKeyThatWasDestroyed,
    RefusesWhatRestsOnALogThatWentOn, StopsACallerWhoWritesWhatCanNotBe, RefusesAnAppendThatGoesBackInTime,
    KeepsBytesAndIdsAsTheyAre, IsReadByManyWhileOneWrites, GivesAllOfOneMomentWhileOneWrites,
    KeepsTilesAsTheyAreFirstKept, KeepsTheCheckpointOfMostEntries, KeepsTheLastThatEachWitnessSaidOnEachDay,
    KeepsFactsWithTheEntriesOfTheirAppendOrNot);

}  // namespace safelead::ledger::contract
