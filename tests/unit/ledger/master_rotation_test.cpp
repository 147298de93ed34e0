// Each state that a kill can leave a rotation of the master key in, and what the next start makes of it.

#include "ledger/master_rotation.h"

#include "ledger/master_key.h"
#include "ledger/verify.h"
#include "store/memory.h"
#include "support/failing_store.h"
#include "support/ledger_parts.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <fstream>

namespace safelead::ledger {
namespace {

using namespace safelead::test;
namespace fs = std::filesystem;

class MasterRotation : public ::testing::Test {
protected:
    void SetUp() override
    {
        make_master_key(key_, data_);
        Ledger ledger{*store_, read()};
        for (const auto& organisation : {oakfield, riverside, OrganisationId{"third"}})
            (void)ledger.add_organisation(organisation, at(0));
        ASSERT_TRUE(submit(ledger.organisation(oakfield), submission("c-1", "case-7")));
    }

    [[nodiscard]] crypto::SecretKey read() const { return read_master_key(key_, data_); }

    /// The key file alone opens everything, and nothing is left of what was broken off.
    void expect_whole()
    {
        EXPECT_FALSE(fs::exists(next_master_key(key_)));
        EXPECT_EQ(fs::status(key_).permissions(), fs::perms::owner_read | fs::perms::owner_write);
        EXPECT_TRUE(verify(*store_, read()).is_in_order());
        Ledger ledger{*store_, read()};
        EXPECT_EQ(ledger.organisation(oakfield).read(LogPosition::start, 100)->entries.size(), 1U);
    }

    void settle() { settle_master_key(*store_, key_, data_, at(1)); }

    /// As far as the rows: so many logs are under the next key when it stops.
    void rewrap_and_die_after(int logs)
    {
        class DiesAfter final : public StoreInFront {
        public:
            DiesAfter(EntryStore& behind, int appends) : StoreInFront{behind}, left_{appends} {}
            std::vector<AppendResult> append(std::span<const Append> group) override
            {
                if (left_-- <= 0) throw Unavailable{"killed"};
                return StoreInFront::append(group);
            }

        private:
            int left_;
        };
        DiesAfter dying{*store_, logs};
        Ledger ledger{dying, read()};
        EXPECT_THROW((void)ledger.rewrap_under(read_master_key(next_master_key(key_), data_), at(0)),
                     Unavailable);
    }

    TemporaryFolder folder_;
    fs::path data_ = folder_ / "data";
    fs::path key_ = folder_ / "data.key";
    std::unique_ptr<EntryStore> store_ = store::make_memory_entry_store();
};

TEST_F(MasterRotation, PutsANewKeyInItsPlaceAndKeepsTheOldOne)
{
    const auto before = read();
    {
        Ledger ledger{*store_, read()};
        EXPECT_EQ(rotate_master_key(ledger, key_, data_, at(1)), 3U);
    }
    expect_whole();
    EXPECT_FALSE(std::ranges::equal(before.bytes(), read().bytes()));
    EXPECT_TRUE(std::ranges::equal(before.bytes(), read_master_key(old_master_key(key_), data_).bytes()));
    EXPECT_FALSE(verify(*store_, before).is_in_order());
}

TEST_F(MasterRotation, IsRefusedWhileTheKeyBeforeLiesThere)
{
    Ledger ledger{*store_, read()};
    (void)rotate_master_key(ledger, key_, data_, at(1));
    EXPECT_THROW((void)rotate_master_key(ledger, key_, data_, at(2)), KeyUnavailable);
    fs::remove(old_master_key(key_));
    EXPECT_EQ(rotate_master_key(ledger, key_, data_, at(2)), 3U);
}

TEST_F(MasterRotation, KilledWhileTheNextKeyIsWrittenIsUndone)
{
    std::ofstream{next_master_key(key_)} << "safelead-master";
    const auto before = read();
    settle();
    expect_whole();
    EXPECT_TRUE(std::ranges::equal(before.bytes(), read().bytes()));
}

TEST_F(MasterRotation, KilledBeforeAnythingIsUnderTheNextKeyIsUndone)
{
    make_next_master_key(key_, data_);
    settle();
    expect_whole();
    EXPECT_FALSE(fs::exists(old_master_key(key_)));
}

TEST_F(MasterRotation, KilledBetweenTwoLogsIsFinished)
{
    for (const int logs : {1, 2}) {
        make_next_master_key(key_, data_);
        rewrap_and_die_after(logs);
        EXPECT_FALSE(verify(*store_, read()).is_in_order());
        settle();
        expect_whole();
        fs::remove(old_master_key(key_));
    }
}

TEST_F(MasterRotation, KilledBeforeOrWhileTheFilesChangePlacesIsFinished)
{
    make_next_master_key(key_, data_);
    {
        Ledger ledger{*store_, read()};
        (void)ledger.rewrap_under(read_master_key(next_master_key(key_), data_), at(0));
    }
    settle();
    expect_whole();

    fs::remove(old_master_key(key_));
    make_next_master_key(key_, data_);
    {
        Ledger ledger{*store_, read()};
        (void)ledger.rewrap_under(read_master_key(next_master_key(key_), data_), at(0));
    }
    fs::create_hard_link(key_, old_master_key(key_));
    settle();
    expect_whole();
}

/// What it says when it is broken off.
template <class Step>
std::string sentence_of(const Step& step)
{
    try {
        step();
    } catch (const Unavailable& refused) {
        return refused.what();
    }
    return {};
}

TEST_F(MasterRotation, LeavesAnotherServerNothingToWrapUnderTheOldKey)
{
    Ledger here{*store_, read()};
    Ledger elsewhere{*store_, read()};
    auto& log = elsewhere.organisation(oakfield);
    ASSERT_TRUE(submit(log, submission("c-2", "case-8")));
    (void)rotate_master_key(here, key_, data_, at(1));

    const std::string what_to_do{"put the new key file here and start this server again."};
    EXPECT_TRUE(sentence_of([&] { (void)log.rotate_key(at(2)); }).ends_with(what_to_do));
    EXPECT_TRUE(sentence_of([&] {
                    elsewhere.add_organisation(OrganisationId{"fourth"}, at(2));
                }).ends_with(what_to_do));
    EXPECT_TRUE(
        sentence_of([&] { (void)elsewhere.rewrap_under(counting_key(7), at(2)); }).ends_with(what_to_do));
    EXPECT_EQ(store_->organisations().size(), 3U);

    // What it reads and writes down meanwhile is under keys that it has, and the new key opens it.
    auto after = submission("c-3", "case-8");
    after.now = at(2);
    EXPECT_TRUE(submit(log, after));
    EXPECT_TRUE(verify(*store_, read()).is_in_order());
    Ledger again{*store_, read()};
    EXPECT_EQ(again.organisation(oakfield).rotate_key(at(3)).epoch, next(KeyEpoch::first));
    EXPECT_TRUE(verify(*store_, read()).is_in_order());
}

TEST_F(MasterRotation, TakesAlongALogThatAnotherServerAddedMeanwhile)
{
    class AddsBeforeTheFirst final : public StoreInFront {
    public:
        AddsBeforeTheFirst(EntryStore& behind, Ledger& elsewhere)
            : StoreInFront{behind}, elsewhere_{elsewhere}
        {
        }
        std::vector<AppendResult> append(std::span<const Append> group) override
        {
            elsewhere_.add_organisation(OrganisationId{"fourth"}, at(0));
            return StoreInFront::append(group);
        }

    private:
        Ledger& elsewhere_;
    };
    Ledger elsewhere{*store_, read()};
    AddsBeforeTheFirst adding{*store_, elsewhere};
    Ledger here{adding, read()};
    EXPECT_EQ(rotate_master_key(here, key_, data_, at(1)), 4U);
    EXPECT_TRUE(verify(*store_, read()).is_in_order());
}

TEST_F(MasterRotation, NothingBegunIsNothingToSettle)
{
    const auto before = read();
    settle();
    expect_whole();
    EXPECT_TRUE(std::ranges::equal(before.bytes(), read().bytes()));
}

}  // namespace
}  // namespace safelead::ledger
