#include "base/unavailable.h"
#include "ledger/key_wrap.h"
#include "ledger/master_key.h"
#include "ledger/verify.h"
#include "store/memory.h"
#include "support/ledger_parts.h"

#include <gmock/gmock.h>

#include <atomic>
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

/// Lets changes of keys be tampered with.
class TamperedKeys : public KeysTest {
protected:
    /// Puts these rows there without a word in the log.
    void change(KeyChanges changes)
    {
        auto append = Append{oakfield, CommandId{"tamper"}, {}, at(0), {}, {}, {}, {}, std::move(changes)};
        append.entries.push_back({StreamId{"noise"}, StreamPosition{1}, text_bytes("no entry")});
        ASSERT_TRUE(store_->append(std::span{&append, 1}).front());
    }

    [[nodiscard]] std::vector<Wrong> wrongs() const
    {
        std::vector<Wrong> found;
        for (const auto& fault : verified().faults)
            if (fault.stream != StreamId{"noise"}) found.push_back(fault.wrong);
        return found;
    }
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
