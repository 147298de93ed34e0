// Whatever somebody changes in the database, `verify` finds and says where.

#include "sqlite_folder.h"

#include <gmock/gmock.h>

namespace safelead::store {
namespace {

using namespace safelead::test;
using ledger::Fault;
using ledger::LogPosition;
using ledger::StreamId;
using ledger::Wrong;
using ::testing::Contains;

struct Tampering {
    std::string name;
    std::string sql;
    Wrong wrong;
    std::optional<std::uint64_t> position;
    std::string stream = {};
    std::optional<std::string> part = {};  ///< Whose key, when it is about one; "" is the shared part.
    std::optional<std::uint32_t> epoch = {};
};

// Entries: 1 keys; 2 keys, 3 case-7; 4 case-7; 5 keys, 6 case-8; 7 case-7. Organisation 1, streams 1 keys, 2
// case-7, 3 case-8.
void write_some(SqliteFolder& folder)
{
    ledger::Ledger ledger{folder.open().entries(), counting_key(1)};
    auto& log = ledger.organisation(oakfield);
    std::int64_t time = 10;
    for (const auto* stream : {"case-7", "case-7", "case-8", "case-7"}) {
        auto one = submission(fmt::format("c-{}", time), stream);
        one.now = at(time++);
        ASSERT_TRUE(submit(log, one));
    }
}

std::string entry(int position)
{
    return fmt::format("place = (1 << 40) + {}", position);
}

// One byte of an entry's bytes, counted from the end if negative.
std::string change_byte(int position, const std::string& at)
{
    return fmt::format(
        "UPDATE entries SET bytes = CAST(substr(bytes, 1, {0} - 1) || CASE hex(substr(bytes, {0}, 1)) WHEN "
        "'41' THEN x'42' "
        "ELSE x'41' END || substr(bytes, {0} + 1) AS BLOB) WHERE {1}",
        at, entry(position));
}

// The keys of case-7 and case-8, each in the other's row.
const std::string swapped_keys =
    "CREATE TEMP TABLE was AS SELECT stream, wrapped FROM stream_keys WHERE stream IN (2, 3); "
    "UPDATE stream_keys SET wrapped = (SELECT wrapped FROM was WHERE was.stream = 5 - stream_keys.stream) "
    "WHERE stream IN (2, 3)";

// In the bytes of entry 4: version 1, organisation 14 (2-15), stream 7 (16-22), position 8 (23-30), part 1
// (31), command 5 (32-36), time 8 (37-44), nonce 24 (45-68), commitment 32 (69-100), ciphertext.
const std::vector<Tampering> tamperings{
    {"Version", change_byte(4, "1"), Wrong::not_an_entry, 4, "case-7"},
    {"Organisation", change_byte(4, "5"), Wrong::another_organisation, 4, "case-7"},
    {"Stream", change_byte(4, "18"), Wrong::another_stream, 4, "case-7"},
    {"StreamPosition", change_byte(4, "30"), Wrong::another_position, 4, "case-7"},
    {"Command", change_byte(4, "34"), Wrong::commitment_differs, 4, "case-7"},
    {"Time", change_byte(4, "44"), Wrong::another_time, 4, "case-7"},
    {"Nonce", change_byte(4, "50"), Wrong::commitment_differs, 4, "case-7"},
    {"Commitment", change_byte(4, "80"), Wrong::commitment_differs, 4, "case-7"},
    {"Ciphertext", change_byte(4, "102"), Wrong::does_not_open, 4, "case-7"},
    {"Tag", change_byte(4, "length(bytes)"), Wrong::does_not_open, 4, "case-7"},
    {"CutShort", "UPDATE entries SET bytes = substr(bytes, 1, 90) WHERE " + entry(4), Wrong::not_an_entry, 4,
     "case-7"},
    {"RowStream", "UPDATE entries SET stream = 3, stream_position = 9 WHERE " + entry(4),
     Wrong::another_stream, 4, "case-8"},
    {"RowStreamPosition", "UPDATE entries SET stream_position = 9 WHERE " + entry(4), Wrong::another_position,
     4, "case-7"},
    {"RowTime", "UPDATE entries SET time = time + 1 WHERE " + entry(4), Wrong::another_time, 4, "case-7"},
    {"RowTimeBack", "UPDATE entries SET time = 0 WHERE " + entry(4), Wrong::time_goes_back, 4, "case-7"},
    {"RowPlace", "UPDATE entries SET place = place + 100 WHERE " + entry(4), Wrong::gap_in_log, 5, "keys"},
    {"Deleted", "DELETE FROM entries WHERE " + entry(4), Wrong::gap_in_log, 5, "keys"},
    {"DeletedFromStream", "DELETE FROM entries WHERE " + entry(4), Wrong::gap_in_stream, 7, "case-7"},
    {"Exchanged",
     "UPDATE entries SET bytes = (SELECT bytes FROM entries WHERE " + entry(7) + ") WHERE " + entry(4),
     Wrong::another_position, 4, "case-7"},
    {"StreamRow", "UPDATE streams SET id = 'case-9' WHERE number = 2", Wrong::another_stream, 4, "case-9"},
    {"StreamRowGone", "PRAGMA foreign_keys = OFF; DELETE FROM streams WHERE number = 2",
     Wrong::another_stream, 4, ""},
    {"KeyWrapped",
     "UPDATE stream_keys SET wrapped = zeroblob(105) WHERE stream = 2",
     Wrong::key_row_changed,
     {},
     "case-7",
     ""},
    {"KeyWrappedUnopened", "UPDATE stream_keys SET wrapped = zeroblob(105) WHERE stream = 2",
     Wrong::key_does_not_unwrap, 4, "case-7", ""},
    {"KeyWrappedByItself",
     "UPDATE stream_keys SET wrapped = zeroblob(105) WHERE stream = 2",
     Wrong::key_does_not_unwrap,
     {},
     "case-7",
     ""},
    {"KeyCutShort",
     "UPDATE stream_keys SET wrapped = substr(wrapped, 1, 60) WHERE stream = 2",
     Wrong::key_row_changed,
     {},
     "case-7",
     ""},
    {"KeyCutShortUnopened", "UPDATE stream_keys SET wrapped = substr(wrapped, 1, 60) WHERE stream = 2",
     Wrong::key_does_not_unwrap, 4, "case-7", ""},
    {"KeyOneByteLeft",
     "UPDATE stream_keys SET wrapped = substr(wrapped, 1, 1) WHERE stream = 3",
     Wrong::key_row_changed,
     {},
     "case-8",
     ""},
    {"KeysSwapped", swapped_keys, Wrong::key_row_changed, {}, "case-7", ""},
    {"KeysSwappedTheOther", swapped_keys, Wrong::key_row_changed, {}, "case-8", ""},
    {"KeysSwappedUnopened", swapped_keys, Wrong::key_does_not_unwrap, 6, "case-8", ""},
    {"KeyEpoch",
     "UPDATE stream_keys SET epoch = 2 WHERE stream = 2",
     Wrong::key_row_changed,
     {},
     "case-7",
     ""},
    {"KeyPart",
     "UPDATE stream_keys SET part = 'x' WHERE stream = 2",
     Wrong::key_row_not_in_log,
     {},
     "case-7",
     "x"},
    {"KeyPartMissing",
     "UPDATE stream_keys SET part = 'x' WHERE stream = 2",
     Wrong::key_row_missing,
     {},
     "case-7",
     ""},
    {"KeyGone", "DELETE FROM stream_keys WHERE stream = 2", Wrong::key_row_missing, {}, "case-7", ""},
    {"KeyGoneUnopened", "DELETE FROM stream_keys WHERE stream = 2", Wrong::no_key, 4, "case-7", ""},
    {"KeyOfAnother",
     "UPDATE stream_keys SET wrapped = (SELECT wrapped FROM stream_keys WHERE stream = 3) WHERE stream = 2",
     Wrong::key_does_not_unwrap, 4, "case-7", ""},
    // Without the one key there is, what the log says of it can't be read either: rotating_test has the rest.
    {"OrganisationKeyWrapped", "UPDATE organisation_keys SET wrapped = zeroblob(105)",
     Wrong::key_does_not_unwrap, 1, "keys", ""},
    {"OrganisationKeyCutShort", "UPDATE organisation_keys SET wrapped = substr(wrapped, 1, 60)",
     Wrong::key_does_not_unwrap, 1, "keys", ""},
    {"OrganisationKeyGone", "DELETE FROM organisation_keys", Wrong::no_key, 1, "keys", ""},
    {"OrganisationKeyEpoch", "UPDATE organisation_keys SET epoch = 2", Wrong::no_key, 1, "keys", ""},
    {"OrganisationKeyAdded",
     "INSERT INTO organisation_keys VALUES (1, 2, zeroblob(105))",
     Wrong::key_row_not_in_log,
     {},
     "",
     {},
     2},
    {"ReceiptFirst", "UPDATE receipts SET first_position = 3 WHERE command = 'c-11'", Wrong::receipt_wrong, 4,
     ""},
    {"ReceiptLast", "UPDATE receipts SET last_position = 5 WHERE command = 'c-11'", Wrong::receipt_wrong, 4,
     ""},
    {"ReceiptTime", "UPDATE receipts SET time = 1 WHERE command = 'c-11'", Wrong::receipt_wrong, 4, ""},
    {"ReceiptCommand", "UPDATE receipts SET command = 'x' WHERE command = 'c-11'", Wrong::receipt_missing, 4,
     ""},
    {"ReceiptGone", "DELETE FROM receipts WHERE command = 'c-11'", Wrong::receipt_missing, 4, ""},
    {"ReceiptAdded",
     "INSERT INTO receipts VALUES (1, 'x', zeroblob(32), 4, 4, 0)",
     Wrong::receipt_too_many,
     {},
     ""},
    {"NewestGone", "DELETE FROM entries WHERE " + entry(7), Wrong::receipt_too_many, {}, ""},
};

class Tampered : public ::testing::TestWithParam<Tampering> {};

TEST_P(Tampered, IsFoundWhereItIs)
{
    SqliteFolder folder;
    write_some(folder);
    ASSERT_TRUE(folder.verify().is_in_order());
    ASSERT_GT(folder.run_as_another_program(GetParam().sql), 0);

    std::vector<std::string> found;
    for (const auto& fault : folder.verify().faults) found.push_back(to_text(fault));
    std::optional<LogPosition> position;
    if (GetParam().position) position = LogPosition{*GetParam().position};
    std::optional<StreamId> stream;
    if (!GetParam().stream.empty() || GetParam().name == "StreamRowGone")
        stream = StreamId{GetParam().stream};
    Fault expected{oakfield, position, stream, GetParam().wrong};
    if (GetParam().part) expected.part = ledger::PartId{*GetParam().part};
    if (GetParam().epoch) expected.epoch = ledger::KeyEpoch{*GetParam().epoch};
    EXPECT_THAT(found, Contains(to_text(expected)));
}

INSTANTIATE_TEST_SUITE_P(Record, Tampered, ::testing::ValuesIn(tamperings),
                         [](const auto& one) { return one.param.name; });

TEST(Verify, CountsWhatItReadAndShowsHowFarItIs)
{
    SqliteFolder folder;
    write_some(folder);
    std::uint64_t seen = 0;
    const auto report =
        ledger::verify(folder.open().entries(), counting_key(1), [&](std::uint64_t read, std::uint64_t of) {
            seen = read;
            EXPECT_EQ(of, 7U);
        });
    EXPECT_TRUE(report.is_in_order());
    EXPECT_EQ(seen, 7U);
    EXPECT_EQ(report.organisations, 1U);
    EXPECT_EQ(report.entries, 7U);
    EXPECT_EQ(report.streams, 3U);
    EXPECT_EQ(report.keys, 4U);
    EXPECT_EQ(report.receipts, 5U);
}

TEST(Tampering, StopsWhoeverReadsAtThatEntryAndNotBefore)
{
    SqliteFolder folder;
    write_some(folder);
    ASSERT_EQ(folder.run_as_another_program(change_byte(4, "102")), 1);
    ledger::Ledger ledger{folder.open().entries(), counting_key(1)};
    auto& log = ledger.organisation(oakfield);
    EXPECT_EQ(log.read(LogPosition::start, 3)->entries.size(), 1U);
    const Fault fault{oakfield, LogPosition{4}, StreamId{"case-7"}, Wrong::does_not_open};
    EXPECT_EQ(log.read(LogPosition::start, 100).error(), fault);
    EXPECT_EQ(log.read_stream(StreamId{"case-7"}, ledger::StreamPosition::start).error(), fault);
    EXPECT_TRUE(log.read_stream(StreamId{"case-8"}, ledger::StreamPosition::start));
}

}  // namespace
}  // namespace safelead::store
