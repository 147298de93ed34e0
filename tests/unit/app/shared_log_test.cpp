// What follows a log that several servers write to: what it asks the store, and what it waits for.

#include "app/one_look.h"
#include "base/unavailable.h"
#include "store/memory.h"
#include "support/counting_follower.h"
#include "support/failing_store.h"

#include <gtest/gtest.h>

#include <condition_variable>
#include <functional>
#include <latch>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace safelead::app {
namespace {

using test::at;

/// Whoever waits so long waits for good.
constexpr std::chrono::milliseconds for_good = std::chrono::seconds{60};

/// Others write to it, too. Counts what it is asked, and is slow where it is told to be.
class WatchedStore final : public test::StoreInFront {
public:
    using StoreInFront::StoreInFront;

    [[nodiscard]] ledger::Writers writers() const override { return ledger::Writers::several; }

    std::vector<ledger::AppendResult> append(std::span<const ledger::Append> group) override
    {
        auto results = StoreInFront::append(group);
        std::unique_lock lock{mutex_};
        is_written_ = true;
        changed_.notify_all();
        changed_.wait(lock, [&] { return !is_held_; });
        if (is_broken_) throw Unavailable{"The disk is broken."};
        return results;
    }

    ledger::LogHead head(const OrganisationId& organisation) const override
    {
        auto head = StoreInFront::head(organisation);
        std::unique_lock lock{mutex_};
        head.position = ledger::LogPosition{number(head.position) - taken_away_};
        ++looks_;
        // Out of reach, it keeps one waiting and tells the others at once.
        if (is_shut_ && !(is_out_of_reach_ && is_waited_for_)) {
            is_waited_for_ = true;
            changed_.notify_all();
            changed_.wait(lock, [&] { return !is_shut_; });
        }
        if (is_out_of_reach_) throw Unavailable{"The database is out of reach."};
        is_held_ = false;
        changed_.notify_all();
        return head;
    }

    std::vector<ledger::StoredEntry> read(const OrganisationId& organisation, ledger::LogPosition after,
                                          std::size_t limit) const override
    {
        {
            const std::lock_guard lock{mutex_};
            ++reads_;
        }
        return StoreInFront::read(organisation, after, limit);
    }

    /// What is written next is there for all to see, and the committer learns of it once somebody has looked.
    void hold_until_looked_at()
    {
        const std::lock_guard lock{mutex_};
        is_held_ = true;
        is_written_ = false;
    }
    void wait_until_written()
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return is_written_; });
    }
    void break_down()
    {
        const std::lock_guard lock{mutex_};
        is_broken_ = true;
    }

    /// Whoever looks is answered what was there when they asked, once it is open again.
    void shut()
    {
        const std::lock_guard lock{mutex_};
        is_shut_ = true;
        is_waited_for_ = false;
    }
    void wait_until_waited_for()
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return is_waited_for_; });
    }
    void open()
    {
        const std::lock_guard lock{mutex_};
        is_shut_ = false;
        changed_.notify_all();
    }
    void set_out_of_reach(bool is_out_of_reach)
    {
        const std::lock_guard lock{mutex_};
        is_out_of_reach_ = is_out_of_reach;
    }

    /// So many of the newest entries are not there any more, as in an older copy.
    void take_away(std::uint64_t entries)
    {
        const std::lock_guard lock{mutex_};
        taken_away_ = entries;
    }

    void forget_what_was_asked()
    {
        const std::lock_guard lock{mutex_};
        looks_ = reads_ = 0;
    }
    [[nodiscard]] int looks() const
    {
        const std::lock_guard lock{mutex_};
        return looks_;
    }
    [[nodiscard]] int reads() const
    {
        const std::lock_guard lock{mutex_};
        return reads_;
    }

private:
    mutable std::mutex mutex_;
    mutable std::condition_variable changed_;
    mutable int looks_ = 0;
    mutable int reads_ = 0;
    mutable bool is_held_ = false;
    mutable bool is_waited_for_ = false;
    std::uint64_t taken_away_ = 0;
    bool is_written_ = false;
    bool is_broken_ = false;
    bool is_shut_ = false;
    bool is_out_of_reach_ = false;
};

class SharedLog : public testing::Test {
protected:
    test::CountingFollower& follow(std::chrono::milliseconds patience = for_good)
    {
        follower_.emplace(log_, patience);
        follower_->catch_up();
        store.forget_what_was_asked();
        return *follower_;
    }

    /// Another server, which has the same store and none of this one's memory, writes one event.
    void write_elsewhere(int number)
    {
        ledger::Ledger elsewhere{*behind_, test::counting_key(1)};
        test::CountingFollower there{elsewhere.organisation(test::oakfield)};
        const test::OneView other{stream_of_views(Date{std::chrono::sys_days{std::chrono::days{20'600}}})};
        ASSERT_TRUE(wait_for(other.to(there, number)).has_value());
    }

private:
    const std::unique_ptr<ledger::EntryStore> behind_ = store::make_memory_entry_store();

protected:
    WatchedStore store{*behind_};
    std::function<void()> before_telling = [] {};
    const test::OneView writing;

private:
    std::optional<test::CountingFollower> follower_;
    ledger::Ledger ledger_{store, test::counting_key(1), [this](std::span<const ledger::Committed> group) {
                               before_telling();
                               for (const auto& one : group)
                                   if (follower_) follower_->committed(one);
                           }};
    ledger::Log& log_ = ledger_.add_organisation(test::oakfield, at(0));
};

TEST_F(SharedLog, DoesNotReadAgainWhatThisServerIsJustWriting)
{
    auto& follower = follow();
    for (int round = 1; round <= 50; ++round) {
        store.hold_until_looked_at();
        auto kept = writing.to(follower, round);
        store.wait_until_written();
        follower.catch_up();
        ASSERT_EQ(follower.count(), round) << "it is on disk, so a page shows it";
        ASSERT_TRUE(wait_for(std::move(kept)).has_value());
    }
    EXPECT_EQ(store.reads(), 0) << "the committer tells of it";
}

TEST_F(SharedLog, ReadsWhatAnotherServerWrote)
{
    auto& follower = follow();
    write_elsewhere(1);
    follower.catch_up();
    EXPECT_EQ(follower.count(), 1);
    EXPECT_GT(store.reads(), 0);
}

TEST_F(SharedLog, ReadsWhatAnotherServerWroteWhileThisOneWrites)
{
    auto& follower = follow();
    store.hold_until_looked_at();
    auto kept = writing.to(follower, 1);
    store.wait_until_written();
    write_elsewhere(2);
    follower.catch_up();
    EXPECT_EQ(follower.count(), 2);
    EXPECT_TRUE(wait_for(std::move(kept)).has_value());
    EXPECT_EQ(follower.count(), 2) << "each once";
}

TEST_F(SharedLog, ReadsWhatTheCommitterDoesNotTellOfInTime)
{
    auto& follower = follow(std::chrono::milliseconds{0});
    std::latch was_read{1};
    before_telling = [&] { was_read.wait(); };
    store.hold_until_looked_at();
    auto kept = writing.to(follower, 1);
    store.wait_until_written();
    follower.catch_up();
    EXPECT_EQ(follower.count(), 1);
    was_read.count_down();
    EXPECT_TRUE(wait_for(std::move(kept)).has_value());
    EXPECT_EQ(follower.count(), 1) << "once";
}

TEST_F(SharedLog, WaitsNoLongerForACommitterThatFailed)
{
    auto& follower = follow();
    store.hold_until_looked_at();
    store.break_down();
    auto kept = writing.to(follower, 1);
    store.wait_until_written();
    follower.catch_up();
    EXPECT_EQ(follower.count(), 1) << "it is on disk after all";
    EXPECT_THROW((void)wait_for(std::move(kept)), Unavailable);
}

TEST_F(SharedLog, TakesNoLookThatBeganBeforeItWasAskedFor)
{
    auto& follower = follow();
    store.shut();
    std::jthread before{[&] { follower.catch_up(); }};
    store.wait_until_waited_for();
    write_elsewhere(1);
    std::latch is_wished{1};
    int seen = 0;
    std::jthread after{[&] {
        const OneLook look;
        is_wished.count_down();
        follower.catch_up();
        seen = follower.count();
    }};
    is_wished.wait();
    store.open();
    before.join();
    after.join();
    EXPECT_EQ(seen, 1);
}

TEST_F(SharedLog, LooksOnceForAllWhoWait)
{
    auto& follower = follow();
    store.shut();
    std::jthread first{[&] { follower.catch_up(); }};
    store.wait_until_waited_for();
    constexpr int many = 6;
    std::latch are_wished{many};
    std::vector<std::jthread> others;
    for (int i = 0; i < many; ++i)
        others.emplace_back([&] {
            const OneLook look;
            are_wished.count_down();
            follower.catch_up();
        });
    are_wished.wait();
    store.open();
    first.join();
    for (auto& other : others) other.join();
    EXPECT_EQ(store.looks(), 2) << "the first one's, and one that began after all the others asked";
}

TEST_F(SharedLog, WaitsForNobodysLookWhereTheLastWasAnsweredByNobody)
{
    auto& follower = follow();
    store.set_out_of_reach(true);
    EXPECT_THROW(follower.catch_up(), Unavailable);
    store.shut();
    std::jthread trying{[&] { EXPECT_THROW(follower.catch_up(), Unavailable); }};
    store.wait_until_waited_for();
    EXPECT_THROW(follower.catch_up(), Unavailable) << "it is told at once";
    store.open();
    trying.join();
    store.set_out_of_reach(false);
    EXPECT_NO_THROW(follower.catch_up());
}

TEST_F(SharedLog, ShowsNothingMoreOnceTheDatabaseIsAnOlderCopy)
{
    auto& follower = follow();
    ASSERT_TRUE(wait_for(writing.to(follower, 1)).has_value());
    ASSERT_TRUE(wait_for(writing.to(follower, 2)).has_value());
    EXPECT_NO_THROW(follower.catch_up());
    store.take_away(1);
    EXPECT_THROW(follower.catch_up(), Unavailable);
    EXPECT_THROW((void)follower.is_up_to_date(), Unavailable);

    std::vector<std::jthread> many;
    for (int i = 0; i < 6; ++i)
        many.emplace_back([&] { EXPECT_THROW(follower.catch_up(), Unavailable) << "each of them is told"; });
    many.clear();

    write_elsewhere(3);
    write_elsewhere(4);
    EXPECT_THROW(follower.catch_up(), Unavailable) << "what goes on there does not follow on what was shown";
    EXPECT_EQ(follower.count(), 2);
}

}  // namespace
}  // namespace safelead::app
