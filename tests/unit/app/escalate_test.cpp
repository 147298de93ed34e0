// What is passed on by the clock while the store is out of reach.

#include "app/escalate.h"

#include "app/accounts.h"
#include "app/cases.h"
#include "app/memory.h"
#include "app/notices.h"
#include "app/parts.h"
#include "app/people_here.h"
#include "base/bug.h"
#include "base/unavailable.h"
#include "support/failing_store.h"
#include "support/mail_bag.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <thread>
#include <utility>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using test::PracticePartnership;

/// While it is broken, one organisation can be read, and no other.
class StoreOfOne final : public test::StoreInFront {
public:
    StoreOfOne(ledger::EntryStore& behind, OrganisationId one) : StoreInFront{behind}, one_{std::move(one)} {}

    std::vector<ledger::EntryPlace> places(const OrganisationId& organisation, ledger::LogPosition after,
                                           std::size_t limit) const override
    {
        check(organisation);
        return StoreInFront::places(organisation, after, limit);
    }
    std::vector<ledger::StoredEntry> read_stream(const OrganisationId& organisation,
                                                 const ledger::StreamId& stream,
                                                 ledger::StreamPosition after) const override
    {
        check(organisation);
        return StoreInFront::read_stream(organisation, stream, after);
    }

    std::atomic<bool> is_broken = false;
    std::atomic<bool> is_our_fault = false;  ///< Then what reading the others comes upon is a fault of ours.

private:
    void check(const OrganisationId& organisation) const
    {
        if (!is_broken || organisation == one_) return;
        if (is_our_fault) throw_bug("a test wants one");
        throw Unavailable{"The disk is broken."};
    }

    const OrganisationId one_;
};

/// Of the lead, in a case that was opened for it.
bool set_own_task(PracticePartnership& at, const Actor& lead)
{
    const auto opened =
        wait_for(open_case(at.safelead(), lead, at.command(), {at.report().reference})).value();
    return wait_for(change_case(at.safelead(), lead, at.command(), opened.reference,
                                record::KeepRecord{record::OwnTaskSet{record::TaskId{""},
                                                                      lead.person,
                                                                      "Ring the parents.",
                                                                      {},
                                                                      record::Clock::real,
                                                                      4,
                                                                      {}}}))
        .has_value();
}

/// In several organisations, one of which has something to be told of.
void report_where_four_want_mail(PracticePartnership& at)
{
    for (const char* one : {"lead@fennimore.example", "lead@littlewendle.example", "officer@police.example",
                            "coordinator@partnership.example"})
        EXPECT_TRUE(
            wait_for(set_notices(at.safelead(), at.actor(one), at.command(), directory::Notices::by_mail)));
    (void)at.report();
}

bool is_lead_told(PracticePartnership& at)
{
    test::MailBag bag;
    (void)carry_mail(at.safelead(), bag);
    return std::ranges::find(bag.taken, "lead@fennimore.example", &post::Mail::to) != bag.taken.end();
}

TEST(PassingOnByTheClock, IsTriedAgainWhereItCouldNotBeKept)
{
    PracticePartnership at;
    const auto lead = at.actor("lead@fennimore.example");
    ASSERT_TRUE(set_own_task(at, lead));
    test::UnsureStore store{at.entries()};
    at.restart_on(store);
    EXPECT_EQ(wait_for(escalate_unread(at.safelead())).tasks, 0U);
    at.clock().pass(5h);
    store.unsure = test::UnsureStore::Unsure::not_kept;
    EXPECT_THROW((void)wait_for(escalate_unread(at.safelead())), Unavailable);
    store.unsure = test::UnsureStore::Unsure::no;
    EXPECT_GT(wait_for(escalate_unread(at.safelead())).tasks, 0U);
    EXPECT_EQ(wait_for(escalate_unread(at.safelead())).tasks, 0U);
    at.restart();
}

TEST(PassingOnByTheClock, PassesATaskUpToSomebodyWhoCameAfterItWasOverdue)
{
    PracticePartnership at;
    const auto lead = at.actor("lead@fennimore.example");
    ASSERT_TRUE(set_own_task(at, lead));
    const auto head = at.actor("head@fennimore.example");
    const auto chair = at.actor("chair@fennimore.example");
    for (const auto& [person, role] : {std::pair{head.person, directory::Role::headteacher},
                                       std::pair{chair.person, directory::Role::chair_of_governors}})
        ASSERT_TRUE(wait_for(take_role(at.safelead(), at.command(), person, lead.organisation, role)));
    at.clock().pass(std::chrono::days{3});
    (void)wait_for(escalate_unread(at.safelead()));
    EXPECT_EQ(wait_for(escalate_unread(at.safelead())).tasks, 0U) << "nobody is above";

    ASSERT_TRUE(
        wait_for(ask_role(at.safelead(), lead, at.command(), head.person, directory::Role::headteacher)));
    ASSERT_TRUE(wait_for(agree_role(at.safelead(), at.actor("deputy@fennimore.example"), at.command(),
                                    head.person, directory::Role::headteacher)));
    at.clock().pass(16min);
    EXPECT_GT(wait_for(escalate_unread(at.safelead())).tasks, 0U);
    EXPECT_EQ(wait_for(escalate_unread(at.safelead())).tasks, 0U);
}

TEST(PassingOnByTheClock, DoesNotStopAtAnOrganisationThatCannotBeRead)
{
    PracticePartnership at;
    (void)at.report([](Report& report) { report.danger_now = record::Answer::yes; });
    StoreOfOne store{at.entries(), at.actor("lead@fennimore.example").organisation};
    at.restart_on(store);
    at.clock().pass(15min);
    store.is_broken = true;
    EXPECT_THROW((void)wait_for(escalate_unread(at.safelead())), Unavailable);
    store.is_broken = false;
    EXPECT_EQ(wait_for(escalate_unread(at.safelead())).reports, 0U) << "it was passed on before";
    at.clock().pass(15min);
    EXPECT_EQ(wait_for(escalate_unread(at.safelead())).reports, 1U) << "to whoever is next";
    at.restart();
}

TEST(PassingOnByTheClock, DoesNotStopAtAFaultOfOursInOneOrganisation)
{
    PracticePartnership at;
    (void)at.report([](Report& report) { report.danger_now = record::Answer::yes; });
    StoreOfOne store{at.entries(), at.actor("lead@fennimore.example").organisation};
    store.is_our_fault = true;
    at.restart_on(store);
    at.clock().pass(15min);
    store.is_broken = true;
    EXPECT_THROW((void)wait_for(escalate_unread(at.safelead())), Bug);
    store.is_broken = false;
    EXPECT_EQ(wait_for(escalate_unread(at.safelead())).reports, 0U) << "it was passed on before";
    at.restart();
}

TEST(TellingPeopleByMail, DoesNotStopAtAnOrganisationThatCannotBeRead)
{
    PracticePartnership at;
    const auto lead = at.actor("lead@fennimore.example");
    report_where_four_want_mail(at);
    StoreOfOne store{at.entries(), lead.organisation};
    at.restart_on(store);
    store.is_broken = true;
    EXPECT_THROW((void)queue_notices(at.safelead()), Unavailable);
    store.is_broken = false;
    EXPECT_TRUE(is_lead_told(at));
    at.restart();
}

TEST(TellingPeopleByMail, DoesNotStopAtAFaultOfOursInOneOrganisation)
{
    PracticePartnership at;
    const auto lead = at.actor("lead@fennimore.example");
    report_where_four_want_mail(at);
    StoreOfOne store{at.entries(), lead.organisation};
    store.is_our_fault = true;
    at.restart_on(store);
    store.is_broken = true;
    EXPECT_THROW((void)queue_notices(at.safelead()), Bug);
    EXPECT_TRUE(is_lead_told(at));
    at.restart();
}

/// Knows whether the log of one organisation was read.
class WatchedStore final : public test::StoreInFront {
public:
    WatchedStore(ledger::EntryStore& behind, OrganisationId one) : StoreInFront{behind}, one_{std::move(one)}
    {
    }

    std::vector<ledger::EntryPlace> places(const OrganisationId& organisation, ledger::LogPosition after,
                                           std::size_t limit) const override
    {
        if (organisation == one_) is_read = true;
        return StoreInFront::places(organisation, after, limit);
    }

    mutable std::atomic<bool> is_read = false;

private:
    const OrganisationId one_;
};

TEST(Stopping, ReadsNothingMoreIntoMemory)
{
    PracticePartnership at;
    const auto school = at.actor("lead@fennimore.example").organisation;
    WatchedStore store{at.entries(), school};
    at.restart_on(store);
    auto& readers = at.safelead().parts().readers;
    const auto until_told_to_stop = [&readers] {
        while (!readers.is_stopping()) std::this_thread::yield();
        return Done{};
    };
    for (unsigned thread = 0; thread < at.safelead().options().readers; ++thread)
        (void)readers.run(until_told_to_stop);
    const auto reading = ready(at.safelead(), school);
    ASSERT_FALSE(reading.is_ready());
    at.restart();
    EXPECT_FALSE(store.is_read);
}

}  // namespace
}  // namespace safelead::app
