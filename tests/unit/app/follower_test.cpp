#include "app/follower.h"

#include "store/memory.h"
#include "support/counting_follower.h"

#include <gtest/gtest.h>

#include <atomic>
#include <barrier>
#include <thread>

namespace safelead::app {
namespace {

using test::at;
using Counting = test::CountingFollower;

/// Two threads read a log that is new to them while a third writes, and others look at what is there: whether
/// the follower has all of it, each time.
void expect_nothing_is_missed()
{
    const auto store = store::make_memory_entry_store();
    std::atomic<Counting*> told = nullptr;
    ledger::Ledger ledger{*store, test::counting_key(1), [&](std::span<const ledger::Committed> group) {
                              auto* const follower = told.load();
                              for (const auto& one : group)
                                  if (follower != nullptr) follower->committed(one);
                          }};
    auto& log = ledger.add_organisation(test::oakfield, at(0));
    const test::OneView writing;
    for (int round = 1; round <= 10; ++round) {
        Counting follower{log};
        told = &follower;
        std::barrier ready{4};
        std::atomic<bool> is_over = false;
        std::jthread looking{[&] {
            ready.arrive_and_wait();
            while (!is_over) (void)follower.count();
        }};
        const auto read = [&] {
            ready.arrive_and_wait();
            follower.catch_up();
        };
        std::jthread one{read};
        std::jthread other{read};
        ready.arrive_and_wait();
        const bool was_kept = wait_for(writing.to(follower, round)).has_value();
        follower.catch_up();
        const int count = follower.count();
        one.join();
        other.join();
        is_over = true;
        ASSERT_TRUE(was_kept);
        ASSERT_EQ(count, round);
        ASSERT_EQ(follower.count(), round);
    }
}

TEST(Follower, MissesNothingWhereTwoReadAtOnceWhileOneWrites)
{
    for (int turn = 0; turn < 60 && !HasFatalFailure(); ++turn) expect_nothing_is_missed();
}

}  // namespace
}  // namespace safelead::app
