// Each state that a kill can leave a rotation of the master key in, and what the next start makes of it.

#include "ledger/master_rotation.h"

#include "ledger/keyring.h"
#include "ledger/master_key.h"
#include "ledger/verify.h"
#include "store/memory.h"
#include "support/failing_store.h"
#include "support/ledger_parts.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <fstream>
#include <functional>
#include <mutex>
#include <thread>

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

    void settle() { (void)settle_master_key(*store_, key_, data_, at(1)); }

    void begin_next() { (void)begin_next_master_key(key_, data_); }

    [[nodiscard]] Bytes bytes_of(const fs::path& file) const
    {
        const auto key = read_master_key(file, data_);
        return {key.bytes().begin(), key.bytes().end()};
    }

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

TEST_F(MasterRotation, KilledBeforeAnythingIsUnderTheNextKeyIsTakenUpByTheNextRotation)
{
    begin_next();
    const auto begun = bytes_of(next_master_key(key_));
    settle();
    EXPECT_EQ(bytes_of(next_master_key(key_)), begun) << "somebody may be about to wrap something under it";
    EXPECT_FALSE(fs::exists(old_master_key(key_)));
    EXPECT_TRUE(verify(*store_, read()).is_in_order());

    Ledger ledger{*store_, read()};
    EXPECT_EQ(rotate_master_key(ledger, key_, data_, at(1)), 3U);
    expect_whole();
    EXPECT_EQ(bytes_of(key_), begun);
}

TEST_F(MasterRotation, LeavesTheNextKeyOfAnotherRecordWithTheSameKeyWhereItIs)
{
    const auto other = store::make_memory_entry_store();
    {
        Ledger ledger{*other, read()};
        (void)ledger.add_organisation(oakfield, at(0));
    }
    begin_next();
    rewrap_and_die_after(1);
    (void)settle_master_key(*other, key_, data_, at(1));
    settle();
    expect_whole();
}

constexpr std::chrono::milliseconds at_once{0};

TEST_F(MasterRotation, IsLeftAsItIsByWhoeverOpensTheRecordMeanwhile)
{
    // Each append looks in, as another process would: a lock excludes two in one process too.
    class LooksIn final : public StoreInFront {
    public:
        LooksIn(EntryStore& behind, std::function<void()> look) : StoreInFront{behind}, look_{std::move(look)}
        {
        }
        std::vector<AppendResult> append(std::span<const Append> group) override
        {
            look_();
            return StoreInFront::append(group);
        }

    private:
        std::function<void()> look_;
    };
    int refused = 0;
    LooksIn watched{*store_, [&] {
                        const auto begun = bytes_of(next_master_key(key_));
                        try {
                            (void)settle_master_key(*store_, key_, data_, at(1), at_once);
                        } catch (const KeyUnavailable&) {
                            throw;
                        } catch (const Unavailable&) {
                            ++refused;
                        }
                        EXPECT_EQ(bytes_of(next_master_key(key_)), begun);
                    }};
    Ledger ledger{watched, read()};
    EXPECT_EQ(rotate_master_key(ledger, key_, data_, at(1)), 3U);
    EXPECT_EQ(refused, 3);
    expect_whole();
}

TEST_F(MasterRotation, AgainAndAgainWhileOthersOpenTheRecordLosesNoKey)
{
    constexpr int rounds = 20;
    std::atomic<int> looks = 0;
    std::vector<std::string> faults;
    std::mutex mutex;
    const auto look = [&] {
        try {
            const auto settled = settle_master_key(*store_, key_, data_, at(1));
            Ledger ledger{*store_, read()};
            if (!ledger.organisation(oakfield).read(LogPosition::start, 100)) throw Unavailable{"no entries"};
            ++looks;
        } catch (const Unavailable& fault) {
            const std::lock_guard lock{mutex};
            faults.emplace_back(fault.what());
        }
    };
    {
        std::vector<std::jthread> others;
        for (int other = 0; other < 3; ++other)
            others.emplace_back([&](const std::stop_token& stop) {
                while (!stop.stop_requested()) look();
            });
        for (int round = 0; round < rounds; ++round) {
            fs::remove(old_master_key(key_));
            Ledger ledger{*store_, read()};
            EXPECT_EQ(rotate_master_key(ledger, key_, data_, at(1)), 3U);
        }
    }
    EXPECT_GT(looks, 0);
    EXPECT_EQ(faults, std::vector<std::string>{});
    expect_whole();
}

TEST_F(MasterRotation, DoesNotBeginWhileSomebodyOpensTheRecord)
{
    Ledger ledger{*store_, read()};
    {
        const auto settled = settle_master_key(*store_, key_, data_, at(1));
        EXPECT_TRUE(settled.lock);
        EXPECT_THROW((void)rotate_master_key(ledger, key_, data_, at(1), at_once), Unavailable);
        EXPECT_FALSE(fs::exists(next_master_key(key_)));
        EXPECT_FALSE(settle_master_key(*store_, key_, data_, at(1), at_once).lock) << "it opens all the same";
    }
    EXPECT_EQ(rotate_master_key(ledger, key_, data_, at(1), at_once), 3U);
    expect_whole();
}

TEST_F(MasterRotation, WritesTheNextKeyAgainWhenSomebodyTakesItAway)
{
    class TakesItAway final : public StoreInFront {
    public:
        TakesItAway(EntryStore& behind, fs::path next) : StoreInFront{behind}, next_{std::move(next)} {}
        std::vector<AppendResult> append(std::span<const Append> group) override
        {
            EXPECT_TRUE(fs::exists(next_));
            fs::remove(next_);
            if (appends_++ == 1) std::ofstream{next_} << "something else\n";
            return StoreInFront::append(group);
        }

    private:
        fs::path next_;
        int appends_ = 0;
    };
    TakesItAway taking{*store_, next_master_key(key_)};
    Ledger ledger{taking, read()};
    EXPECT_EQ(rotate_master_key(ledger, key_, data_, at(1)), 3U);
    expect_whole();
    const auto aside = std::ranges::count_if(fs::directory_iterator{folder_ / ""}, [](const auto& one) {
        return one.path().filename().string().starts_with("data.key.next.other-");
    });
    EXPECT_EQ(aside, 1);
}

TEST_F(MasterRotation, WithoutALockOpensAndSaysWhyItIsNotFinished)
{
    const auto link = folder_ / "link.key";
    fs::create_symlink(key_, link);
    EXPECT_FALSE(settle_master_key(*store_, link, data_, at(1)).lock);
    EXPECT_TRUE(settle_master_key(*store_, link, data_, at(1)).not_settled.empty()) << "nothing was begun";
    {
        Ledger ledger{*store_, read_master_key(link, data_)};
        EXPECT_THROW((void)rotate_master_key(ledger, link, data_, at(1)), KeyUnavailable);
    }
    EXPECT_TRUE(fs::is_symlink(link));
    EXPECT_FALSE(fs::exists(folder_ / "link.key.next"));

    // Where the lock's name is taken by what can't be opened, as on a disk that can't be written.
    fs::create_directory(folder_ / "data.key.lock");
    begin_next();
    EXPECT_NE(
        settle_master_key(*store_, key_, data_, at(1)).not_settled.find("data.key.lock can't be locked"),
        std::string::npos);
    Ledger ledger{*store_, read()};
    EXPECT_THROW((void)rotate_master_key(ledger, key_, data_, at(1)), KeyUnavailable);
    EXPECT_TRUE(verify(*store_, read()).is_in_order());
}

TEST_F(MasterRotation, KilledBetweenTwoLogsIsFinished)
{
    for (const int logs : {1, 2}) {
        begin_next();
        rewrap_and_die_after(logs);
        EXPECT_FALSE(verify(*store_, read()).is_in_order());
        settle();
        expect_whole();
        fs::remove(old_master_key(key_));
    }
}

TEST_F(MasterRotation, KilledBeforeOrWhileTheFilesChangePlacesIsFinished)
{
    begin_next();
    {
        Ledger ledger{*store_, read()};
        (void)ledger.rewrap_under(read_master_key(next_master_key(key_), data_), at(0));
    }
    settle();
    expect_whole();

    fs::remove(old_master_key(key_));
    begin_next();
    {
        Ledger ledger{*store_, read()};
        (void)ledger.rewrap_under(read_master_key(next_master_key(key_), data_), at(0));
    }
    fs::create_hard_link(key_, old_master_key(key_));
    settle();
    expect_whole();
}

/// Whose appends fail when they are told to.
class FailsAt final : public StoreInFront {
public:
    FailsAt(EntryStore& behind, int append) : StoreInFront{behind}, fails_at_{append} {}
    std::vector<AppendResult> append(std::span<const Append> group) override
    {
        if (appends_++ == fails_at_) throw NotKnownToBeKept{"The database is out of reach."};
        return StoreInFront::append(group);
    }

private:
    int fails_at_;
    int appends_ = 0;
};

TEST_F(MasterRotation, ThatFailedInARunningServerIsFinishedWhenItIsDoneAgain)
{
    for (const int failing : {0, 1, 2}) {
        {
            FailsAt store{*store_, failing};
            Ledger ledger{store, read()};
            EXPECT_THROW((void)rotate_master_key(ledger, key_, data_, at(1)), Unavailable);
            EXPECT_EQ(ledger.begun_next_master_key().has_value(), failing > 0);
            const auto begun = bytes_of(next_master_key(key_));
            // Nobody is told to start the server again: it goes on with both keys, or the one.
            EXPECT_EQ(ledger.organisation(oakfield).rotate_key(at(1)).epochs_destroyed, 1U);
            EXPECT_EQ(rotate_master_key(ledger, key_, data_, at(2)), 3U);
            EXPECT_EQ(bytes_of(key_), begun);
            EXPECT_FALSE(ledger.begun_next_master_key());
        }
        expect_whole();
        fs::remove(old_master_key(key_));
    }
}

TEST_F(MasterRotation, ThatFailedHereAndWasFinishedByAnotherIsKnownToBe)
{
    FailsAt store{*store_, 1};
    Ledger ledger{store, read()};
    EXPECT_THROW((void)rotate_master_key(ledger, key_, data_, at(1)), Unavailable);
    settle();
    expect_whole();
    fs::remove(old_master_key(key_));
    EXPECT_EQ(rotate_master_key(ledger, key_, data_, at(2)), 3U);
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

const std::string what_to_do{"put the new key file here and start this server again."};

TEST_F(MasterRotation, ThatFailedHereAndWasRotatedAwayElsewhereDoesNotComeBack)
{
    FailsAt store{*store_, 1};
    Ledger here{store, read()};
    EXPECT_THROW((void)rotate_master_key(here, key_, data_, at(1)), Unavailable);
    const auto begun = bytes_of(next_master_key(key_));
    settle();
    fs::remove(old_master_key(key_));
    {
        Ledger elsewhere{*store_, read()};
        EXPECT_EQ(rotate_master_key(elsewhere, key_, data_, at(2)), 3U);
    }
    fs::remove(old_master_key(key_));

    EXPECT_FALSE(here.begun_next_master_key());
    EXPECT_TRUE(
        sentence_of([&] { (void)rotate_master_key(here, key_, data_, at(3)); }).ends_with(what_to_do));
    {
        Ledger again{*store_, read()};
        EXPECT_EQ(rotate_master_key(again, key_, data_, at(4)), 3U);
    }
    EXPECT_NE(bytes_of(key_), begun);
    expect_whole();
    EXPECT_FALSE(opens_anything(*store_, read_master_key(old_master_key(key_), data_)));
}

TEST_F(MasterRotation, LeavesAnotherServerNothingToWrapUnderTheOldKey)
{
    Ledger here{*store_, read()};
    Ledger elsewhere{*store_, read()};
    auto& log = elsewhere.organisation(oakfield);
    ASSERT_TRUE(submit(log, submission("c-2", "case-8")));
    (void)rotate_master_key(here, key_, data_, at(1));

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

const std::string finish_it{"finish it with `safelead key rotate-master`, then back up again."};

TEST_F(MasterRotation, ThatFailedHereLetsNobodyBackUpBeforeItIsFinished)
{
    FailsAt store{*store_, 1};
    Ledger ledger{store, read()};
    EXPECT_TRUE(hold_master_key(ledger, *store_, key_, data_));
    EXPECT_THROW((void)rotate_master_key(ledger, key_, data_, at(1)), Unavailable);
    const auto back_up = [&] { (void)hold_master_key(ledger, *store_, key_, data_); };
    EXPECT_TRUE(sentence_of(back_up).ends_with(finish_it)) << sentence_of(back_up);
    // Nor if somebody took the next key away: this server still has it.
    fs::remove(next_master_key(key_));
    EXPECT_TRUE(sentence_of(back_up).ends_with(finish_it));
    EXPECT_FALSE(opens_everything(*store_, read()));

    EXPECT_EQ(rotate_master_key(ledger, key_, data_, at(2)), 3U);
    EXPECT_TRUE(hold_master_key(ledger, *store_, key_, data_));
    EXPECT_TRUE(opens_everything(*store_, read()));
}

TEST_F(MasterRotation, BrokenOffElsewhereLetsNobodyBackUpBeforeItIsFinished)
{
    Ledger here{*store_, read()};
    begin_next();
    EXPECT_TRUE(hold_master_key(here, *store_, key_, data_)) << "nothing is under it yet";
    rewrap_and_die_after(1);
    EXPECT_TRUE(sentence_of([&] { (void)hold_master_key(here, *store_, key_, data_); }).ends_with(finish_it));
    settle();
    EXPECT_TRUE(hold_master_key(here, *store_, key_, data_));
}

TEST_F(MasterRotation, FailedHereAndFinishedByAnotherLetsEverybodyBackUp)
{
    FailsAt store{*store_, 1};
    Ledger ledger{store, read()};
    EXPECT_THROW((void)rotate_master_key(ledger, key_, data_, at(1)), Unavailable);
    settle();
    EXPECT_TRUE(hold_master_key(ledger, *store_, key_, data_));
}

TEST_F(MasterRotation, WaitsForABackupAndSaysSo)
{
    Ledger ledger{*store_, read()};
    {
        const auto held = hold_master_key(ledger, *store_, key_, data_);
        ASSERT_TRUE(held);
        const auto said = sentence_of([&] { (void)rotate_master_key(ledger, key_, data_, at(1), at_once); });
        EXPECT_NE(said.find("a backup is being made: try again in a minute."), std::string::npos) << said;
        EXPECT_THROW((void)hold_master_key(ledger, *store_, key_, data_, at_once), MasterKeyHeld);
    }
    EXPECT_EQ(rotate_master_key(ledger, key_, data_, at(1), at_once), 3U);
}

TEST_F(MasterRotation, IsNotWaitedForWhereItCanNotBe)
{
    Ledger ledger{*store_, read()};
    const auto link = folder_ / "link.key";
    fs::create_symlink(key_, link);
    EXPECT_FALSE(hold_master_key(ledger, *store_, link, data_));
    fs::remove(link);
    EXPECT_FALSE(hold_master_key(ledger, *store_, link, data_)) << "taken away since";
}

TEST_F(MasterRotation, BrokenOffIsNoFaultWhereBothKeysAreThere)
{
    begin_next();
    rewrap_and_die_after(1);
    EXPECT_FALSE(verify(*store_, read()).is_in_order());
    EXPECT_TRUE(verify(*store_, read(), {}, {}, begun_master_key(key_, data_)).is_in_order());
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
