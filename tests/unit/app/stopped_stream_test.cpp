#include "app/cases.h"
#include "app/children.h"
#include "app/concerns.h"
#include "app/erasures.h"
#include "app/escalate.h"
#include "app/practice_people.h"
#include "base/unavailable.h"
#include "support/failing_store.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::app {
namespace {

using test::PracticePartnership;

/// A disk that gives one stream's entries back changed.
class ChangedStream final : public test::StoreInFront {
public:
    ChangedStream(ledger::EntryStore& behind, ledger::StreamId changed)
        : StoreInFront{behind}, changed_{std::move(changed)}
    {
    }

    std::vector<ledger::StoredEntry> read(const OrganisationId& organisation, ledger::LogPosition after,
                                          std::size_t limit) const override
    {
        auto entries = StoreInFront::read(organisation, after, limit);
        for (auto& entry : entries)
            if (entry.stream == changed_) entry.bytes.back() ^= std::byte{1};
        return entries;
    }

    std::vector<ledger::StoredEntry> read_stream(const OrganisationId& organisation,
                                                 const ledger::StreamId& stream,
                                                 ledger::StreamPosition after) const override
    {
        auto entries = StoreInFront::read_stream(organisation, stream, after);
        if (stream == changed_)
            for (auto& entry : entries) entry.bytes.back() ^= std::byte{1};
        return entries;
    }

private:
    ledger::StreamId changed_;
};

ledger::StreamId stream_of(const Reported& reported)
{
    return ledger::StreamId{"concern/" + std::string{reported.concern.text()}};
}

void expect_that_only_it_is_stopped(PracticePartnership& at, const Reported& stopped, const Reported& other)
{
    const auto lead = at.actor("lead@fennimore.example");
    const auto shown = inbox(at.safelead(), lead).value();
    EXPECT_EQ(shown.stopped, 1U);
    const auto is_shown = [&](const Reported& reported) {
        return std::ranges::any_of(shown.concerns, [&](const auto& concern) {
            return concern->reported.reference == reported.reference;
        });
    };
    EXPECT_FALSE(is_shown(stopped));
    EXPECT_TRUE(is_shown(other));
    EXPECT_FALSE(wait_for(read_concern(at.safelead(), lead, stopped.reference)).has_value());
    EXPECT_TRUE(wait_for(read_concern(at.safelead(), lead, other.reference)).has_value());
    EXPECT_TRUE(wait_for(open_case(at.safelead(), lead, at.command(), {other.reference})).has_value());
}

TEST(StoppedStream, IsSaidAndTheOthersGoOnWhenAnEventIsNotKnown)
{
    PracticePartnership at;
    const auto stopped = at.report([](Report& report) { report.danger_now = record::Answer::yes; });
    const auto other = at.report();
    const auto school = at.actor("lead@fennimore.example").organisation;
    at.while_stopped([&](ledger::Ledger& ledger) {
        const auto bytes = bytes_of(R"({"type":"concern-of-next-year","version":1,"data":{}})");
        ledger::Submission submission{CommandId{"next-year"}, {}, {}, {}, at.clock().now(), nullptr};
        submission.entries.push_back(
            {stream_of(stopped), ledger::shared_part(), Bytes{bytes.begin(), bytes.end()}});
        ASSERT_TRUE(wait_for(ledger.organisation(school).submit(std::move(submission))).has_value());
    });
    expect_that_only_it_is_stopped(at, stopped, other);
    EXPECT_EQ(
        wait_for(read_concern(at.safelead(), at.actor("lead@fennimore.example"), stopped.reference)).error(),
        NotDone{RecordStopped{}});
    at.clock().pass(std::chrono::hours{1});
    EXPECT_EQ(wait_for(escalate_unread(at.safelead())).reports, 0U);
}

TEST(StoppedStream, IsSaidAndTheOthersGoOnWhenAnEntryDoesNotOpen)
{
    PracticePartnership at;
    const auto stopped = at.report();
    const auto other = at.report();
    ChangedStream changed{at.entries(), stream_of(stopped)};
    at.restart_on(changed);
    expect_that_only_it_is_stopped(at, stopped, other);
    at.restart();
}

ErasureOutcome<Done> ask_to_erase(PracticePartnership& at, const record::ChildId& child)
{
    return wait_for(ask_erasure(at.safelead(), at.actor("lead@fennimore.example"), at.command(), child,
                                {record::ErasureReason::retention_ended, "The time has ended."}));
}

ErasureOutcome<record::ErasureId> agree_to_erase(PracticePartnership& at, const record::ChildId& child)
{
    return wait_for(agree_erasure(at.safelead(), at.actor("head@fennimore.example"), at.command(), child,
                                  std::string{practice_password}));
}

TEST(StoppedStream, KeepsAnybodyFromBeingErasedWhoMayBeInIt)
{
    PracticePartnership at;
    const auto lead = at.actor("lead@fennimore.example");
    record::Identity identity;
    identity.given_name = "Robin";
    const auto child = wait_for(add_children(at.safelead(), lead, at.command(), {identity})).value().front();
    const auto stopped = at.report();
    const ErasureNotDone part_does_not_open{NotDone{RecordStopped{}}};
    {
        ChangedStream changed{at.entries(), stream_of(stopped)};
        at.restart_on(changed);
        EXPECT_EQ(ask_to_erase(at, child).error(), part_does_not_open);
        EXPECT_TRUE(wait_for(hold_child(at.safelead(), lead, at.command(), child, "An inquiry")));
        EXPECT_TRUE(wait_for(lift_hold(at.safelead(), lead, at.command(), child, "It is over")));
        at.restart();
    }
    ASSERT_TRUE(ask_to_erase(at, child));
    {
        ChangedStream changed{at.entries(), stream_of(stopped)};
        at.restart_on(changed);
        EXPECT_EQ(agree_to_erase(at, child).error(), part_does_not_open);
        at.restart();
    }
    EXPECT_TRUE(agree_to_erase(at, child)) << "once it opens";
    at.restart();
    record::Identity another;
    another.given_name = "Kim";
    const auto next = wait_for(add_children(at.safelead(), lead, at.command(), {another})).value().front();
    EXPECT_TRUE(ask_to_erase(at, next)) << "what was erased does not count as what does not open";
}

TEST(StoppedStream, OfTheDirectoryStopsEverything)
{
    PracticePartnership at;
    ChangedStream changed{at.entries(), ledger::StreamId{"directory"}};
    EXPECT_THROW(at.restart_on(changed), Unavailable);
    at.restart();
}

}  // namespace
}  // namespace safelead::app
