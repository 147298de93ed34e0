#include "ledger/ledger.h"

#include "base/bug.h"
#include "base/unavailable.h"
#include "ledger/master_key.h"
#include "ledger/verify.h"
#include "store/memory.h"
#include "support/failing_store.h"
#include "support/ledger_parts.h"

#include <gmock/gmock.h>

#include <atomic>
#include <set>
#include <thread>

namespace safelead::ledger {
namespace {

using namespace safelead::test;

class LedgerTest : public ::testing::Test {
protected:
    void SetUp() override { ledger_->add_organisation(oakfield, at(0)); }

    Log& log() { return ledger_->organisation(oakfield); }

    void reopen()
    {
        ledger_.reset();
        ledger_ = std::make_unique<Ledger>(*store_, counting_key(1));
    }

    [[nodiscard]] std::vector<std::string> everything_said()
    {
        std::vector<std::string> said;
        const auto page = log().read(LogPosition::start, 10'000);
        for (const auto& entry : page->entries) said.emplace_back(text_of(entry.plaintext));
        return said;
    }

    std::unique_ptr<EntryStore> store_ = store::make_memory_entry_store();
    std::unique_ptr<Ledger> ledger_ = std::make_unique<Ledger>(*store_, counting_key(1));
};

/// The first that each says, after the version: docs/formats/keys.md.
std::string nonce_of(const StreamKeyRow& row)
{
    return to_hex(BytesView{row.wrapped}.subspan(1, std::tuple_size_v<crypto::Nonce>));
}

TEST_F(LedgerTest, UsesEachNonceAndEachKeyOnceHoweverMuchIsWrittenAtATime)
{
    constexpr unsigned parts = 20;
    for (const auto* command : {"c-1", "c-2", "c-3"}) {
        Submission several{CommandId{command}, text_bytes("said"), {}, {}, at(7), nullptr};
        for (unsigned part = 0; part < parts; ++part)
            several.entries.push_back(
                {StreamId{command}, PartId{fmt::format("child-{}", part)}, text_bytes("said")});
        ASSERT_TRUE(submit(log(), several));
    }

    std::set<std::string> nonces;
    std::size_t used = 0;
    for (const auto& stored : store_->read(oakfield, LogPosition::start, 1000)) {
        nonces.insert(to_hex(parse_entry(stored.bytes)->nonce));
        ++used;
    }
    std::set<std::string> keys;
    for (const auto& row : store_->stream_keys(oakfield)) {
        nonces.insert(nonce_of(row));
        ++used;
        keys.insert(to_hex(log().key_for(row.stream, row.part, "test")->bytes()));
    }
    EXPECT_EQ(used, 3 * (2 * parts + 1) + 2);  // and those that the log began with
    EXPECT_EQ(nonces.size(), used);
    EXPECT_EQ(keys.size(), 3 * parts + 1);
}

TEST_F(LedgerTest, ReadsBackWhatWasWrittenAlsoWhenStartedAgain)
{
    auto first = submission("c-1", "case-7", "An image was shared.");
    first.entries.push_back({StreamId{"case-7"}, PartId{"child-3"}, text_bytes("in the child's own words")});
    first.now = at(7);
    const auto recorded = submit(log(), first);
    ASSERT_TRUE(recorded);
    // The log's first entry, and what was noted of two new keys, come before.
    EXPECT_EQ(*recorded, (Recorded{LogPosition{2}, LogPosition{4}, at(7), Turn::first}));
    reopen();

    const auto page = log().read(LogPosition::start, 100);
    ASSERT_TRUE(page);
    EXPECT_EQ(page->reached, LogPosition{4});
    ASSERT_EQ(page->entries.size(), 2U);
    EXPECT_EQ(text_of(page->entries[0].plaintext), "An image was shared.");
    EXPECT_EQ(page->entries[1].header, (EntryHeader{oakfield, StreamId{"case-7"}, StreamPosition{2},
                                                    PartId{"child-3"}, CommandId{"c-1"}, at(7)}));
    EXPECT_EQ(log().read(LogPosition{4}, 100)->reached, LogPosition{4});
    EXPECT_EQ(log().read_stream(StreamId{"case-7"}, StreamPosition{1})->size(), 1U);
}

TEST_F(LedgerTest, RefusesAWriterWhoHasNotSeenTheNewestAndChangesNothing)
{
    ASSERT_TRUE(submit(log(), submission("c-1", "case-7")));
    auto stale = submission("c-2", "case-7");
    stale.expectations = {{StreamId{"case-7"}, StreamPosition::start}};
    const auto refused = submit(log(), stale);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), NotRecorded(Conflict{StreamId{"case-7"}, StreamPosition{1}}));
    stale.expectations[0].last_seen = StreamPosition{1};
    EXPECT_TRUE(submit(log(), stale));
}

TEST_F(LedgerTest, KnowsOfAConflictBeforeTheFirstWriterIsOnDisk)
{
    BlockedStore blocked{*store_};
    Ledger ledger{blocked, counting_key(1)};
    auto& log = ledger.organisation(oakfield);
    auto first = submission("c-1", "case-7");
    first.expectations = {{StreamId{"case-7"}, StreamPosition::start}};
    auto second = first;
    second.command = CommandId{"c-2"};
    auto later = log.submit(first);
    auto refused = log.submit(second);
    ASSERT_FALSE(later.is_ready());
    ASSERT_TRUE(refused.is_ready());
    EXPECT_EQ(std::move(refused).take().error(),
              NotRecorded(Conflict{StreamId{"case-7"}, StreamPosition{1}}));
    blocked.let_go();
    EXPECT_TRUE(wait_for(std::move(later)));
}

TEST_F(LedgerTest, GivesACommandSentAgainItsFirstAnswer)
{
    const auto first = submit(log(), submission("c-1", "case-7"));
    reopen();
    const auto again = submit(log(), submission("c-1", "case-7"));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->first, first->first);
    EXPECT_EQ(again->turn, Turn::again);
    EXPECT_EQ(everything_said().size(), 1U);
    EXPECT_EQ(log().recorded(CommandId{"c-1"}), *first);
    EXPECT_FALSE(log().recorded(CommandId{"c-2"}));
}

/// Counts what is asked of it before anything is written.
class AskedStore final : public StoreInFront {
public:
    using StoreInFront::StoreInFront;

    std::optional<Receipt> receipt(const OrganisationId& organisation,
                                   const CommandId& command) const override
    {
        ++questions;
        return StoreInFront::receipt(organisation, command);
    }
    StreamPosition stream_head(const OrganisationId& organisation, const StreamId& stream) const override
    {
        ++questions;
        return StoreInFront::stream_head(organisation, stream);
    }

    mutable std::atomic<int> questions = 0;
};

Submission beginning(const std::string& command, const std::string& stream, const std::string& said = "one")
{
    auto begun = submission(command, stream, said);
    begun.expectations = {{StreamId{stream}, StreamPosition::start}};
    return begun;
}

TEST_F(LedgerTest, AsksNothingBeforeItWritesWhatOnlyBeginsStreams)
{
    AskedStore asked{*store_};
    Ledger ledger{asked, counting_key(1)};
    auto& log = ledger.organisation(oakfield);
    ASSERT_TRUE(submit(log, beginning("c-1", "case-7")));  // It asks where the stream of keys ends.
    asked.questions = 0;
    ASSERT_TRUE(submit(log, beginning("c-2", "case-8")));
    EXPECT_EQ(asked.questions, 0);
    ASSERT_TRUE(submit(log, submission("c-3", "case-9")));
    EXPECT_GT(asked.questions, 0);
}

TEST_F(LedgerTest, LooksAtAStreamThatIsExpectedToBeMissingAndIsNotWrittenTo)
{
    ASSERT_TRUE(submit(log(), beginning("c-1", "case-7")));
    reopen();
    auto begun = beginning("c-2", "case-8");
    begun.expectations.push_back({StreamId{"case-7"}, StreamPosition::start});
    const auto refused = submit(log(), begun);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), NotRecorded(Conflict{StreamId{"case-7"}, StreamPosition{1}}));
}

TEST_F(LedgerTest, GivesWhatBeganAStreamItsFirstAnswerAlsoWhenStartedAgain)
{
    const auto first = submit(log(), beginning("c-1", "case-7"));
    ASSERT_TRUE(first);
    reopen();
    const auto again = submit(log(), beginning("c-1", "case-7"));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->first, first->first);
    EXPECT_EQ(again->turn, Turn::again);
    reopen();
    const auto other = submit(log(), beginning("c-1", "case-7", "two"));
    ASSERT_FALSE(other);
    EXPECT_EQ(std::get<OtherContent>(other.error()).earlier.first, first->first);
    EXPECT_EQ(everything_said(), std::vector<std::string>{"one"});
    EXPECT_TRUE(submit(log(), beginning("c-2", "case-8")));
}

TEST_F(LedgerTest, RefusesToBeginAStreamThatIsThereAlsoWhenStartedAgain)
{
    ASSERT_TRUE(submit(log(), beginning("c-1", "case-7")));
    reopen();
    const auto refused = submit(log(), beginning("c-2", "case-7", "two"));
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), NotRecorded(Conflict{StreamId{"case-7"}, StreamPosition{1}}));
    EXPECT_TRUE(submit(log(), beginning("c-3", "case-8")));
    EXPECT_TRUE(submit(log(), submission("c-4", "case-7", "three")));
    EXPECT_EQ(everything_said().size(), 3U);
}

TEST_F(LedgerTest, RefusesTheSameCommandWithOtherContent)
{
    const auto first = submit(log(), submission("c-1", "case-7", "one"));
    const auto other = submit(log(), submission("c-1", "case-7", "two"));
    ASSERT_FALSE(other);
    EXPECT_EQ(std::get<OtherContent>(other.error()).earlier.first, first->first);
    EXPECT_EQ(everything_said(), std::vector<std::string>{"one"});
}

TEST_F(LedgerTest, AnswersACommandSentTwiceAtOnceWhenTheFirstIsOnDisk)
{
    BlockedStore blocked{*store_};
    Ledger ledger{blocked, counting_key(1)};
    auto& log = ledger.organisation(oakfield);
    auto first = log.submit(submission("c-1", "case-7"));
    auto again = log.submit(submission("c-1", "case-7"));
    auto other = log.submit(submission("c-1", "case-7", "something else"));
    EXPECT_FALSE(again.is_ready());
    blocked.let_go();
    EXPECT_EQ(wait_for(std::move(first))->turn, Turn::first);
    EXPECT_EQ(wait_for(std::move(again))->turn, Turn::again);
    EXPECT_TRUE(std::holds_alternative<OtherContent>(wait_for(std::move(other)).error()));
}

TEST_F(LedgerTest, NeverLetsTimeGoBack)
{
    auto early = submission("c-1", "case-7");
    early.now = at(100);
    ASSERT_TRUE(submit(log(), early));
    reopen();
    early.command = CommandId{"c-2"};
    early.now = at(50);
    EXPECT_EQ(submit(log(), early)->time, at(100));
}

TEST_F(LedgerTest, TellsWhatIsKeptInMemoryInOrderBeforeItTellsTheWriter)
{
    std::vector<Committed> seen;
    Ledger ledger{*store_, counting_key(1),
                  [&](std::span<const Committed> all) { seen.insert(seen.end(), all.begin(), all.end()); }};
    auto& log = ledger.organisation(oakfield);
    auto one = submission("c-1", "case-7");
    one.entries.push_back({StreamId{"child-3"}, shared_part(), {}});
    one.note = std::make_shared<const int>(41);
    const auto recorded = submit(log, one);
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(seen[0].organisation, oakfield);
    EXPECT_EQ(seen[0].recorded, *recorded);
    EXPECT_EQ(*static_cast<const int*>(seen[0].note.get()), 41);
    EXPECT_EQ(seen[0].positions, (std::vector{StreamPosition{1}, StreamPosition{1}}));
    EXPECT_EQ(seen[0].log_positions, (std::vector{LogPosition{3}, LogPosition{4}}));
    (void)submit(log, submission("c-1", "case-7", "other"));
    EXPECT_EQ(seen.size(), 1U);
}

TEST_F(LedgerTest, LosesNothingWhenManyWriteAtOnce)
{
    constexpr int threads = 4;
    constexpr int each = 60;
    std::atomic<int> kept = 0;
    std::vector<LogPosition> seen;
    {
        Ledger ledger{*store_, counting_key(1), [&](std::span<const Committed> all) {
                          for (const auto& one : all) seen.push_back(one.recorded.first);
                      }};
        ledger.add_organisation(riverside, at(0));
        seen.clear();
        std::vector<std::thread> writers;
        for (int thread = 0; thread < threads; ++thread)
            writers.emplace_back([&, thread] {
                auto& log = ledger.organisation(oakfield);
                for (int turn = 0; turn < each; ++turn) {
                    const auto name = fmt::format("{}-{}", thread, turn);
                    // Some streams are new and one is everybody's.
                    auto one = submission("c-" + name, turn % 2 == 0 ? "views" : "case-" + name, name);
                    one.entries.push_back({StreamId{"case-" + name}, PartId{"child"}, {}});
                    if (submit(log, std::move(one))) ++kept;
                    EXPECT_TRUE(log.read(LogPosition{static_cast<std::uint64_t>(turn)}, 3));
                }
            });
        for (auto& writer : writers) writer.join();
    }
    EXPECT_EQ(kept, threads * each);
    EXPECT_EQ(seen.size(), static_cast<std::size_t>(threads * each));
    EXPECT_TRUE(std::ranges::is_sorted(seen));
    const auto report = verify(*store_, counting_key(1));
    EXPECT_TRUE(report.is_in_order()) << to_text(report.faults.at(0));
    EXPECT_EQ(report.receipts, static_cast<std::uint64_t>(threads * each + 2));
}

TEST_F(LedgerTest, RefusesEverythingOnceACommitHasFailed)
{
    FailingStore failing{*store_, 1};
    std::vector<Committed> seen;
    Ledger ledger{failing, counting_key(1),
                  [&](std::span<const Committed> all) { seen.insert(seen.end(), all.begin(), all.end()); }};
    auto& log = ledger.organisation(oakfield);
    ASSERT_TRUE(submit(log, submission("c-1", "case-7")));
    EXPECT_THROW((void)submit(log, submission("c-2", "case-7")), Unavailable);
    EXPECT_THROW((void)submit(log, submission("c-3", "case-8")), Unavailable);
    EXPECT_THROW((void)submit(log, submission("c-2", "case-7")), Unavailable);
    EXPECT_EQ(seen.size(), 1U);
    EXPECT_EQ(failing.attempts(), 2);
}

TEST_F(LedgerTest, TellsEveryoneWhoIsWaitingThatTheCommitFailed)
{
    BlockedStore blocked{*store_};
    Ledger ledger{blocked, counting_key(1)};
    auto& log = ledger.organisation(oakfield);
    std::vector<Later<SubmitResult>> waiting;
    for (int count = 0; count < 5; ++count)
        waiting.push_back(log.submit(submission(fmt::format("c-{}", count), "case-7")));
    blocked.fail();
    for (auto& later : waiting) EXPECT_THROW((void)wait_for(std::move(later)), Unavailable);
    EXPECT_TRUE(everything_said().empty());
}

TEST_F(LedgerTest, SaysThatTooMuchIsWaitingInsteadOfTakingItIn)
{
    BlockedStore blocked{*store_};
    Ledger ledger{blocked, counting_key(1), {}, {.waiting = 3}};
    auto& log = ledger.organisation(oakfield);
    std::vector<Later<SubmitResult>> waiting;
    waiting.push_back(log.submit(submission("first", "case-7")));
    blocked.wait_until_writing();
    for (int count = 0; count < 3; ++count)
        waiting.push_back(log.submit(submission(fmt::format("c-{}", count), "case-7")));
    EXPECT_THROW((void)log.submit(submission("too-much", "case-7")), Unavailable);
    blocked.let_go();
    for (auto& later : waiting) EXPECT_TRUE(wait_for(std::move(later)));
    // What was turned away left nothing behind.
    EXPECT_EQ(submit(log, submission("too-much", "case-7"))->turn, Turn::first);
    EXPECT_TRUE(verify(*store_, counting_key(1)).is_in_order());
}

TEST_F(LedgerTest, WritesWhatIsWaitingBeforeItStops)
{
    BlockedStore blocked{*store_};
    {
        Ledger ledger{blocked, counting_key(1)};
        for (int count = 0; count < 20; ++count)
            (void)ledger.organisation(oakfield).submit(submission(fmt::format("c-{}", count), "case-7"));
        blocked.let_go();
    }
    EXPECT_EQ(everything_said().size(), 20U);
}

TEST_F(LedgerTest, ReadsOnWhenAnotherServerWroteToTheSameStore)
{
    Ledger other{*store_, counting_key(1)};
    ASSERT_TRUE(submit(log(), submission("c-1", "case-7")));
    ASSERT_TRUE(submit(other.organisation(oakfield), submission("c-2", "case-7")));
    // This one remembers that the stream ends at 1. It is refused once and knows better then.
    EXPECT_FALSE(submit(log(), submission("c-3", "case-7")));
    EXPECT_TRUE(submit(log(), submission("c-3", "case-7")));
    EXPECT_TRUE(verify(*store_, counting_key(1)).is_in_order());
}

TEST_F(LedgerTest, TakesAWriterWhoHasSeenMoreThanItRemembersBecauseAnotherServerWroteIt)
{
    Ledger other{*store_, counting_key(1)};
    ASSERT_TRUE(submit(log(), submission("c-1", "case-7")));
    auto theirs = submission("c-2", "case-7");
    theirs.now = at(5000);
    ASSERT_TRUE(submit(other.organisation(oakfield), theirs));
    // In turn, again and again, as two people at two servers do in one case.
    for (std::uint64_t seen = 2; seen < 6; ++seen) {
        auto next_one = submission(fmt::format("d-{}", seen), "case-7");
        next_one.expectations = {{StreamId{"case-7"}, StreamPosition{seen}}};
        const auto kept = submit(seen % 2 == 0 ? log() : other.organisation(oakfield), next_one);
        ASSERT_TRUE(kept) << seen;
        EXPECT_EQ(kept->time, at(5000));
    }
    auto ahead = submission("e-1", "case-7");
    ahead.expectations = {{StreamId{"case-7"}, StreamPosition{9}}};
    EXPECT_FALSE(submit(log(), ahead));
    EXPECT_TRUE(verify(*store_, counting_key(1)).is_in_order());
}

TEST_F(LedgerTest, FindsAConflictHoweverManyStreamsItRemembers)
{
    Ledger other{*store_, counting_key(1)};
    ASSERT_TRUE(submit(log(), submission("c-1", "case-7")));
    ASSERT_TRUE(submit(other.organisation(oakfield), submission("c-2", "case-7")));
    // Compared with what is remembered of the case, and then with more streams than are remembered.
    auto stale = submission("c-3", "case-7");
    stale.expectations = {{StreamId{"case-7"}, StreamPosition{1}}};
    for (int count = 0; count < 20'000; ++count)
        stale.expectations.push_back({StreamId{fmt::format("none-{}", count)}, StreamPosition::start});
    const auto refused = submit(log(), stale);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), NotRecorded(Conflict{StreamId{"case-7"}, StreamPosition{2}}));
}

TEST_F(LedgerTest, RefusesTheKeyOfOtherData)
{
    ledger_.reset();
    EXPECT_THROW((Ledger{*store_, counting_key(2)}), KeyUnavailable);
}

TEST_F(LedgerTest, KeepsOrganisationsApart)
{
    auto& other = ledger_->add_organisation(riverside, at(0));
    EXPECT_EQ(&other, &ledger_->add_organisation(riverside, at(9)));
    ASSERT_TRUE(submit(other, submission("c-1", "case-7", "riverside")));
    ASSERT_TRUE(submit(log(), submission("c-1", "case-7", "oakfield")));
    EXPECT_EQ(everything_said(), std::vector<std::string>{"oakfield"});
    EXPECT_EQ(ledger_->organisations(), (std::vector{oakfield, riverside}));
    EXPECT_EQ(ledger_->find(OrganisationId{"nobody"}), nullptr);
    EXPECT_NE(to_hex(log().key_for("sessions").bytes()), to_hex(other.key_for("sessions").bytes()));
}

TEST_F(LedgerTest, GivesTheSameKeyForAPurposeEachTime)
{
    ASSERT_TRUE(submit(log(), submission("c-1", "case-7")));
    const auto sessions = to_hex(log().key_for("sessions").bytes());
    const auto draft = to_hex(log().key_for(StreamId{"case-7"}, shared_part(), "draft")->bytes());
    reopen();
    EXPECT_EQ(to_hex(log().key_for("sessions").bytes()), sessions);
    EXPECT_NE(to_hex(log().key_for("mail").bytes()), sessions);
    EXPECT_EQ(to_hex(log().key_for(StreamId{"case-7"}, shared_part(), "draft")->bytes()), draft);
    EXPECT_FALSE(log().key_for(StreamId{"case-7"}, PartId{"child-3"}, "draft"));
}

TEST_F(LedgerTest, StopsWhoeverWritesToTheLedgersOwnStream)
{
    EXPECT_THROW((void)log().submit(submission("c-1", "keys")), Bug);
    auto empty = submission("c-1", "case-7");
    empty.entries.clear();
    EXPECT_THROW((void)log().submit(empty), Bug);
    EXPECT_TRUE(submit(log(), submission("c-1", "case-7")));
}

}  // namespace
}  // namespace safelead::ledger
