// A hold keeps a child's record, whatever happens at the same time, and however the server came to know of
// it; and nobody is erased past a report that comes at the same time.

#include "app/children.h"
#include "app/concerns.h"
#include "app/erasures.h"
#include "app/parts.h"
#include "app/practice_people.h"
#include "app/reporting.h"
#include "app/what_goes.h"
#include "base/unavailable.h"
#include "support/failing_store.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

#include <atomic>
#include <functional>

namespace safelead::app {
namespace {

using test::PracticePartnership;

/// Lets somebody else come before a stream is read for the so many-th time.
class InterruptedStore final : public test::StoreInFront {
public:
    using StoreInFront::StoreInFront;

    void interrupt_at(int reads, std::function<void()> other)
    {
        other_ = std::move(other);
        left_ = reads;
    }

    std::vector<ledger::StoredEntry> read_stream(const OrganisationId& organisation,
                                                 const ledger::StreamId& stream,
                                                 ledger::StreamPosition after) const override
    {
        if (left_ > 0 && --left_ == 0) other_();
        return StoreInFront::read_stream(organisation, stream, after);
    }

private:
    std::function<void()> other_;
    mutable std::atomic<int> left_ = 0;
};

/// Can't read holds and erasures, once.
class StoreWithoutErasures final : public test::StoreInFront {
public:
    using StoreInFront::StoreInFront;

    std::vector<ledger::StoredEntry> read_stream(const OrganisationId& organisation,
                                                 const ledger::StreamId& stream,
                                                 ledger::StreamPosition after) const override
    {
        if (stream == stream_of_erasures() && is_broken.exchange(false))
            throw Unavailable{"The disk is broken."};
        return StoreInFront::read_stream(organisation, stream, after);
    }

    mutable std::atomic<bool> is_broken = false;
};

/// In so little memory that all that is decided on is read again and again.
Options with_little_memory()
{
    auto options = PracticePartnership::cheap_options();
    options.things_memory = 1;
    return options;
}

class Holds : public ::testing::Test {
protected:
    /// About whom something was reported, and nothing is open.
    record::ChildId settled_child()
    {
        record::Identity identity;
        identity.given_name = "Robin";
        const auto child =
            wait_for(add_children(at.safelead(), lead, at.command(), {identity})).value().front();
        const auto reported = at.report([&](Report& report) {
            report.children = {child};
            report.not_on_list.clear();
        });
        EXPECT_TRUE(wait_for(
            keep_without_case(at.safelead(), lead, at.command(), reported.reference, "No more to it.")));
        return child;
    }

    bool hold(const record::ChildId& child)
    {
        return wait_for(hold_child(at.safelead(), lead, at.command(), child, "An inquiry")).has_value();
    }

    bool ask(const record::ChildId& child)
    {
        return wait_for(ask_erasure(at.safelead(), lead, at.command(), child,
                                    {record::ErasureReason::retention_ended, "The time has ended.", {}}))
            .has_value();
    }

    bool agree(const record::ChildId& child)
    {
        return wait_for(
                   agree_erasure(at.safelead(), head, at.command(), child, std::string{practice_password}))
            .has_value();
    }

    PracticePartnership at{with_little_memory()};
    Actor lead = at.actor("lead@fennimore.example");
    Actor head = at.actor("head@fennimore.example");
};

TEST_F(Holds, AreNeverGonePastByAnErasureThatIsAgreedMeanwhile)
{
    const auto child = settled_child();
    InterruptedStore store{at.entries()};
    at.restart_on(store);
    constexpr int most_reads = 2'000;
    int times_held = 0;
    bool is_erased = false;
    for (int reads = 1; reads < most_reads; ++reads) {
        SCOPED_TRACE(reads);
        EXPECT_TRUE(ask(child));
        bool is_held = false;
        store.interrupt_at(reads, [&] { is_held = hold(child); });
        is_erased = agree(child);
        store.interrupt_at(0, {});
        EXPECT_NE(is_erased, is_held);
        if (is_erased) break;
        ++times_held;
        EXPECT_TRUE(wait_for(lift_hold(at.safelead(), lead, at.command(), child, "It is over")));
    }
    EXPECT_TRUE(is_erased) << "where nobody came between";
    EXPECT_GT(times_held, 0);
    at.restart();
}

/// Somebody reports a concern about a child who is being erased.
class ReportedWhileErased : public Holds {
protected:
    static Report report_about(const record::ChildId& child)
    {
        Report report;
        report.children = {child};
        report.words = "Something was shared.";
        report.when.words = "Today";
        report.danger_now = record::Answer::no;
        report.staff_involved = record::StaffInvolved::nobody;
        return report;
    }

    Actor teacher = at.actor("teacher@fennimore.example");
};

TEST_F(ReportedWhileErased, IsNeverGonePastByTheErasure)
{
    InterruptedStore store{at.entries()};
    at.restart_on(store);
    constexpr int most_reads = 2'000;
    int times_reported = 0;
    bool was_interrupted = true;
    for (int reads = 1; was_interrupted && reads < most_reads; ++reads) {
        SCOPED_TRACE(reads);
        const auto child = settled_child();
        ASSERT_TRUE(ask(child));
        was_interrupted = false;
        bool is_reported = false;
        store.interrupt_at(reads, [&] {
            was_interrupted = true;
            is_reported = wait_for(report_concern(at.safelead(), teacher, at.command(), report_about(child)))
                              .has_value();
        });
        const bool is_erased = agree(child);
        store.interrupt_at(0, {});
        EXPECT_NE(is_erased, is_reported);
        if (is_reported) ++times_reported;
        if (is_erased) break;  // After an erasure, keys are rotated: what reads then holds up who reports.
    }
    EXPECT_GT(times_reported, 0);
    at.restart();
}

TEST_F(ReportedWhileErased, IsRefusedWhereTheErasureCameFirst)
{
    const auto child = settled_child();
    ASSERT_TRUE(ask(child));
    int times_decided = 0;
    // The report was decided on, and is not handed over yet.
    const auto erase = [&](Writing&, const record::ConcernId&) -> Outcome<Done> {
        if (++times_decided == 1) {
            EXPECT_TRUE(agree(child));
        }
        return Done{};
    };
    const auto reported =
        wait_for(report_concern_and(at.safelead(), teacher, at.command(), report_about(child), erase));
    ASSERT_FALSE(reported);
    EXPECT_EQ(reported.error(), NotDone{NotThere{}});
    EXPECT_EQ(times_decided, 1);
    auto& workspace = at.safelead().parts().workspace(lead.organisation);
    EXPECT_TRUE(workspace.concerns_about(child).empty());
}

TEST_F(Holds, AreThereAlsoWhereTheyCouldNotBeReadAtFirst)
{
    const auto child = settled_child();
    ASSERT_TRUE(hold(child));
    StoreWithoutErasures store{at.entries()};
    at.restart_on(store);
    auto& workspace = at.safelead().parts().workspace(lead.organisation);
    EXPECT_TRUE(workspace.standing_of(child).hold);
    workspace.save_snapshot();
    workspace.put_out();
    store.is_broken = true;
    EXPECT_THROW((void)workspace.standing_of(child), Unavailable);
    EXPECT_TRUE(workspace.standing_of(child).hold);
    EXPECT_EQ(workspace.entries_since_snapshot(), 0U) << "the snapshot was read";
    at.restart();
}

}  // namespace
}  // namespace safelead::app
