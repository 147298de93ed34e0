// Whatever somebody changes in the database of what is kept of the tree, or of entries and of the tree's
// words for them at once, `verify` finds and says where.

#include "ledger/checkpoints.h"
#include "sqlite_folder.h"

#include <gmock/gmock.h>

namespace safelead::store {
namespace {

using namespace safelead::test;
using ledger::Fault;
using ledger::LogPosition;
using ledger::Wrong;
using ::testing::Contains;

/// Two logs of 600 entries and some, each with two full tiles and a checkpoint.
class WrittenOnce {
public:
    WrittenOnce()
    {
        {
            ledger::Ledger ledger{folder.open().entries(), counting_key(1)};
            ledger.add_organisation(riverside, at(0));
            for (const auto& organisation : {oakfield, riverside})
                write_some(ledger.organisation(organisation));
            ledger::Checkpoints checkpoints{folder.open().entries(), ledger, file()};
            EXPECT_TRUE(checkpoints.make_all(at(5)).empty());
        }
        folder.close();
    }

    [[nodiscard]] std::filesystem::path file() const { return folder.path().string() + ".checkpoints"; }

    SqliteFolder folder;

private:
    static void write_some(ledger::Log& log)
    {
        for (int command = 0; command < 6; ++command) {
            auto one = submission(fmt::format("c-{}", command), "case-7");
            one.entries.resize(100, one.entries.front());
            ASSERT_TRUE(submit(log, one));
        }
    }
};

WrittenOnce& written_once()
{
    static WrittenOnce only;
    return only;
}

struct Tampering {
    std::string name;
    std::string sql;
    Wrong wrong;
    std::optional<std::uint64_t> position;
};

const std::string oakfields = "organisation = 1";
const std::string flip =
    "substr({0}, 1, {1} - 1) || CASE hex(substr({0}, {1}, 1)) WHEN '41' THEN x'42' ELSE x'41' END || "
    "substr({0}, {1} + 1)";

std::string changed_tile(int tile, int byte)
{
    return fmt::format("UPDATE tiles SET hashes = CAST({} AS BLOB) WHERE level = 0 AND number = {} AND {}",
                       fmt::format(fmt::runtime(flip), "hashes", byte), tile, oakfields);
}

std::string changed_last_byte_of_entry(int position)
{
    return fmt::format("UPDATE entries SET bytes = CAST({} AS BLOB) WHERE place = (1 << 40) + {}",
                       fmt::format(fmt::runtime(flip), "bytes", "length(bytes)"), position);
}

// Entries 1 keys, 2 keys, 3–102, 103–202, … case-7; 603 keys, 604 tree. Tiles: 1–256, 257–512.
const std::vector<Tampering> tamperings{
    {"TileHash", changed_tile(1, 33), Wrong::tile_changed, 257},
    {"TileRoot", "UPDATE tiles SET root = zeroblob(32) WHERE number = 1 AND " + oakfields,
     Wrong::tile_changed, 257},
    {"TileShort", "UPDATE tiles SET hashes = substr(hashes, 1, 8000) WHERE number = 0 AND " + oakfields,
     Wrong::tile_changed, 1},
    {"TileGone", "DELETE FROM tiles WHERE number = 1 AND " + oakfields, Wrong::tile_missing, 257},
    {"TilesExchanged",
     "UPDATE tiles SET number = number + 10 WHERE organisation = 1; UPDATE tiles SET number = 11 - number "
     "WHERE organisation = 1",
     Wrong::tile_changed, 1},
    {"TileOfAnother",
     "UPDATE tiles SET hashes = (SELECT hashes FROM tiles WHERE organisation = 2 AND number = 1), "
     "root = (SELECT root FROM tiles WHERE organisation = 2 AND number = 1) WHERE number = 1 AND " +
         oakfields,
     Wrong::tile_changed, 257},
    {"TileAdded",
     "INSERT INTO tiles VALUES (1, 0, 2, zeroblob(32), zeroblob(8192))",
     Wrong::tile_too_many,
     {}},
    {"TileOfAHigherLevelAdded",
     "INSERT INTO tiles SELECT organisation, 1, 0, root, hashes FROM tiles WHERE number = 0 AND " + oakfields,
     Wrong::tile_too_many,
     {}},
    {"TileLevel", "UPDATE tiles SET level = 1 WHERE number = 0 AND " + oakfields, Wrong::tile_missing, 1},
    {"EntryByte", changed_last_byte_of_entry(300), Wrong::leaf_differs, 300},
    {"CheckpointGone", "DELETE FROM checkpoints WHERE " + oakfields, Wrong::checkpoint_missing, {}},
    {"CheckpointSize",
     "UPDATE checkpoints SET size = size - 1 WHERE " + oakfields,
     Wrong::checkpoint_not_signed,
     {}},
    {"CheckpointText",
     "UPDATE checkpoints SET note = replace(note, '604', '603') WHERE " + oakfields,
     Wrong::checkpoint_not_signed,
     {}},
    {"CheckpointNoNote",
     "UPDATE checkpoints SET note = 'x' WHERE " + oakfields,
     Wrong::checkpoint_not_signed,
     {}},
    {"CheckpointOfAnother",
     "UPDATE checkpoints SET note = (SELECT note FROM checkpoints WHERE organisation = 2) WHERE " + oakfields,
     Wrong::checkpoint_not_signed,
     {}},
    {"CutShort",
     "PRAGMA foreign_keys = OFF; DELETE FROM receipts WHERE first_position >= 503 AND organisation = 1; "
     "DELETE FROM entries WHERE place >= (1 << 40) + 503 AND place < (2 << 40)",
     Wrong::rolled_back, 503},
    {"CosignatureNoNote",
     "INSERT INTO cosignatures VALUES (1, 'w/1', '2026-11-23', 5, 'x')",
     Wrong::cosigned_differs,
     {}},
};

class TamperedTree : public ::testing::TestWithParam<Tampering> {};

TEST_P(TamperedTree, IsFoundWhereItIs)
{
    auto& written = written_once();
    const TemporaryFolder folder;
    std::filesystem::copy(written.folder.path(), folder / "data", std::filesystem::copy_options::recursive);
    std::filesystem::permissions(folder / "data", std::filesystem::perms::owner_all);
    const auto beside = ledger::read_checkpoint_file(written.file());
    const auto verified = [&] {
        return ledger::verify(DataFolder{folder / "data"}.entries(), counting_key(1), {}, beside);
    };
    ASSERT_TRUE(verified().is_in_order());
    ASSERT_GT(SqliteFolder::run_on(folder / "data/record.sqlite", GetParam().sql), 0);

    std::vector<std::string> found;
    for (const auto& fault : verified().faults) found.push_back(to_text(fault));
    std::optional<LogPosition> position;
    if (GetParam().position) position = LogPosition{*GetParam().position};
    EXPECT_THAT(found, Contains(to_text(Fault{oakfield, position, std::nullopt, GetParam().wrong})));
}

INSTANTIATE_TEST_SUITE_P(Record, TamperedTree, ::testing::ValuesIn(tamperings),
                         [](const auto& one) { return one.param.name; });

}  // namespace
}  // namespace safelead::store
