#include "base/unavailable.h"
#include "ledger/key_wrap.h"
#include "ledger/master_key.h"
#include "ledger/verify.h"
#include "store/memory.h"
#include "support/failing_store.h"
#include "support/ledger_parts.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stdexcept>
#include <thread>

namespace safelead::ledger {
namespace {

using namespace safelead::test;

const StreamId the_case{"case-7"};
const PartId first_child{"child-3"};
const PartId second_child{"child-4"};

Submission in_case(const std::string& command, const PartId& part, const std::string& said)
{
    auto one = submission(command, "case-7", said);
    one.entries.front().part = part;
    return one;
}

class KeysTest : public ::testing::Test {
protected:
    void SetUp() override { ledger_->add_organisation(oakfield, at(0)); }

    Log& log() { return ledger_->organisation(oakfield); }

    void reopen(unsigned master = 1)
    {
        ledger_.reset();
        ledger_ = std::make_unique<Ledger>(*store_, counting_key(master));
    }

    [[nodiscard]] std::vector<std::string> everything_said()
    {
        std::vector<std::string> said;
        const auto page = log().read(LogPosition::start, 10'000);
        if (!page) return {"fault: " + to_text(page.error())};
        for (const auto& entry : page->entries)
            said.emplace_back(entry.readable == Readable::yes ? text_of(entry.plaintext) : "(erased)");
        return said;
    }

    [[nodiscard]] SubmitResult destroy(const std::string& command, const PartId& part)
    {
        auto one = submission(command, "erasures", "erased");
        one.destroys = {{the_case, part}};
        return submit(log(), one);
    }

    [[nodiscard]] Verification verified(unsigned master = 1) const
    {
        return verify(*store_, counting_key(master));
    }

    std::unique_ptr<EntryStore> store_ = store::make_memory_entry_store();
    std::unique_ptr<Ledger> ledger_ = std::make_unique<Ledger>(*store_, counting_key(1));
};

TEST_F(KeysTest, AnOrganisationsKeyIsRotatedAndTheOldOneIsGone)
{
    for (int i = 0; i < 450; ++i)
        ASSERT_TRUE(submit(log(), submission(fmt::format("c-{}", i), fmt::format("case-{}", i), "said")));
    const auto before = everything_said();

    const auto done = log().rotate_key(at(1));
    EXPECT_EQ(done.epoch, KeyEpoch{2});
    EXPECT_EQ(done.keys, 451U);  // and the log's own
    EXPECT_EQ(done.epochs_destroyed, 1U);
    const auto rows = store_->organisation_keys(oakfield);
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.front().epoch, KeyEpoch{2});
    EXPECT_TRUE(store_->stream_keys_before(oakfield, KeyEpoch{2}, 1).empty());

    EXPECT_EQ(everything_said(), before);
    ASSERT_TRUE(submit(log(), submission("later", "case-new", "said later")));
    EXPECT_EQ(store_->stream_key(oakfield, StreamId{"case-new"}, shared_part())->epoch, KeyEpoch{2});
    reopen();
    EXPECT_EQ(everything_said().size(), before.size() + 1);
    EXPECT_TRUE(verified().is_in_order());
}

/// A row of it was changed.
class DamagedStore final : public StoreInFront {
public:
    using StoreInFront::StoreInFront;
    std::vector<StreamKeyRow> stream_keys_before(const OrganisationId& organisation, KeyEpoch epoch,
                                                 std::size_t limit) const override
    {
        auto rows = StoreInFront::stream_keys_before(organisation, epoch, limit);
        for (auto& row : rows)
            if (row.stream == the_case) std::ranges::fill(row.wrapped, std::byte{0});
        return rows;
    }
};

TEST_F(KeysTest, WhereAKeyDoesNotOpenRotatingAgainBeginsNoFurtherEpoch)
{
    ASSERT_TRUE(submit(log(), in_case("c-1", first_child, "of the first child")));
    {
        DamagedStore damaged{*store_};
        Ledger other{damaged, counting_key(1)};
        for (int turn = 0; turn < 3; ++turn)
            EXPECT_THROW((void)other.organisation(oakfield).rotate_key(at(10)), Unavailable);
    }
    EXPECT_EQ(store_->organisation_keys(oakfield).size(), 2U);
    reopen();
    EXPECT_EQ(log().rotate_key(at(20)).epoch, KeyEpoch{3});
    EXPECT_EQ(store_->organisation_keys(oakfield).size(), 1U);
    EXPECT_THAT(verified().faults, ::testing::IsEmpty());
}

TEST_F(KeysTest, AKeyForAPurposeOutlivesEveryRotation)
{
    ASSERT_TRUE(submit(log(), submission("c-1", "case-7")));
    const auto before = log().key_for("sessions");
    (void)log().rotate_key(at(1));
    reopen();
    (void)log().rotate_key(at(2));
    EXPECT_TRUE(std::ranges::equal(before.bytes(), log().key_for("sessions").bytes()));
}

TEST_F(KeysTest, OthersGoOnWritingWhileKeysAreRotated)
{
    for (int i = 0; i < 500; ++i)
        ASSERT_TRUE(submit(log(), submission(fmt::format("before-{}", i), fmt::format("case-{}", i))));
    std::atomic<bool> is_done = false;
    std::atomic<int> written = 0;
    std::atomic<int> failures = 0;
    std::thread writer{[&] {
        for (int i = 0; !is_done || i < 10; ++i) {
            if (submit(log(), submission(fmt::format("w-{}", i), fmt::format("new-{}", i))))
                ++written;
            else
                ++failures;
        }
    }};
    std::thread reader{[&] {
        while (!is_done)
            if (!log().read(LogPosition::start, 200)) ++failures;
    }};
    for (int turn = 0; turn < 5; ++turn) (void)log().rotate_key(at(turn));
    is_done = true;
    writer.join();
    reader.join();
    EXPECT_EQ(failures, 0);
    EXPECT_EQ(everything_said().size(), static_cast<std::size_t>(500 + written));
    EXPECT_THAT(verified().faults, ::testing::IsEmpty());
}

TEST_F(KeysTest, WhatWasErasedIsUnreadableAndTheRestIsNot)
{
    ASSERT_TRUE(submit(log(), in_case("c-1", shared_part(), "shared")));
    ASSERT_TRUE(submit(log(), in_case("c-2", first_child, "of the first child")));
    ASSERT_TRUE(submit(log(), in_case("c-3", second_child, "of the second child")));
    ASSERT_TRUE(destroy("e-1", first_child));

    const std::vector<std::string> left{"shared", "(erased)", "of the second child", "erased"};
    EXPECT_EQ(everything_said(), left);
    reopen();
    EXPECT_EQ(everything_said(), left);
    EXPECT_TRUE(is_destroyed(*store_->stream_key(oakfield, the_case, first_child)));
    EXPECT_FALSE(log().key_for(the_case, first_child, "drafts"));

    (void)log().rotate_key(at(1));
    EXPECT_EQ(everything_said(), left);
    const auto report = verified();
    EXPECT_THAT(report.faults, ::testing::IsEmpty());
    EXPECT_EQ(report.erased, 1U);
}

TEST_F(KeysTest, WhatAnotherServerErasedIsUnreadableOnceItsKeysAreForgotten)
{
    ASSERT_TRUE(submit(log(), in_case("c-1", shared_part(), "shared")));
    ASSERT_TRUE(submit(log(), in_case("c-2", first_child, "of the first child")));
    Ledger other{*store_, counting_key(1)};
    auto& read_there = other.organisation(oakfield);
    ASSERT_EQ(read_there.read_what_opens(the_case).entries.back().readable, Readable::yes);
    ASSERT_TRUE(destroy("e-1", first_child));

    EXPECT_TRUE(read_there.key_for(the_case, first_child, "drafts")) << "it is in its memory still";
    read_there.forget_keys();
    const auto read = read_there.read_what_opens(the_case);
    ASSERT_EQ(read.entries.size(), 2U);
    EXPECT_EQ(text_of(read.entries.front().plaintext), "shared");
    EXPECT_EQ(read.entries.back().readable, Readable::erased);
}

TEST_F(KeysTest, NothingIsWrittenWhereAChildWasErased)
{
    ASSERT_TRUE(submit(log(), in_case("c-1", first_child, "of the first child")));
    auto both = submission("e-1", "erasures", "erased");
    both.destroys = {{the_case, first_child}};
    auto erasing = log().submit(both);
    const auto meanwhile = submit(log(), in_case("c-2", first_child, "more"));
    ASSERT_TRUE(wait_for(std::move(erasing)));
    const auto after = submit(log(), in_case("c-3", first_child, "more still"));
    reopen();
    const auto much_later = submit(log(), in_case("c-4", first_child, "much later"));
    for (const auto& refused : {meanwhile, after, much_later}) {
        ASSERT_FALSE(refused);
        EXPECT_EQ(refused.error(), NotRecorded(PartErased{the_case, first_child}));
    }
}

TEST_F(KeysTest, ErasingTwiceIsErasingOnce)
{
    ASSERT_TRUE(submit(log(), in_case("c-1", first_child, "of the first child")));
    ASSERT_TRUE(destroy("e-1", first_child));
    ASSERT_TRUE(destroy("e-2", first_child));
    ASSERT_TRUE(destroy("e-3", PartId{"never-there"}));
    EXPECT_THAT(verified().faults, ::testing::IsEmpty());
}

TEST_F(KeysTest, TheMasterKeyIsRotatedWhileServing)
{
    ledger_->add_organisation(riverside, at(0));
    ASSERT_TRUE(submit(log(), submission("c-1", "case-7", "before")));
    EXPECT_EQ(ledger_->rewrap_under(counting_key(2), at(1)), 2U);
    ASSERT_TRUE(submit(log(), submission("c-2", "case-8", "after")));
    ledger_->add_organisation(OrganisationId{"added-later"}, at(2));
    EXPECT_EQ(everything_said(), (std::vector<std::string>{"before", "after"}));
    EXPECT_THAT(verified(2).faults, ::testing::IsEmpty());
    EXPECT_FALSE(verified(1).is_in_order());
    EXPECT_THROW(reopen(1), KeyUnavailable);
    reopen(2);
    EXPECT_EQ(everything_said(), (std::vector<std::string>{"before", "after"}));
}

/// Others write to it too, as they say.
class SharedStore : public StoreInFront {
public:
    using StoreInFront::StoreInFront;
    [[nodiscard]] Writers writers() const override { return Writers::several; }
};

TEST_F(KeysTest, NothingIsWrittenWhereAnotherServerErasedAChild)
{
    ASSERT_TRUE(submit(log(), in_case("c-1", first_child, "of the first child")));
    SharedStore shared{*store_};
    Ledger other{shared, counting_key(1)};
    auto& there = other.organisation(oakfield);
    ASSERT_TRUE(submit(there, in_case("c-2", first_child, "more")));
    ASSERT_TRUE(destroy("e-1", first_child));
    ASSERT_TRUE(there.key_for(the_case, first_child, "drafts")) << "it is in its memory still";

    const auto refused = submit(there, in_case("c-3", first_child, "what nobody could read"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), NotRecorded(PartErased{the_case, first_child}));
    EXPECT_FALSE(there.key_for(the_case, first_child, "drafts"));
    EXPECT_TRUE(submit(there, in_case("c-4", shared_part(), "of the others")));
    EXPECT_THAT(verified().faults, ::testing::IsEmpty());
}

/// Writes one group each time it is let.
class StepwiseStore final : public SharedStore {
public:
    using SharedStore::SharedStore;

    std::vector<AppendResult> append(std::span<const Append> group) override
    {
        {
            std::unique_lock lock{mutex_};
            ++come_;
            changed_.notify_all();
            changed_.wait(lock, [&] { return let_ > 0; });
            --let_;
        }
        return StoreInFront::append(group);
    }

    std::vector<OrganisationKeyRow> organisation_keys(const OrganisationId& organisation) const override
    {
        ++keys_asked_;
        return StoreInFront::organisation_keys(organisation);
    }

    void wait_until_writing()
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return come_ > 0; });
    }

    /// Calls `rotate` on another thread, and waits until it makes the next key. The log is locked from then
    /// until that is queued.
    [[nodiscard]] std::jthread until_next_key_is_made(std::function<void()> rotate)
    {
        const auto before = keys_asked_.load();
        std::jthread rotating{std::move(rotate)};
        while (keys_asked_ == before) std::this_thread::yield();
        return rotating;
    }

    void let_go(int groups)
    {
        const std::lock_guard lock{mutex_};
        let_ += groups;
        changed_.notify_all();
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    mutable std::atomic<int> keys_asked_ = 0;
    int come_ = 0;
    int let_ = 0;
};

TEST_F(KeysTest, ARotationWrapsEverythingThoughTheKeyWasLookedUpBeforeItWasThere)
{
    ASSERT_TRUE(submit(log(), submission("c-1", "case-7")));
    ASSERT_TRUE(submit(log(), submission("c-2", "case-8")));
    StepwiseStore stepwise{*store_};
    Ledger other{stepwise, counting_key(1)};
    auto& there = other.organisation(oakfield);
    // Behind what it will be refused for.
    auto stale = there.submit(submission("c-3", "case-7"));
    stepwise.wait_until_writing();
    EXPECT_TRUE(submit(log(), submission("c-4", "case-7")));

    Rewrapped done{};
    auto rotation = stepwise.until_next_key_is_made([&] { done = there.rotate_key(at(1)); });
    stepwise.let_go(1);
    EXPECT_FALSE(wait_for(std::move(stale)));
    // Refused, it looks everything up again, and the next key is not there yet.
    auto meanwhile = there.submit(submission("c-5", "case-8"));
    stepwise.let_go(100);
    rotation.join();
    EXPECT_TRUE(wait_for(std::move(meanwhile)));
    EXPECT_EQ(done.epoch, KeyEpoch{2});
    EXPECT_EQ(done.keys, 3U);
    EXPECT_EQ(done.epochs_destroyed, 1U);
    EXPECT_THAT(verified().faults, ::testing::IsEmpty());
}

TEST_F(KeysTest, NoKeyIsKeptUnderANextKeyThatWasNotKept)
{
    ASSERT_TRUE(submit(log(), submission("c-1", "case-7")));
    StepwiseStore stepwise{*store_};
    Ledger other{stepwise, counting_key(1)};
    auto& there = other.organisation(oakfield);
    auto earlier = there.submit(submission("c-2", "case-7"));
    stepwise.wait_until_writing();
    Rewrapped done{};
    auto rotation = stepwise.until_next_key_is_made([&] { done = there.rotate_key(at(0)); });
    auto behind = there.submit(submission("c-3", "case-8"));

    // Another server makes the next key first, and no more than that.
    const auto theirs = counting_key(9);
    Append first{oakfield, CommandId{"theirs"}, {}, at(0), {}, {}, {}, {}};
    first.entries.push_back(
        {keys_stream(), next(store_->stream_head(oakfield, keys_stream())), text_bytes("says so")});
    first.key_changes.next_organisation_keys = {
        wrap(theirs, oakfield, KeyEpoch{2}, counting_key(1), counting_nonce(9))};
    EXPECT_TRUE(store_->append(std::span{&first, 1}).front());

    stepwise.let_go(100);
    rotation.join();
    EXPECT_TRUE(wait_for(std::move(earlier)));
    const auto refused = wait_for(std::move(behind));
    ASSERT_FALSE(refused);
    EXPECT_TRUE(std::holds_alternative<Conflict>(refused.error()));
    EXPECT_FALSE(store_->stream_key(oakfield, StreamId{"case-8"}, shared_part()));
    EXPECT_EQ(done.epoch, KeyEpoch{3}) << "it looks again, and makes another after theirs";
    EXPECT_EQ(done.epochs_destroyed, 2U);
    const auto rows = store_->organisation_keys(oakfield);
    ASSERT_EQ(rows.size(), 1U);
    const auto newest = unwrap(rows.front(), counting_key(1));
    ASSERT_TRUE(newest);
    ASSERT_TRUE(submit(there, submission("c-3", "case-8")));
    EXPECT_TRUE(unwrap(*store_->stream_key(oakfield, StreamId{"case-8"}, shared_part()), *newest));
}

TEST_F(KeysTest, NoKeyIsMadeUnderAnOldOneOnceTheMasterKeyWasRotatedElsewhere)
{
    Ledger other{*store_, counting_key(1)};
    auto& there = other.organisation(oakfield);
    ASSERT_TRUE(submit(there, submission("c-1", "case-7")));
    (void)ledger_->rewrap_under(counting_key(2), at(0));
    (void)log().rotate_key(at(0));

    EXPECT_FALSE(submit(there, submission("c-2", "case-8"))) << "it did not know of that yet";
    for (const auto* command : {"c-2", "c-3"}) {
        std::string why;
        try {
            (void)there.submit(submission(command, "case-8"));
        } catch (const Unavailable& unavailable) {
            why = unavailable.what();
        }
        EXPECT_THAT(why, ::testing::HasSubstr("start this server again"));
    }
    EXPECT_THROW((void)there.rotate_key(at(0)), Unavailable);
    EXPECT_TRUE(submit(there, submission("c-4", "case-7"))) << "the keys it has are still right";
    EXPECT_THAT(verified(2).faults, ::testing::IsEmpty());
}

/// Lets changes of keys be tampered with.
class TamperedKeys : public KeysTest {
protected:
    /// Puts these rows there without a word in the log.
    void change(KeyChanges changes)
    {
        const auto turn = ++tampered_;
        auto append =
            Append{oakfield,          CommandId{fmt::format("tamper-{}", turn)}, {}, at(0), {}, {}, {}, {},
                   std::move(changes)};
        append.entries.push_back({StreamId{"noise"}, StreamPosition{turn}, text_bytes("no entry")});
        ASSERT_TRUE(store_->append(std::span{&append, 1}).front());
    }

    /// A rotation that stopped when every key was under the new one, before the old one was destroyed.
    void rotate_halfway()
    {
        EXPECT_THROW(
            (void)log().rotate_key(at(0), [](std::uint64_t) { throw std::runtime_error{"stopped"}; }),
            std::runtime_error);
        ASSERT_EQ(store_->organisation_keys(oakfield).size(), 2U);
        ASSERT_TRUE(verified().is_in_order());
    }

    [[nodiscard]] std::string of_first_epoch(Wrong wrong) const
    {
        return to_text(Fault{oakfield, std::nullopt, std::nullopt, wrong, std::nullopt, KeyEpoch::first});
    }

    [[nodiscard]] std::vector<std::string> faults() const
    {
        std::vector<std::string> found;
        for (const auto& fault : verified().faults) found.push_back(to_text(fault));
        return found;
    }

    [[nodiscard]] std::vector<Wrong> wrongs() const
    {
        std::vector<Wrong> found;
        for (const auto& fault : verified().faults)
            if (fault.stream != StreamId{"noise"}) found.push_back(fault.wrong);
        return found;
    }

private:
    std::uint64_t tampered_ = 0;
};

TEST_F(TamperedKeys, AKeyThatWasDestroyedWithoutAWordShows)
{
    ASSERT_TRUE(submit(log(), in_case("c-1", first_child, "of the first child")));
    KeyChanges changes;
    changes.destroyed = {{the_case, first_child}};
    change(changes);
    EXPECT_THAT(wrongs(), ::testing::Contains(Wrong::key_destroyed_unsaid));
}

TEST_F(TamperedKeys, AKeyThatIsPutBackAfterItWasDestroyedShows)
{
    ASSERT_TRUE(submit(log(), in_case("c-1", first_child, "of the first child")));
    const auto kept = *store_->stream_key(oakfield, the_case, first_child);
    ASSERT_TRUE(destroy("e-1", first_child));
    KeyChanges changes;
    changes.rewrapped = {kept};
    change(changes);
    EXPECT_THAT(wrongs(), ::testing::Contains(Wrong::key_not_destroyed));
}

TEST_F(TamperedKeys, AnOldOrganisationKeyThatIsPutBackShows)
{
    const auto old = store_->organisation_keys(oakfield).front();
    (void)log().rotate_key(at(0));
    KeyChanges changes;
    changes.next_organisation_keys = {old};
    change(changes);
    EXPECT_THAT(wrongs(), ::testing::Contains(Wrong::key_not_destroyed));
}

TEST_F(TamperedKeys, AnOrganisationKeyThatIsRemovedWithoutAWordShows)
{
    rotate_halfway();
    KeyChanges changes;
    changes.epochs_destroyed = {KeyEpoch::first};
    change(changes);
    EXPECT_THAT(faults(), ::testing::Contains(of_first_epoch(Wrong::key_row_missing)));
}

TEST_F(TamperedKeys, AnOrganisationKeyThatIsChangedCutShortOrExchangedShows)
{
    rotate_halfway();
    const auto rows = store_->organisation_keys(oakfield);
    ASSERT_EQ(rows.front().epoch, KeyEpoch::first);
    auto cut_short = rows.front();
    cut_short.wrapped.resize(60);
    auto exchanged = rows.front();
    exchanged.wrapped = rows.back().wrapped;
    for (const auto& row : {exchanged, cut_short}) {
        KeyChanges changes;
        changes.organisation_keys_rewrapped = {row};
        change(changes);
        EXPECT_THAT(faults(), ::testing::Contains(of_first_epoch(Wrong::key_row_changed)));
    }
}

TEST_F(TamperedKeys, AKeyThatIsWrappedAgainWithoutAWordShows)
{
    ASSERT_TRUE(submit(log(), in_case("c-1", first_child, "of the first child")));
    const auto organisation_key =
        unwrap(store_->organisation_keys(oakfield).front(), counting_key(1)).value();
    const auto row = *store_->stream_key(oakfield, the_case, first_child);
    KeyChanges changes;
    changes.rewrapped = {wrap(unwrap(row, organisation_key).value(), oakfield, the_case, first_child,
                              KeyEpoch::first, organisation_key, counting_nonce(9))};
    change(changes);
    EXPECT_THAT(wrongs(), ::testing::Contains(Wrong::key_row_changed));
}

}  // namespace
}  // namespace safelead::ledger
