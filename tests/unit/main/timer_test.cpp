// What is done again and again, and how that ends.

#include "main/timer.h"

#include "app/notices.h"
#include "base/bug.h"
#include "main/mail_timer.h"
#include "support/failing_store.h"
#include "support/practice_partnership.h"
#include "web/http/log.h"

#include <gmock/gmock.h>

#include <atomic>

namespace safelead::main {
namespace {

using namespace std::chrono_literals;
using test::PracticePartnership;
using testing::HasSubstr;

/// Takes mail, and either has sent it or is at it until it is over.
class WatchedCarrier final : public post::Carrier {
public:
    enum class Is { quick, slow };
    struct Seen {
        std::mutex mutex;
        std::condition_variable_any changed;
        std::size_t taken = 0;
        bool is_over = false;
    };

    WatchedCarrier(Is is, Seen& seen) : is_{is}, seen_{seen} {}

    std::vector<post::Sent> carry(std::span<const post::Mail> mail, const std::stop_token& over) override
    {
        std::unique_lock lock{seen_.mutex};
        seen_.taken += mail.size();
        seen_.changed.notify_all();
        if (is_ == Is::quick) return std::vector<post::Sent>(mail.size(), post::Sent::sent);
        // Whoever stops would wait for four minutes.
        (void)seen_.changed.wait_for(lock, over, 240s, [] { return false; });
        seen_.is_over = over.stop_requested();
        return {};
    }

private:
    Is is_;
    Seen& seen_;
};

void wait_until_taken(WatchedCarrier::Seen& seen)
{
    std::unique_lock lock{seen.mutex};
    seen.changed.wait(lock, [&] { return seen.taken > 0; });
}

/// One mail is in the queue.
void want_mail(PracticePartnership& at)
{
    ASSERT_TRUE(wait_for(app::set_notices(at.safelead(), at.actor("lead@fennimore.example"), at.command(),
                                          directory::Notices::by_mail)));
    (void)at.report();
    ASSERT_EQ(app::queue_notices(at.safelead()), 1U);
}

TEST(Timer, TellsALongTaskThatItIsToStop)
{
    std::atomic<bool> has_begun = false;
    std::atomic<bool> was_told = false;
    {
        const Timer timer{1h,
                          [&](const std::stop_token& over) {
                              has_begun = true;
                              while (!over.stop_requested()) std::this_thread::yield();
                              was_told = true;
                          },
                          [](const std::exception&) {}};
        while (!has_begun) std::this_thread::yield();
    }
    EXPECT_TRUE(was_told);
}

TEST(MailTimers, EndWhileMailIsUnderWayAndLoseNone)
{
    PracticePartnership at;
    want_mail(at);
    web::Log log{[](std::string_view) {}};
    WatchedCarrier::Seen slow;
    {
        const MailTimers timers{std::make_unique<WatchedCarrier>(WatchedCarrier::Is::slow, slow),
                                at.safelead(), log};
        wait_until_taken(slow);
    }
    EXPECT_TRUE(slow.is_over) << "it did not wait four minutes out";

    WatchedCarrier::Seen quick;
    const MailTimers timers{std::make_unique<WatchedCarrier>(WatchedCarrier::Is::quick, quick), at.safelead(),
                            log};
    wait_until_taken(quick);
}

/// Reading any organisation comes upon a fault of ours.
class FaultyStore final : public test::StoreInFront {
public:
    using StoreInFront::StoreInFront;

    std::vector<ledger::EntryPlace> places(const OrganisationId& organisation, ledger::LogPosition after,
                                           std::size_t limit) const override
    {
        if (is_faulty) throw_bug("a test wants one");
        return StoreInFront::places(organisation, after, limit);
    }

    std::atomic<bool> is_faulty = false;
};

TEST(MailTimers, CarryWhatWaitsAlsoWhereNothingNewCanBeFound)
{
    PracticePartnership at;
    want_mail(at);
    FaultyStore store{at.entries()};
    at.restart_on(store);
    store.is_faulty = true;
    std::string logged;
    {
        web::Log log{[&](std::string_view lines) { logged += lines; }};
        WatchedCarrier::Seen seen;
        const MailTimers timers{std::make_unique<WatchedCarrier>(WatchedCarrier::Is::quick, seen),
                                at.safelead(), log};
        wait_until_taken(seen);
    }
    EXPECT_THAT(logged, HasSubstr("a test wants one"));
    store.is_faulty = false;
    at.restart();
}

}  // namespace
}  // namespace safelead::main
