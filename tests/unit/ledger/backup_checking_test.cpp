#include "ledger/backup_checking.h"

#include "base/unavailable.h"
#include "ledger/checkpoints.h"
#include "store/memory.h"
#include "support/failing_store.h"
#include "support/ledger_parts.h"

#include <gtest/gtest.h>

#include <functional>
#include <stdexcept>

namespace safelead::ledger {
namespace {

using namespace safelead::test;

class BackupChecked : public ::testing::Test {
protected:
    BackupChecked()
    {
        const auto store = store::make_memory_entry_store();
        Ledger ledger{*store, counting_key(1)};
        Checkpoints checkpoints{*store, ledger, {}};
        for (const auto& organisation : {oakfield, riverside}) {
            auto& log = ledger.add_organisation(organisation, at(0));
            for (int count = 0; count < 300; ++count)
                EXPECT_TRUE(submit(log, submission(fmt::format("c-{}", count), "case-7")));
            (void)checkpoints.make(organisation, at(1));
            // Some come after the checkpoint.
            EXPECT_TRUE(submit(log, submission("c-last", "case-7")));
        }
        ledger.add_organisation(OrganisationId{"without-a-checkpoint"}, at(2));
        (void)give_pieces(*store, [&](const LogPiece& piece) { pieces_.push_back(piece); });
    }

    /// What is said of the pieces; empty if they are in order.
    [[nodiscard]] std::string said() const
    {
        BackupChecking checking{"the-backup"};
        try {
            for (const auto& piece : pieces_) checking.take(piece);
        } catch (const Unavailable& wrong) {
            return wrong.what();
        }
        EXPECT_EQ(checking.logs_held(), 2U);
        return {};
    }

    /// The piece of a log that has this entry, and the entry's place in it.
    [[nodiscard]] std::pair<LogPiece*, std::size_t> with_entry(const OrganisationId& organisation,
                                                               std::uint64_t position)
    {
        for (auto& piece : pieces_)
            for (std::size_t place = 0; place < piece.entries.size(); ++place)
                if (piece.organisation == organisation &&
                    number(piece.entries[place].log_position) == position)
                    return {&piece, place};
        throw std::logic_error{"no such entry"};
    }

    std::vector<LogPiece> pieces_;
};

TEST_F(BackupChecked, IsInOrderAsItWasWritten)
{
    EXPECT_EQ(said(), "");
}

TEST_F(BackupChecked, ShowsAnEntryThatWasChangedInEitherLog)
{
    for (const auto& organisation : {oakfield, riverside}) {
        for (const std::uint64_t position : {1U, 256U, 257U, 300U}) {
            const auto [piece, place] = with_entry(organisation, position);
            piece->entries[place].bytes.back() ^= std::byte{1};
            EXPECT_NE(said().find("are not those that their checkpoint was signed for"), std::string::npos);
            EXPECT_NE(said().find(organisation.text()), std::string::npos);
            piece->entries[place].bytes.back() ^= std::byte{1};
        }
    }
    EXPECT_EQ(said(), "");
}

TEST_F(BackupChecked, ShowsAnEntryThatIsMissing)
{
    const auto [piece, place] = with_entry(oakfield, 20);
    piece->entries.erase(piece->entries.begin() + static_cast<std::ptrdiff_t>(place));
    EXPECT_NE(said().find("has no entry 20 of organisation"), std::string::npos);
}

TEST_F(BackupChecked, ShowsALogWhoseEndIsMissing)
{
    for (auto& piece : pieces_)
        if (piece.organisation == riverside)
            std::erase_if(piece.entries, [](const auto& one) { return number(one.log_position) > 100; });
    EXPECT_NE(said().find("has 100 entries of organisation"), std::string::npos);
}

TEST_F(BackupChecked, ShowsACheckpointOfAnotherSizeOrNone)
{
    for (auto& piece : pieces_)
        for (auto& kept : piece.checkpoints) kept.size = LogPosition{number(kept.size) - 1};
    EXPECT_NE(said().find("their checkpoint speaks of others"), std::string::npos);
    for (auto& piece : pieces_)
        for (auto& kept : piece.checkpoints) kept.note = "nothing";
    EXPECT_NE(said().find("their checkpoint speaks of others"), std::string::npos);
}

/// Somebody writes an entry, and a checkpoint after it, whenever entries are read.
class StoreInUse final : public StoreInFront {
public:
    StoreInUse(EntryStore& behind, std::function<void()> meanwhile)
        : StoreInFront{behind}, meanwhile_{std::move(meanwhile)}
    {
    }

    std::vector<StoredEntry> read(const OrganisationId& organisation, LogPosition after,
                                  std::size_t limit) const override
    {
        meanwhile_();
        return StoreInFront::read(organisation, after, limit);
    }

private:
    const std::function<void()> meanwhile_;
};

TEST(BackupInUse, GoesAsFarAsItsFirstMomentAndHasTheCheckpointOfThen)
{
    const auto store = store::make_memory_entry_store();
    Ledger ledger{*store, counting_key(1)};
    Checkpoints checkpoints{*store, ledger, {}};
    auto& log = ledger.add_organisation(oakfield, at(0));
    for (int count = 0; count < 600; ++count)
        ASSERT_TRUE(submit(log, submission(fmt::format("c-{}", count), "case-7")));
    (void)checkpoints.make(oakfield, at(1));
    const auto then = store->head(oakfield).position;
    int written = 0;
    const StoreInUse in_use{
        *store, [&] {
            EXPECT_TRUE(submit(log, submission(fmt::format("d-{}", ++written), "case-7")));
            (void)checkpoints.make(oakfield, at(2));
        }};

    BackupChecking checking{"the-backup"};
    std::uint64_t entries = 0;
    (void)give_pieces(in_use, [&](const LogPiece& piece) {
        checking.take(piece);
        entries += piece.entries.size();
    });
    EXPECT_GE(written, 2);
    EXPECT_EQ(entries, number(then));
    EXPECT_EQ(checking.logs_held(), 1U) << "it is held against a checkpoint though newer ones were made";
}

}  // namespace
}  // namespace safelead::ledger
