#include "app/snapshot.h"

#include "app/allow.h"
#include "app/cases.h"
#include "app/children.h"
#include "app/concerns.h"
#include "app/memory.h"
#include "app/parts.h"
#include "app/referrals.h"
#include "ledger/passing.h"
#include "support/failing_store.h"
#include "support/practice_partnership.h"
#include "support/referring.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <random>
#include <thread>

namespace safelead::app {
namespace {

using test::PracticePartnership;

constexpr std::string_view lead_email = "lead@fennimore.example";

Options with_snapshots()
{
    auto options = PracticePartnership::cheap_options();
    options.snapshot_at_stop = 1;
    return options;
}

/// Counts the streams that are read, and how often the store was asked for some.
class CountingStore final : public test::StoreInFront {
public:
    using StoreInFront::StoreInFront;

    std::vector<ledger::StoredEntry> read_stream(const OrganisationId& organisation,
                                                 const ledger::StreamId& stream,
                                                 ledger::StreamPosition after) const override
    {
        ++streams_read;
        return StoreInFront::read_stream(organisation, stream, after);
    }

    std::vector<ledger::StreamRows> read_streams(const OrganisationId& organisation,
                                                 std::span<const ledger::StreamId> streams) const override
    {
        ++questions;
        return StoreInFront::read_streams(organisation, streams);
    }

    mutable std::atomic<int> streams_read = 0;
    mutable std::atomic<int> questions = 0;
};

/// What the lists of the lead show, in their order.
struct Shown {
    std::vector<std::string> concerns;
    std::size_t unread = 0;
    std::vector<std::string> cases;
    std::vector<ChildFound> children;
    bool operator==(const Shown&) const = default;
};

Shown shown(PracticePartnership& at)
{
    const auto lead = at.actor(lead_email);
    Shown all;
    const auto waiting = inbox(at.safelead(), lead).value();
    for (const auto& concern : waiting.concerns)
        all.concerns.emplace_back(concern->reported.reference.text());
    all.unread = waiting.unread;
    const auto cases = list_cases(at.safelead(), lead).value();
    for (const auto& one : cases.cases) all.cases.emplace_back(one.it->reference.text());
    all.children = find_children(at.safelead(), lead, "a").value();
    return all;
}

/// A partnership with something in every list of its first school.
class SnapshotOf : public ::testing::Test {
protected:
    SnapshotOf()
    {
        const auto reported = at.report([](Report& report) { report.danger_now = record::Answer::yes; });
        (void)at.report();
        (void)wait_for(open_case(at.safelead(), at.actor(lead_email), at.command(), {reported.reference}));
        before = shown(at);
    }

    std::vector<ledger::PassingRow> rows_of(std::string_view kind)
    {
        return at.passing().list(kind, at.clock().now());
    }

    /// The plaintext of what lies in the store.
    std::vector<Bytes> plaintexts(std::string_view kind)
    {
        std::vector<Bytes> all;
        for (const auto& row : rows_of(kind)) {
            const OrganisationId organisation{row.owner.substr(0, row.owner.find('/'))};
            const auto key = at.safelead().parts().ledger().organisation(organisation).key_for("snapshot");
            auto thing = ledger::open(row, key);
            if (thing) all.push_back(std::move(thing->plaintext));
        }
        return all;
    }

    PracticePartnership at{with_snapshots()};
    Shown before;
};

TEST_F(SnapshotOf, AnOrganisationIsReadInsteadOfFoldingItsLog)
{
    CountingStore counting{at.entries()};
    at.restart_on(counting);
    const auto lead = at.actor(lead_email);
    counting.streams_read = 0;
    EXPECT_EQ(inbox(at.safelead(), lead)->in_all, before.concerns.size());
    EXPECT_LT(counting.streams_read, 12);  // Those that are shown; the school has more children than that.
    EXPECT_EQ(shown(at), before);
    at.restart();
}

TEST_F(SnapshotOf, AnOrganisationIsReadWithAReferralToSomebodyOfAKindThatIsNotKnown)
{
    const auto lead = at.actor(lead_email);
    std::optional<record::Reference> of;
    const auto all = list_cases(at.safelead(), lead).value();
    for (const auto& one : all.cases)
        if (!wait_for(view_case(at.safelead(), lead, one.it->reference)).value().it->people.empty())
            of = one.it->reference;
    ASSERT_TRUE(of);
    const auto referral = test::Referring{at, lead, *of}.begin(test::first_child_to(
        record::Agency{OrganisationId{""}, "Somebody at the centre", record::AgencyKind::not_known}));
    CountingStore counting{at.entries()};
    at.restart_on(counting);
    counting.streams_read = 0;
    EXPECT_EQ(inbox(at.safelead(), at.actor(lead_email))->in_all, before.concerns.size());
    EXPECT_LT(counting.streams_read, 12) << "the snapshot was not read";
    EXPECT_EQ(sent_referral(at.safelead(), at.actor(lead_email), *of, referral).value().it->to.kind,
              record::AgencyKind::not_known);
    at.restart();
}

TEST_F(SnapshotOf, APageOfCasesIsReadInAFewQuestionsHoweverManyAreOnIt)
{
    const auto lead = at.actor(lead_email);
    for (int more = 0; more < 12; ++more) {
        const auto reported = at.report([](Report&) {});
        (void)wait_for(open_case(at.safelead(), lead, at.command(), {reported.reference}));
    }
    CountingStore counting{at.entries()};
    at.restart_on(counting);
    (void)inbox(at.safelead(), lead);  // So that the workspace is there.
    counting.streams_read = counting.questions = 0;
    const auto page = list_cases(at.safelead(), lead).value();
    ASSERT_GT(page.cases.size(), 12U);
    EXPECT_GT(counting.streams_read, 12);
    EXPECT_LE(counting.questions, 2);  // The cases, and the children in them.

    counting.streams_read = counting.questions = 0;
    EXPECT_EQ(list_cases(at.safelead(), lead)->cases.size(), page.cases.size());
    EXPECT_EQ(counting.streams_read, 0) << "it is in memory now";
    at.restart();
}

TEST(LongList, IsReadOnceWhereAllOfItIsMoreThanIsKeptInMemory)
{
    auto options = PracticePartnership::cheap_options();
    options.things_memory = 55'000;  // About thirty children.
    PracticePartnership at{options};
    CountingStore counting{at.entries()};
    at.restart_on(counting);
    auto& workspace = at.safelead().parts().workspace(at.actor(lead_email).organisation);
    (void)workspace.referrals();  // So that the workspace is there.
    counting.streams_read = 0;
    const auto children = workspace.children_on_list();
    EXPECT_GT(children.size(), 35U);
    EXPECT_LE(counting.streams_read, static_cast<int>(children.size()));
    at.restart();
}

TEST_F(SnapshotOf, AnOrganisationIsGoneOnFromWithWhatCameAfter)
{
    at.restart();
    const auto later = at.report([](Report& report) { report.danger_now = record::Answer::yes; });
    const auto now = shown(at);
    EXPECT_EQ(now.concerns.size(), before.concerns.size() + 1);
    EXPECT_EQ(now.concerns.front(), later.reference.text());

    at.restart();
    for (const auto& row : rows_of("snapshot")) at.passing().remove("snapshot", row.id);
    EXPECT_EQ(shown(at), now);  // Folded from the log alone.
}

TEST_F(SnapshotOf, AnyMomentAndWhatCameAfterIsTheSameAsTheWholeLog)
{
    const auto lead = at.actor(lead_email);
    std::mt19937 random{7};
    std::vector<record::Reference> open;
    for (int round = 0; round < 8; ++round) {
        at.restart();  // Leaves a snapshot, and goes on from it.
        for (auto steps = random() % 4; steps > 0; --steps) {
            const auto reported = at.report([&](Report& report) {
                report.danger_now = random() % 2 == 0 ? record::Answer::yes : record::Answer::unknown;
            });
            if (random() % 2 == 0) continue;
            open.push_back(
                wait_for(open_case(at.safelead(), lead, at.command(), {reported.reference}))->reference);
            (void)wait_for(change_case(at.safelead(), lead, at.command(), open[random() % open.size()],
                                       record::AnswerFacts{lead.person, {{"medium", "image"}}, ""}));
        }
        const auto gone_on = shown(at);
        at.restart();
        for (const auto& row : rows_of("snapshot")) at.passing().remove("snapshot", row.id);
        EXPECT_EQ(shown(at), gone_on) << "round " << round;
    }
    EXPECT_GT(open.size(), 1U);
}

TEST_F(SnapshotOf, AnOrganisationIsPassedOverWhenAnyPartOfItIsDamagedOrMissing)
{
    at.restart();
    const auto heads = rows_of("snapshot");
    const auto parts = rows_of("snapshot-part");
    ASSERT_FALSE(heads.empty());
    ASSERT_FALSE(parts.empty());
    for (auto row : heads) {
        row.sealed.back() ^= std::byte{1};
        at.passing().put(row);
    }
    EXPECT_EQ(shown(at), before);

    at.restart();
    for (auto row : rows_of("snapshot-part")) {
        row.sealed[row.sealed.size() / 2] ^= std::byte{1};
        at.passing().put(row);
    }
    EXPECT_EQ(shown(at), before);

    at.restart();
    for (const auto& row : rows_of("snapshot-part")) at.passing().remove("snapshot-part", row.id);
    EXPECT_EQ(shown(at), before);
}

/// A log whose entries are not the ones the snapshot was made of.
class OtherHistory final : public test::StoreInFront {
public:
    using StoreInFront::StoreInFront;

    std::vector<ledger::StoredEntry> read(const OrganisationId& organisation, ledger::LogPosition after,
                                          std::size_t limit) const override
    {
        auto entries = StoreInFront::read(organisation, after, limit);
        // Only what a snapshot is held against is read one at a time.
        if (limit == 1)
            for (auto& entry : entries) entry.bytes.front() ^= std::byte{1};
        return entries;
    }
};

TEST_F(SnapshotOf, AnotherHistoryIsPassedOver)
{
    OtherHistory other{at.entries()};
    at.restart_on(other);
    EXPECT_EQ(shown(at), before);
    at.restart();
}

TEST_F(SnapshotOf, AnOrganisationHoldsNoNamesAndNothingThatAnybodyWrote)
{
    at.restart();
    const auto parts = plaintexts("snapshot-part");
    ASSERT_FALSE(parts.empty());
    const auto is_in_any = [&](std::string_view text) {
        return std::ranges::any_of(
            parts, [&](const Bytes& part) { return text_of(part).find(text) != std::string_view::npos; });
    };
    ASSERT_FALSE(before.children.empty());
    EXPECT_TRUE(is_in_any(before.children.front().child.text()));  // So that looking would find.
    for (const auto& child : before.children) {
        EXPECT_FALSE(is_in_any(child.name));
        // A short name is in random ids by chance.
        const auto given = child.name.substr(0, child.name.find(' '));
        EXPECT_FALSE(given.size() >= 5 && is_in_any(given));
    }
    EXPECT_FALSE(is_in_any("An image was shared"));
    EXPECT_FALSE(is_in_any("This morning"));
}

TEST(SnapshotParts, AreReadAsTheyWereWrittenAndRefusedWhenCutShort)
{
    record::ConcernSummary concern;
    concern.id = record::ConcernId{"concern-1"};
    concern.reference = record::Reference{"R-1"};
    concern.by = PersonId{"person-1"};
    concern.escalates_at = Instant{std::chrono::milliseconds{12}};
    concern.people_involved = {PersonId{"person-2"}};
    concern.children = {record::ChildId{"child-3"}};
    record::CaseSummary of;
    of.id = record::CaseId{"case-1"};
    of.reference = record::Reference{"C-1"};
    of.concerns = {concern.id};
    of.children = {record::ChildId{"child-1"}, record::ChildId{"child-2"}};
    of.urgency = 3000;
    of.urgency_overdue = 4000;

    SnapshotParts writing;
    writing.add(concern, ledger::StreamPosition{2});
    writing.add(of, ledger::StreamPosition{9});
    const auto parts = std::move(writing).parts();
    ASSERT_EQ(parts.size(), 1U);
    const BytesView bytes{parts.front()};

    std::vector<AnySnapshotRow> rows;
    const auto keep = [&](AnySnapshotRow row) { rows.push_back(std::move(row)); };
    ASSERT_TRUE(read_snapshot_part(bytes, keep));
    const std::vector<AnySnapshotRow> expected{
        SnapshotRow<record::ConcernSummary>{concern, ledger::StreamPosition{2}},
        SnapshotRow<record::CaseSummary>{of, ledger::StreamPosition{9}}};
    EXPECT_EQ(rows, expected);

    std::size_t good = 0;
    for (std::size_t size = 0; size < bytes.size(); ++size)
        if (read_snapshot_part(bytes.first(size), [](const AnySnapshotRow&) {})) ++good;
    EXPECT_EQ(good, 2U);  // Nothing, and the first row alone.
}

TEST(Memory, IsGivenBackAndThePagesAreTheSame)
{
    auto options = with_snapshots();
    options.all_memory = 1;
    options.things_memory = 1;
    PracticePartnership at{options};
    const auto reported = at.report();
    const auto lead = at.actor(lead_email);
    const auto other_lead = at.actor("lead@littlewendle.example");
    const auto opened = wait_for(open_case(at.safelead(), lead, at.command(), {reported.reference})).value();
    const auto before = shown(at);
    auto& workspace = at.safelead().parts().workspace(lead.organisation);
    EXPECT_GT(workspace.bytes(), 0U);

    EXPECT_TRUE(inbox(at.safelead(), other_lead).has_value());
    EXPECT_EQ(workspace.bytes(), 0U);
    EXPECT_EQ(shown(at), before);

    look_after_memory(at.safelead());
    workspace.put_out();
    EXPECT_TRUE(wait_for(view_case(at.safelead(), lead, opened.reference)).has_value());
}

/// What is held once `ready` has had its turns, and what once everything that was written is read.
std::pair<std::size_t, std::size_t> held_and_all(PracticePartnership& at, const Actor& lead)
{
    auto& parts = at.safelead().parts();
    auto& workspace = parts.workspace(lead.organisation);
    workspace.put_out();
    EXPECT_TRUE(wait_for(ready(at.safelead(), lead)).has_value());
    // The names, and then what was written.
    for (auto* workers : {&parts.readers, &parts.ahead}) (void)wait_for(*workers->run([] { return Done{}; }));
    const auto held = workspace.bytes();
    workspace.read_words();
    return {held, workspace.bytes()};
}

TEST(Memory, HoldsWhatWasWrittenBeforeAnybodySearchesOnceForEachStart)
{
    auto options = PracticePartnership::cheap_options();
    options.readers = 1;
    PracticePartnership at{options};
    const auto lead = at.actor(lead_email);
    const auto reported = at.report();
    ASSERT_TRUE(wait_for(open_case(at.safelead(), lead, at.command(), {reported.reference})).has_value());
    const auto [held, all] = held_and_all(at, lead);
    EXPECT_EQ(held, all);
    const auto [held_later, all_later] = held_and_all(at, lead);
    EXPECT_LT(held_later, all_later) << "what was put out waits for a search";
}

TEST(Memory, IsLeftWithoutWhatWasWrittenWhereTheServerStops)
{
    PracticePartnership at;
    const auto lead = at.actor(lead_email);
    const auto reported = at.report();
    ASSERT_TRUE(wait_for(open_case(at.safelead(), lead, at.command(), {reported.reference})).has_value());
    auto& workspace = at.safelead().parts().workspace(lead.organisation);
    const auto before = workspace.bytes();
    int asked = 0;
    workspace.read_words_ahead([&asked] { return ++asked > 1; });
    EXPECT_EQ(asked, 2) << "before it begins, and for each case";
    EXPECT_EQ(workspace.bytes(), before);
    workspace.put_out();
    workspace.read_words_ahead([] { return false; });
    EXPECT_EQ(workspace.bytes(), 0U) << "what is not in memory is not read for nobody";
    ASSERT_TRUE(inbox(at.safelead(), lead).has_value());
    const auto without_words = workspace.bytes();
    workspace.read_words();
    EXPECT_GT(workspace.bytes(), without_words);
}

TEST(Memory, IsFilledByAWorkerWhileOthersWriteAndItIsPutOut)
{
    PracticePartnership at{with_snapshots()};
    const auto lead = at.actor(lead_email);
    auto& workspace = at.safelead().parts().workspace(lead.organisation);
    const auto before = inbox(at.safelead(), lead)->in_all;
    constexpr std::size_t reports = 12;
    std::vector<Report> to_report(reports, at.plain_report());
    const auto teacher = at.actor("teacher@fennimore.example");

    std::atomic<bool> is_writing = true;
    std::vector<std::thread> threads;
    threads.emplace_back([&] {
        for (std::size_t number = 0; number < reports; ++number)
            EXPECT_TRUE(
                wait_for(report_concern(at.safelead(), teacher, CommandId{"thread/" + std::to_string(number)},
                                        to_report[number]))
                    .has_value());
        is_writing = false;
    });
    for (int reader = 0; reader < 2; ++reader)
        threads.emplace_back([&] {
            while (is_writing) {
                EXPECT_TRUE(wait_for(ready(at.safelead(), lead)).has_value());
                EXPECT_GE(inbox(at.safelead(), lead)->in_all, before);
                (void)find_children(at.safelead(), lead, "a");
            }
        });
    threads.emplace_back([&] {
        while (is_writing) {
            workspace.put_out();
            EXPECT_TRUE(list_cases(at.safelead(), lead).has_value());
            look_after_memory(at.safelead());
        }
    });
    for (auto& thread : threads) thread.join();
    EXPECT_EQ(inbox(at.safelead(), lead)->in_all, before + reports);
}

}  // namespace
}  // namespace safelead::app
