// A record that is written to while it is verified is in order; one that was tampered with is not, also then.

#include "ledger/checkpoints.h"
#include "ledger/key_wrap.h"
#include "ledger/verify.h"
#include "store/memory.h"
#include "support/failing_store.h"
#include "support/ledger_parts.h"

#include <gmock/gmock.h>

#include <functional>
#include <optional>
#include <vector>

namespace safelead::ledger {
namespace {

using namespace safelead::test;
using ::testing::Contains;
using ::testing::IsEmpty;

/// Between one question and the next, somebody does something. Each is done once, when its turn comes.
class StoreInUse final : public StoreInFront {
public:
    using StoreInFront::StoreInFront;
    using Deeds = std::vector<std::function<void()>>;

    Deeds as_entries_are_read, once_keys_were_read;
    std::uint64_t planted_tiles = 0;
    std::optional<StreamId> shortened;  ///< Whoever asks for this stream is not given its newest entry.

    std::vector<StoredEntry> read(const OrganisationId& organisation, LogPosition after,
                                  std::size_t limit) const override
    {
        next_of(as_entries_are_read, reads_);
        return StoreInFront::read(organisation, after, limit);
    }
    std::vector<StreamKeyRow> stream_keys(const OrganisationId& organisation) const override
    {
        auto rows = StoreInFront::stream_keys(organisation);
        next_of(once_keys_were_read, key_reads_);
        return rows;
    }
    std::uint64_t tile_count(const OrganisationId& organisation, unsigned level) const override
    {
        return StoreInFront::tile_count(organisation, level) + (level == 0 ? planted_tiles : 0);
    }

    StreamPosition stream_head(const OrganisationId& organisation, const StreamId& stream) const override
    {
        const auto head = StoreInFront::stream_head(organisation, stream);
        return stream == shortened ? StreamPosition{number(head) - 1} : head;
    }

    [[nodiscard]] std::size_t key_reads() const { return key_reads_; }

private:
    static void next_of(const Deeds& deeds, std::size_t& done)
    {
        const auto turn = done++;
        if (turn < deeds.size() && deeds[turn]) deeds[turn]();
    }

    mutable std::size_t reads_ = 0, key_reads_ = 0;
};

class VerifyingInUse : public ::testing::Test {
protected:
    void SetUp() override { ledger_.add_organisation(oakfield, at(0)); }

    Log& log() { return ledger_.organisation(oakfield); }

    void write(int count)
    {
        auto one = submission(fmt::format("c-{}", ++written_), "case-7");
        one.entries.resize(static_cast<std::size_t>(count), one.entries.front());
        ASSERT_TRUE(submit(log(), one));
    }
    void write_cases(int count)
    {
        for (int at = 0; at < count; ++at)
            ASSERT_TRUE(
                submit(log(), submission(fmt::format("c-{}", ++written_), fmt::format("case-{}", at))));
    }
    void checkpoint() { (void)checkpoints_.make(oakfield, at(5)); }
    void rotate() { (void)log().rotate_key(at(6)); }

    [[nodiscard]] std::vector<std::string> faults() const
    {
        std::vector<std::string> found;
        for (const auto& fault : verify(store_, counting_key(1)).faults) found.push_back(to_text(fault));
        return found;
    }

    /// Wraps the key of a case again without a word in the log.
    void exchange_row(const std::string& stream)
    {
        const auto organisation_row = behind_->organisation_keys(oakfield).back();
        const auto key = unwrap(organisation_row, counting_key(1)).value();
        const auto row = *behind_->stream_key(oakfield, StreamId{stream}, shared_part());
        auto append = Append{oakfield, CommandId{"exchange"}, {}, at(6), {}, {}, {}, {}, {}};
        append.entries.push_back({StreamId{"noise"}, StreamPosition{1}, text_bytes("no entry")});
        append.key_changes.rewrapped = {wrap(unwrap(row, key).value(), oakfield, row.stream, row.part,
                                             row.epoch, key, counting_nonce(9))};
        ASSERT_TRUE(behind_->append(std::span{&append, 1}).front());
    }

    [[nodiscard]] static std::string changed(const std::string& stream)
    {
        return to_text(
            Fault{oakfield, std::nullopt, StreamId{stream}, Wrong::key_row_changed, shared_part()});
    }

    std::unique_ptr<EntryStore> behind_ = store::make_memory_entry_store();
    StoreInUse store_{*behind_};
    Ledger ledger_{*behind_, counting_key(1)};
    Checkpoints checkpoints_{*behind_, ledger_, {}};

private:
    int written_ = 0;
};

TEST_F(VerifyingInUse, TilesThatAreMadeMeanwhileAreNoFault)
{
    write(300);
    checkpoint();
    store_.as_entries_are_read = {[this] {
        write(300);
        checkpoint();
    }};
    EXPECT_THAT(faults(), IsEmpty());
    EXPECT_EQ(behind_->tile_count(oakfield, 0), 2U);
}

TEST_F(VerifyingInUse, TheFirstCheckpointThatIsMadeMeanwhileIsNoFault)
{
    write(100);
    store_.as_entries_are_read = {[this] {
        write(300);
        checkpoint();
    }};
    EXPECT_THAT(faults(), IsEmpty());
    EXPECT_EQ(behind_->tile_count(oakfield, 0), 1U);
}

TEST_F(VerifyingInUse, ATileOverEntriesThatAreNotThereIsFoundAllTheSame)
{
    const auto too_many = to_text(Fault{oakfield, std::nullopt, std::nullopt, Wrong::tile_too_many});
    write(300);
    checkpoint();
    store_.planted_tiles = 1;
    EXPECT_THAT(faults(), Contains(too_many));
    store_.as_entries_are_read = {{}, [this] {
                                      write(300);
                                      checkpoint();
                                  }};
    EXPECT_THAT(faults(), Contains(too_many));
    EXPECT_EQ(behind_->tile_count(oakfield, 0), 2U);
}

TEST_F(VerifyingInUse, AnEntryThatItsStreamDoesNotGiveIsFoundAndOneWrittenMeanwhileIsNoFault)
{
    write_cases(3);
    store_.as_entries_are_read = {[this] { write_cases(1); }};
    EXPECT_THAT(faults(), IsEmpty());
    const auto newest = behind_->read_stream(oakfield, StreamId{"case-1"}, StreamPosition::start).back();
    store_.shortened = newest.stream;
    EXPECT_EQ(
        faults(),
        std::vector{to_text(Fault{oakfield, newest.log_position, newest.stream, Wrong::gap_in_stream})});
}

TEST_F(VerifyingInUse, KeysThatAreRotatedWhileEntriesAreReadAreNoFault)
{
    write_cases(30);
    store_.as_entries_are_read = {[this] { rotate(); }};
    EXPECT_THAT(faults(), IsEmpty());
    EXPECT_EQ(behind_->organisation_keys(oakfield).front().epoch, KeyEpoch{2});
}

TEST_F(VerifyingInUse, KeysThatAreRotatedOnceTheirRowsWereReadAreNoFault)
{
    write_cases(30);
    // The rows are read when it begins, and whenever one of them is not what the log says.
    store_.once_keys_were_read = {[this] { rotate(); }, [this] { rotate(); }, [this] { rotate(); }};
    store_.as_entries_are_read = {[this] { rotate(); }};
    EXPECT_THAT(faults(), IsEmpty());
    EXPECT_EQ(store_.key_reads(), 4U) << "one look more than there were rotations to trouble it";
    EXPECT_EQ(behind_->organisation_keys(oakfield).front().epoch, KeyEpoch{5});
}

TEST_F(VerifyingInUse, ARowThatWasChangedIsFoundWhenNobodyWrites)
{
    write_cases(30);
    exchange_row("case-3");
    EXPECT_THAT(faults(), Contains(changed("case-3")));
    EXPECT_EQ(store_.key_reads(), 2U) << "nobody wrote, so one more look was enough";
}

TEST_F(VerifyingInUse, ARowThatWasChangedIsFoundWhileKeysAreRotated)
{
    write_cases(30);
    store_.once_keys_were_read = {[this] { rotate(); }};
    store_.as_entries_are_read = {[this] {
        rotate();
        exchange_row("case-3");
    }};
    EXPECT_EQ(faults(), std::vector{changed("case-3")});
}

TEST_F(VerifyingInUse, AKeyThatIsRotatedAgainAndAgainIsNotLookedAtForEver)
{
    write_cases(2);
    store_.as_entries_are_read = {[this] { rotate(); }};
    for (int look = 0; look < 50; ++look) store_.once_keys_were_read.emplace_back([this] { rotate(); });
    (void)faults();
    EXPECT_LT(store_.key_reads(), 20U);
}

TEST_F(VerifyingInUse, AChildThatIsErasedMeanwhileIsNoFault)
{
    auto one = submission("c", "case-7", "of a child");
    one.entries.front().part = PartId{"child-3"};
    ASSERT_TRUE(submit(log(), one));
    store_.as_entries_are_read = {[this] {
        auto erasing = submission("e", "erasures", "erased");
        erasing.destroys = {{StreamId{"case-7"}, PartId{"child-3"}}};
        ASSERT_TRUE(submit(log(), erasing));
    }};
    EXPECT_THAT(faults(), IsEmpty());
}

TEST_F(VerifyingInUse, AFaultSaysWhoseKeyItIs)
{
    EXPECT_EQ(to_text(Fault{oakfield, LogPosition{4}, StreamId{"case-7"}, Wrong::no_key, PartId{"child-3"}}),
              "organisation oakfield-high, entry 4, stream case-7, part child-3: the key that sealed it is "
              "not there");
    EXPECT_EQ(
        to_text(Fault{oakfield, std::nullopt, StreamId{"case-7"}, Wrong::key_row_missing, shared_part()}),
        "organisation oakfield-high, stream case-7, shared part: a key that the log names is not there");
    EXPECT_EQ(to_text(Fault{oakfield, std::nullopt, std::nullopt, Wrong::key_row_missing, std::nullopt,
                            KeyEpoch{2}}),
              "organisation oakfield-high, key of epoch 2: a key that the log names is not there");
}

}  // namespace
}  // namespace safelead::ledger
