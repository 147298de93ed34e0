#include "app/upkeep.h"

#include "app/clock.h"
#include "base/unavailable.h"
#include "ledger/ledger.h"
#include "ledger/master_key.h"
#include "store/sqlite.h"
#include "support/fixed_clock.h"
#include "support/practice_partnership.h"
#include "support/source_dir.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace safelead::app {
namespace {

class SqliteFolder final : public OpenFolder {
public:
    explicit SqliteFolder(const std::filesystem::path& folder) : folder_{folder} {}

    ledger::EntryStore& entries() override { return folder_.entries(); }
    ledger::PassingStore& passing() override { return folder_.passing(); }

private:
    store::DataFolder folder_;
};

Folders folders()
{
    return {[](const std::filesystem::path& folder) { store::make_data_folder(folder); },
            [](const std::filesystem::path& folder) { return std::make_unique<SqliteFolder>(folder); }};
}

class Upkeep : public ::testing::Test {
protected:
    Health health_of(std::string_view what) const
    {
        const auto findings = examine(place, folders(), guidance, clock);
        const auto found = std::ranges::find(findings, what, &Finding::what);
        EXPECT_NE(found, findings.end());
        return found->health;
    }

    std::string why_not_begun() const
    {
        try {
            begin_data(place, folders(), clock);
        } catch (const Unavailable& reason) {
            return reason.what();
        }
        return "";
    }

    test::TemporaryFolder folder;
    DataPlace place{folder / "data", {}};
    std::filesystem::path guidance = std::filesystem::path{safelead::test::source_dir()} / "guidance";
    test::FixedClock clock{*parse_instant("2026-11-23T10:00:00Z")};
};

TEST_F(Upkeep, BeginsDataOnceWithAKeyBesideIt)
{
    begin_data(place, folders(), clock);
    EXPECT_EQ(key_of(place), folder / "data.key");
    EXPECT_TRUE(std::filesystem::exists(folder / "data.key"));
    const auto checked = check_record(place, folders());
    EXPECT_TRUE(checked.is_in_order());
    EXPECT_EQ(checked.organisations, 1U);
    EXPECT_NE(why_not_begun().find("is not an empty folder"), std::string::npos)
        << "its key is not to be moved away";
    EXPECT_TRUE(check_record(place, folders()).is_in_order());
}

TEST_F(Upkeep, MakesNothingWhereAKeyIsAlready)
{
    const auto key = folder / "data.key";
    std::ofstream{key} << "of another record";
    EXPECT_NE(why_not_begun().find("data.key is there already and may be the key of another record"),
              std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(place.folder));
    std::filesystem::remove(key);
    EXPECT_EQ(why_not_begun(), "");
}

TEST_F(Upkeep, FindsWhatIsWrong)
{
    EXPECT_EQ(health_of("The data folder"), Health::bad);
    begin_data(place, folders(), clock);
    for (const auto* what : {"The key", "The data folder", "The record", "Time zones"})
        EXPECT_EQ(health_of(what), Health::good) << what;
    EXPECT_EQ(health_of("The guidance"), Health::warning);  // No practitioner has checked it yet.

    std::filesystem::permissions(folder / "data.key", std::filesystem::perms{0644});
    EXPECT_EQ(health_of("The key"), Health::bad);
    EXPECT_EQ(health_of("The record"), Health::bad);
    std::filesystem::permissions(folder / "data.key", std::filesystem::perms{0600});

    clock.set(*parse_instant("2029-01-01T10:00:00Z"));
    EXPECT_EQ(health_of("Contacts"), Health::warning);
    EXPECT_EQ(health_of("Bank holidays"), Health::warning);
    guidance = folder.path();
    EXPECT_EQ(health_of("The guidance"), Health::bad);
}

TEST_F(Upkeep, TellsOfARotationOfTheMasterKeyThatWasBrokenOff)
{
    begin_data(place, folders(), clock);
    const auto key = folder / "data.key";
    const auto next = ledger::begin_next_master_key(key, place.folder);
    EXPECT_EQ(health_of("The key"), Health::warning);
    EXPECT_EQ(health_of("The record"), Health::good);
    {
        const auto open = folders().open(place.folder);
        ledger::Ledger ledger{open->entries(), ledger::read_master_key(key, place.folder)};
        (void)ledger.rewrap_under(next.copy(), clock.now());
    }
    EXPECT_EQ(health_of("The key"), Health::warning);
    EXPECT_EQ(health_of("The record"), Health::good) << "the next key opens it";
    EXPECT_TRUE(check_record(place, folders()).is_in_order()) << "likewise";
    ledger::take_next_master_key(key);
    EXPECT_EQ(health_of("The key"), Health::good);
    EXPECT_EQ(health_of("The record"), Health::good);
}

}  // namespace
}  // namespace safelead::app
