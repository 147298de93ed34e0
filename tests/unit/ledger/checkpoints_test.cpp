#include "ledger/checkpoints.h"

#include "base/unavailable.h"
#include "ledger/file_lock.h"
#include "ledger/key_rotation.h"
#include "ledger/verify.h"
#include "store/memory.h"
#include "support/failing_store.h"
#include "support/ledger_parts.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <utility>

namespace safelead::ledger {
namespace {

using namespace safelead::test;

class CheckpointsOfALog : public ::testing::Test {
protected:
    CheckpointsOfALog()
    {
        ledger_.add_organisation(oakfield, at(0));
        checkpoints_.emplace(*store_, ledger_, file_);
    }

    void write(int count)
    {
        auto& log = ledger_.organisation(oakfield);
        for (int at = 0; at < count; ++at)
            ASSERT_TRUE(submit(log, submission(fmt::format("c-{}", ++written_), "case-7")));
    }

    [[nodiscard]] SignedCheckpoint make() { return checkpoints_->make(oakfield, at(5)); }

    [[nodiscard]] Verification verified() const
    {
        return verify(*store_, counting_key(1), {}, read_checkpoint_file(file_));
    }

    TemporaryFolder folder_;
    std::filesystem::path file_ = folder_ / "data.key.checkpoints";
    std::unique_ptr<EntryStore> store_ = store::make_memory_entry_store();
    Ledger ledger_{*store_, counting_key(1)};
    std::optional<Checkpoints> checkpoints_;
    int written_ = 0;
};

TEST_F(CheckpointsOfALog, AreSignedAndSpeakOfEveryEntry)
{
    write(300);
    const auto made = make();
    const auto head = store_->head(oakfield).position;
    EXPECT_EQ(made.checkpoint.head.size, number(head));
    EXPECT_TRUE(is_signed(*parse_note(made.note), made.keys.front()));
    TreeEdge edge;
    for (const auto& entry : store_->read(oakfield, LogPosition::start, 1'000))
        edge.add(leaf_hash(entry.bytes));
    EXPECT_EQ(made.checkpoint.head.root, edge.root());
    EXPECT_EQ(store_->tile_count(oakfield, 0), 1U);
    EXPECT_EQ(read_checkpoint_file(file_).at(oakfield), made.note);
    EXPECT_TRUE(verified().is_in_order());
}

TEST_F(CheckpointsOfALog, AreNotMadeAnewWhenNothingWasWritten)
{
    write(1);
    const auto made = make();
    EXPECT_EQ(make().note, made.note);
    EXPECT_TRUE(checkpoints_->make_all(at(6)).empty());
    EXPECT_EQ(checkpoints_->newest(oakfield)->note, made.note);
    write(1);
    EXPECT_TRUE(checkpoints_->make_all(at(7)).empty());
    EXPECT_EQ(checkpoints_->newest(oakfield)->checkpoint.head.size, made.checkpoint.head.size + 1);
}

TEST_F(CheckpointsOfALog, AreLeftOutOfWhatTheLogSays)
{
    write(2);
    (void)make();
    EXPECT_EQ(ledger_.organisation(oakfield).read(LogPosition::start, 100)->entries.size(), 2U);
}

TEST_F(CheckpointsOfALog, ProveEachEntryAndThatTheyLeadOnFromEachOther)
{
    write(5);
    const auto earlier = make();
    write(300);
    const auto later = make();
    const auto size = later.checkpoint.head.size;
    for (const std::uint64_t position : {std::uint64_t{1}, std::uint64_t{256}, std::uint64_t{257}, size}) {
        const auto proof = checkpoints_->prove(oakfield, LogPosition{position});
        ASSERT_TRUE(proof);
        EXPECT_EQ(root_by_inclusion(position - 1, size, proof->leaf, proof->path),
                  later.checkpoint.head.root);
    }
    EXPECT_FALSE(checkpoints_->prove(oakfield, LogPosition{size + 1}));
    EXPECT_FALSE(checkpoints_->prove(oakfield, LogPosition::start));
    const auto path = checkpoints_->prove(oakfield, earlier.checkpoint.head.size, size);
    EXPECT_TRUE(is_consistent(earlier.checkpoint.head, later.checkpoint.head, path.value()));
    EXPECT_FALSE(checkpoints_->prove(oakfield, 0, size));
    EXPECT_FALSE(checkpoints_->prove(oakfield, 5, size + 1));
}

TEST_F(CheckpointsOfALog, AreSignedByTheNewKeyAndTheOneBeforeItAfterARotation)
{
    write(3);
    const auto before = make();
    const auto after = checkpoints_->rotate(oakfield, at(6));
    ASSERT_EQ(after.keys.size(), 2U);
    EXPECT_EQ(after.keys[1], before.keys[0]);
    EXPECT_NE(after.keys[0], before.keys[0]);
    const auto note = *parse_note(after.note);
    EXPECT_TRUE(is_signed(note, after.keys[0]));
    EXPECT_TRUE(is_signed(note, before.keys[0])) << "whoever knows only the old key can follow on";
    EXPECT_TRUE(is_signed(*parse_note(before.note), before.keys[0])) << "old checkpoints stay verifiable";
    EXPECT_TRUE(verified().is_in_order());

    EXPECT_EQ(followed(before.keys[0], checkpoints_->key_rotations(oakfield)), after.keys[0]);

    const auto twice = checkpoints_->rotate(oakfield, at(7));
    const auto rotations = checkpoints_->key_rotations(oakfield);
    EXPECT_EQ(followed(before.keys[0], rotations), twice.keys[0]);
    EXPECT_EQ(followed(after.keys[0], rotations), twice.keys[0]);
    EXPECT_EQ(followed(twice.keys[0], rotations), twice.keys[0]);
    const NoteKey stranger{before.keys[0].name, NoteKeyKind::note, crypto::public_key_of(counting_key(9))};
    EXPECT_EQ(followed(stranger, rotations), stranger);
    EXPECT_EQ(followed(before.keys[0], key_rotation(stranger, counting_key(9))), before.keys[0])
        << "nobody is believed but the key that is known";
    EXPECT_EQ(followed(before.keys[0], "nonsense\n\n" + rotations.substr(0, rotations.size() / 2)),
              after.keys[0]);
    EXPECT_EQ(checkpoints_->key_chain(oakfield), to_text(before.keys[0]) + '\n' + rotations);
    EXPECT_FALSE(is_signed(*parse_note(twice.note), before.keys[0]));
    EXPECT_TRUE(verified().is_in_order());
}

TEST_F(CheckpointsOfALog, HaveAChainOfOneKeyBeforeAnyRotationAndOfAHundredAndOneAtMost)
{
    EXPECT_EQ(checkpoints_->key_chain(OrganisationId{"nobody"}), "");
    write(3);
    EXPECT_EQ(checkpoints_->key_chain(oakfield), "");
    EXPECT_EQ(checkpoints_->key_rotations(oakfield), "");
    const auto first = make();
    EXPECT_EQ(checkpoints_->key_chain(oakfield), to_text(first.keys[0]) + '\n');
    EXPECT_EQ(checkpoints_->key_rotations(oakfield), "");

    const auto second = checkpoints_->rotate(oakfield, at(6));
    for (int turn = 0; turn < 99; ++turn) (void)checkpoints_->rotate(oakfield, at(7));
    EXPECT_TRUE(checkpoints_->key_chain(oakfield).starts_with(to_text(first.keys[0])));
    const auto last = checkpoints_->rotate(oakfield, at(8));
    const auto chain = checkpoints_->key_chain(oakfield);
    EXPECT_TRUE(chain.starts_with(to_text(second.keys[0]))) << "older ones are left out";
    EXPECT_EQ(followed(second.keys[0], checkpoints_->key_rotations(oakfield)), last.keys[0]);
}

/// The same log as another, as far as that had come.
std::unique_ptr<EntryStore> older_copy(const EntryStore& of, std::uint64_t most)
{
    auto copy = store::make_memory_entry_store();
    for (const auto& stored : of.read(oakfield, LogPosition::start, most)) {
        const auto entry = *parse_entry(stored.bytes);
        const auto receipt = *of.receipt(oakfield, entry.header.command);
        Append append{oakfield, entry.header.command, receipt.content, stored.time, {}, {}, {}, {}};
        for (const auto& one : of.read(oakfield, LogPosition{number(receipt.recorded.first) - 1},
                                       number(receipt.recorded.last) - number(receipt.recorded.first) + 1))
            append.entries.push_back({one.stream, one.position, one.bytes});
        if (stored.log_position != receipt.recorded.last) continue;
        if (receipt.recorded.first == LogPosition{1})
            append.organisation_keys = of.organisation_keys(oakfield);
        for (const auto& one : append.entries)
            if (one.position == StreamPosition{1})
                append.keys.push_back(*of.stream_key(oakfield, one.stream, shared_part()));
        EXPECT_TRUE(copy->append(std::span{&append, 1}).front());
    }
    return copy;
}

TEST_F(CheckpointsOfALog, ShowByTheFileBesideTheKeyThatAnOlderCopyWasPutBack)
{
    write(10);
    (void)make();
    const auto known = checkpoints_->newest(oakfield)->checkpoint.head;
    const auto copy = older_copy(*store_, known.size - 4);
    Ledger ledger{*copy, counting_key(1)};
    Checkpoints checkpoints{*copy, ledger, file_};

    const std::vector<LostEnd> expected{{oakfield, known, known.size - 4}};
    ASSERT_EQ(checkpoints.lost_ends(), expected);
    EXPECT_NE(to_text(expected[0]).find("an older copy of the data was put back"), std::string::npos);
    EXPECT_THROW((void)checkpoints.make(oakfield, at(9)), Unavailable);
    const auto report = verify(*copy, counting_key(1), {}, read_checkpoint_file(file_));
    const std::vector<Fault> faults{
        {oakfield, LogPosition{known.size - 3}, std::nullopt, Wrong::rolled_back}};
    ASSERT_FALSE(report.faults.empty());
    EXPECT_EQ(report.faults.back(), faults[0]);
}

TEST_F(CheckpointsOfALog, BeginAnotherEpochWhenSomebodySaysThatTheEndIsLost)
{
    write(10);
    const auto before = make();
    const auto known = before.checkpoint.head;
    const auto copy = older_copy(*store_, known.size - 4);
    Ledger ledger{*copy, counting_key(1)};
    Checkpoints checkpoints{*copy, ledger, file_};
    const auto lost = checkpoints.lost_ends().at(0);
    const auto made =
        checkpoints.begin_epoch(lost, oakfield, "The disk broke; the last backup was older.", at(9));

    EXPECT_EQ(made.checkpoint.origin, before.checkpoint.origin + "/2");
    EXPECT_TRUE(checkpoints.lost_ends().empty());
    EXPECT_TRUE(verify(*copy, counting_key(1), {}, read_checkpoint_file(file_)).is_in_order());
    const auto said = *ledger.organisation(oakfield).read_stream(tree_stream(), StreamPosition::start);
    const TreeEpochNoted expected{TreeEpoch{2}, known, known.size - 4,
                                  "The disk broke; the last backup was older."};
    EXPECT_EQ(parse_tree_note(said.back().plaintext), TreeNoted{expected});
    for (const auto& begun : {checkpoints.epochs(oakfield), verify(*copy, counting_key(1)).epochs}) {
        ASSERT_EQ(begun.size(), 1U);
        EXPECT_EQ(begun[0].organisation, oakfield);
        EXPECT_EQ(begun[0].at, at(9));
        EXPECT_EQ(begun[0].said, expected);
    }
    EXPECT_TRUE(checkpoints_->epochs(oakfield).empty());

    // Started again, it goes on in that epoch.
    Checkpoints later{*copy, ledger, file_};
    ASSERT_TRUE(submit(ledger.organisation(oakfield), submission("d-1", "case-7")));
    EXPECT_EQ(later.make(oakfield, at(10)).checkpoint.origin, made.checkpoint.origin);
}

TEST_F(CheckpointsOfALog, BeginNoEpochWhereTheTreeIsNotThatOfTheEntries)
{
    write(300);
    const auto earlier = make();
    write(300);
    const auto later = make();
    const KeptCheckpoint of_earlier{LogPosition{earlier.checkpoint.head.size}, earlier.note};
    const KeptCheckpoint of_later{LogPosition{later.checkpoint.head.size}, later.note};
    const auto both = store_->tiles(oakfield, 0, 0, 2);
    ASSERT_EQ(both.size(), 2U);
    const std::vector<TreeTile> first{both.front()};
    auto changed = first;
    changed.front().root.front() ^= std::byte{1};

    // Tiles, or a checkpoint, over entries that were taken out; a tile that was changed; a backup as it was.
    constexpr std::uint64_t left = 400;
    const auto epoch_begins = [&](const std::vector<TreeTile>& tiles, const KeptCheckpoint& kept) {
        const auto copy = older_copy(*store_, left);
        copy->keep_tree(oakfield, tiles, kept);
        Ledger ledger{*copy, counting_key(1)};
        Checkpoints checkpoints{*copy, ledger, file_};
        const auto lost = checkpoints.lost_ends().at(0);
        try {
            (void)checkpoints.begin_epoch(lost, oakfield, "The disk broke.", at(9));
        } catch (const Unavailable&) {
            EXPECT_EQ(copy->head(oakfield).position, LogPosition{left}) << "nothing was written";
            EXPECT_EQ(read_checkpoint_file(file_).at(oakfield), later.note) << "the evidence stays";
            return false;
        }
        EXPECT_TRUE(verify(*copy, counting_key(1), {}, read_checkpoint_file(file_)).is_in_order());
        return true;
    };
    EXPECT_FALSE(epoch_begins(both, of_earlier));
    EXPECT_FALSE(epoch_begins(first, of_later));
    EXPECT_FALSE(epoch_begins(changed, of_earlier));
    EXPECT_TRUE(epoch_begins(first, of_earlier));
}

TEST_F(CheckpointsOfALog, ShowCosignaturesOfTheEpochThatIsThatDiffer)
{
    write(10);
    auto of_before = make().checkpoint;
    const auto copy = older_copy(*store_, of_before.head.size - 4);
    Ledger ledger{*copy, counting_key(1)};
    Checkpoints checkpoints{*copy, ledger, file_};
    auto of_epoch =
        checkpoints.begin_epoch(checkpoints.lost_ends().at(0), oakfield, "The disk broke.", at(9)).checkpoint;
    const auto faults_with = [&](Checkpoint& of) {
        of.head = {5, TreeHash{}};
        Note note{to_text(of), {}};
        note.signatures.push_back(cosign_note(note.text, "witness.example/1", counting_key(9), at(60'000)));
        copy->keep_cosignature(
            oakfield, {"witness.example/1", Date{std::chrono::sys_days{}}, LogPosition{5}, to_text(note)});
        return verify(*copy, counting_key(1), {}, read_checkpoint_file(file_)).faults;
    };
    EXPECT_TRUE(faults_with(of_before).empty()) << "it may have been of the log that was lost";
    const std::vector<Fault> expected{{oakfield, LogPosition{5}, std::nullopt, Wrong::cosigned_differs}};
    EXPECT_EQ(faults_with(of_epoch), expected);
}

TEST_F(CheckpointsOfALog, ShowACopyFromBeforeAnEpochHoweverLongItIs)
{
    write(10);
    const auto first = make();
    const auto second = older_copy(*store_, first.checkpoint.head.size - 4);
    Ledger in_second{*second, counting_key(1)};
    Checkpoints of_second{*second, in_second, file_};
    (void)of_second.begin_epoch(of_second.lost_ends().at(0), oakfield, "The disk broke.", at(9));
    for (int count = 0; count < 6; ++count)
        ASSERT_TRUE(
            submit(in_second.organisation(oakfield), submission(fmt::format("d-{}", count), "case-7")));
    const auto size = of_second.make(oakfield, at(10)).checkpoint.head.size;

    const auto third = older_copy(*second, size - 3);
    Ledger in_third{*third, counting_key(1)};
    Checkpoints of_third{*third, in_third, file_};
    const auto known =
        of_third.begin_epoch(of_third.lost_ends().at(0), oakfield, "It broke again.", at(11)).checkpoint;
    ASSERT_EQ(known.origin, first.checkpoint.origin + "/3");
    ASSERT_TRUE(of_third.lost_ends().empty());

    // Shorter than what was signed in epoch 3, longer, and from before there was any epoch but the first.
    for (const auto& [from, entries] : {std::pair{second.get(), size - 5},
                                        {second.get(), size},
                                        {store_.get(), first.checkpoint.head.size}}) {
        const auto copy = older_copy(*from, entries);
        Ledger ledger{*copy, counting_key(1)};
        Checkpoints checkpoints{*copy, ledger, file_};
        const std::vector<LostEnd> expected{{oakfield, known.head, entries, TreeEpoch{3}}};
        EXPECT_EQ(checkpoints.lost_ends(), expected);
        EXPECT_THROW((void)checkpoints.make(oakfield, at(12)), Unavailable);
        EXPECT_EQ(checkpoint_in(read_checkpoint_file(file_).at(oakfield)), known) << "the evidence stays";
        const auto faults = verify(*copy, counting_key(1), {}, read_checkpoint_file(file_)).faults;
        ASSERT_FALSE(faults.empty());
        EXPECT_EQ(faults.back().wrong, Wrong::rolled_back);
    }
    // Said to be lost, it begins an epoch that nothing was signed in.
    Checkpoints again{*second, in_second, file_};
    EXPECT_EQ(
        again.begin_epoch(again.lost_ends().at(0), oakfield, "The copy is lost.", at(13)).checkpoint.origin,
        first.checkpoint.origin + "/4");
    EXPECT_TRUE(again.lost_ends().empty());
    EXPECT_TRUE(verify(*second, counting_key(1), {}, read_checkpoint_file(file_)).is_in_order());
}

TEST_F(CheckpointsOfALog, AreNotMadeOfALogThatWasRewritten)
{
    write(4);
    const auto known = make();
    for (const int entries : {4, 20, 600}) {
        // Another log with the same ids, made by somebody who has the key.
        const auto other = store::make_memory_entry_store();
        Ledger ledger{*other, counting_key(1)};
        ledger.add_organisation(oakfield, at(0));
        auto& log = ledger.organisation(oakfield);
        for (int at = 0; at < entries; ++at)
            ASSERT_TRUE(submit(log, submission(fmt::format("x-{}", at), "case-7")));
        (void)Checkpoints{*other, ledger, {}}.make(oakfield, at(3));

        Checkpoints checkpoints{*other, ledger, file_};
        const auto lost = checkpoints.lost_ends();
        ASSERT_EQ(lost.size(), 1U);
        EXPECT_GE(lost[0].left, known.checkpoint.head.size);
        EXPECT_NE(to_text(lost[0]).find("is another than the one whose checkpoint is kept beside the key"),
                  std::string::npos);
        EXPECT_THROW((void)checkpoints.make(oakfield, at(4)), Unavailable);
        EXPECT_EQ(read_checkpoint_file(file_).at(oakfield), known.note) << "the evidence stays";
        const auto report = verify(*other, counting_key(1), {}, read_checkpoint_file(file_));
        ASSERT_EQ(report.faults.size(), 1U);
        EXPECT_EQ(report.faults[0].wrong, Wrong::rewritten);
    }
}

TEST_F(CheckpointsOfALog, GoOnWithAnotherLogWhenSomebodySaysThatTheOneThatWasSignedIsLost)
{
    write(10);
    const auto known = make();
    for (const int entries : {1, 20}) {
        // Made anew beside the file of the one before it: its first entry, and so its origin, is another.
        TemporaryFolder folder;
        const auto file = folder / "data.key.checkpoints";
        std::filesystem::copy_file(file_, file);
        const auto other = store::make_memory_entry_store();
        Ledger ledger{*other, counting_key(1)};
        ledger.add_organisation(oakfield, at(0));
        auto& log = ledger.organisation(oakfield);
        for (int at = 0; at < entries; ++at)
            ASSERT_TRUE(submit(log, submission(fmt::format("x-{}", at), "case-7")));

        Checkpoints checkpoints{*other, ledger, file};
        const auto lost = checkpoints.lost_ends().at(0);
        const auto made = checkpoints.begin_epoch(lost, oakfield, "It was set up anew.", at(9)).checkpoint;
        EXPECT_TRUE(made.origin.ends_with("/2")) << made.origin;
        EXPECT_FALSE(made.origin.starts_with(known.checkpoint.origin));
        EXPECT_TRUE(checkpoints.lost_ends().empty());
        EXPECT_EQ(checkpoints.epochs(oakfield).size(), 1U);
        EXPECT_EQ(checkpoint_in(read_checkpoint_file(file).at(oakfield)), made);
        EXPECT_TRUE(verify(*other, counting_key(1), {}, read_checkpoint_file(file)).is_in_order());

        // The file of the log that was lost, put back, is known to be of it; what was signed of that log
        // later is not.
        EXPECT_TRUE((Checkpoints{*other, ledger, file_}.lost_ends().empty()));
        EXPECT_TRUE(verify(*other, counting_key(1), {}, read_checkpoint_file(file_)).is_in_order());
        write(1);
        (void)make();
        EXPECT_EQ((Checkpoints{*other, ledger, file_}.lost_ends().size()), 1U);
        EXPECT_FALSE(verify(*other, counting_key(1), {}, read_checkpoint_file(file_)).is_in_order());
    }
}

TEST_F(CheckpointsOfALog, StartWithAFileThatIsBehindThem)
{
    write(300);
    (void)make();
    write(300);
    // As when it was killed between the store and the file.
    (void)Checkpoints{*store_, ledger_, {}}.make(oakfield, at(6));
    EXPECT_TRUE((Checkpoints{*store_, ledger_, file_}.lost_ends().empty()));
    EXPECT_TRUE(verified().is_in_order());
}

TEST_F(CheckpointsOfALog, KeepOnlyWhatAWitnessTrulySaidOfThem)
{
    write(3);
    const auto made = make();
    const auto seed = counting_key(9);
    const NoteKey witness{"witness.example/1", NoteKeyKind::cosignature, crypto::public_key_of(seed)};
    auto note = *parse_note(made.note);
    const auto ours = to_text(note);
    EXPECT_FALSE(checkpoints_->keep_cosignature(oakfield, ours, witness)) << "nobody cosigned it";
    note.signatures.push_back(cosign_note(note.text, witness.name, seed, at(60'000)));
    note.signatures.push_back({"somebody/else", {}, Bytes(20)});
    EXPECT_TRUE(checkpoints_->keep_cosignature(oakfield, to_text(note), witness));
    const auto kept = store_->cosignatures(oakfield);
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].size, LogPosition{made.checkpoint.head.size});
    EXPECT_TRUE(cosigned_at(*parse_note(kept[0].note), witness));
    EXPECT_EQ(kept[0].note.find("somebody"), std::string::npos);

    auto other = made.checkpoint;
    other.head.root.front() ^= std::byte{1};
    Note lie{to_text(other), {}};
    lie.signatures.push_back(cosign_note(lie.text, witness.name, seed, at(60'000)));
    EXPECT_FALSE(checkpoints_->keep_cosignature(oakfield, to_text(lie), witness));
    EXPECT_TRUE(verified().is_in_order());
}

TEST_F(CheckpointsOfALog, KeepTheNewestThatAWitnessSaidInADay)
{
    const auto seed = counting_key(9);
    const NoteKey witness{"witness.example/1", NoteKeyKind::cosignature, crypto::public_key_of(seed)};
    const auto cosigned = [&](const SignedCheckpoint& made, Instant when) {
        auto note = *parse_note(made.note);
        note.signatures.push_back(cosign_note(note.text, witness.name, seed, when));
        return to_text(note);
    };
    write(3);
    const auto earlier = cosigned(make(), at(60'000));
    EXPECT_TRUE(checkpoints_->keep_cosignature(oakfield, earlier, witness));
    write(3);
    const auto made = make();
    EXPECT_TRUE(checkpoints_->keep_cosignature(oakfield, cosigned(made, at(120'000)), witness));
    EXPECT_TRUE(checkpoints_->keep_cosignature(oakfield, earlier, witness)) << "it is true, and nothing new";
    const auto kept = store_->cosignatures(oakfield);
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(kept[0].size, LogPosition{made.checkpoint.head.size});
    EXPECT_EQ(cosigned_at(*parse_note(kept[0].note), witness), at(120'000));
}

/// Another server does something whenever this one has asked where a log ends, and before it first writes.
class StoreOfTwo final : public StoreInFront {
public:
    StoreOfTwo(EntryStore& behind, std::function<void()> elsewhere)
        : StoreInFront{behind}, behind_{behind}, elsewhere_{std::move(elsewhere)}
    {
    }
    LogHead head(const OrganisationId& organisation) const override
    {
        const auto head = behind_.head(organisation);
        if (is_busy) elsewhere_();
        return head;
    }
    std::vector<AppendResult> append(std::span<const Append> group) override
    {
        if (!std::exchange(has_written_, true)) elsewhere_();
        return behind_.append(group);
    }

    bool is_busy = false;

private:
    EntryStore& behind_;
    std::function<void()> elsewhere_;
    bool has_written_ = false;
};

TEST_F(CheckpointsOfALog, AreMadeWhileAnotherServerMakesLaterOnes)
{
    StoreOfTwo store{*store_, [this] {
                         write(1);
                         (void)make();
                     }};
    Ledger here{store, counting_key(1)};
    Checkpoints checkpoints{store, here, file_};
    // Both announce the first key at once.
    const auto made = checkpoints.make(oakfield, at(5));
    EXPECT_EQ(written_, 1);
    EXPECT_EQ(made.keys, checkpoints_->newest(oakfield)->keys);
    EXPECT_TRUE(verified().is_in_order());

    write(1);
    store.is_busy = true;
    EXPECT_EQ(checkpoints.make_all(at(6)), std::vector<std::string>{});
    store.is_busy = false;
    EXPECT_GE(written_, 4) << "it was busy while this was made";
    EXPECT_EQ(read_checkpoint_file(file_).at(oakfield), store_->checkpoint(oakfield)->note);
    EXPECT_EQ(store_->checkpoint(oakfield)->size, store_->head(oakfield).position);
    EXPECT_TRUE(verified().is_in_order());
}

TEST_F(CheckpointsOfALog, OfTwoServersWithOneFileAllStayThere)
{
    ledger_.add_organisation(riverside, at(0));
    Checkpoints elsewhere{*store_, ledger_, file_};
    const auto kept = [this] {
        return CheckpointsBeside{{oakfield, store_->checkpoint(oakfield)->note},
                                 {riverside, store_->checkpoint(riverside)->note}};
    };
    (void)make();
    (void)elsewhere.make(riverside, at(5));
    EXPECT_EQ(read_checkpoint_file(file_), kept());
    write(1);
    (void)make();
    ASSERT_TRUE(submit(ledger_.organisation(riverside), submission("r-1", "case-1")));
    (void)elsewhere.make(riverside, at(6));
    EXPECT_EQ(read_checkpoint_file(file_), kept());
    std::vector<std::string> names;
    for (const auto& one : std::filesystem::directory_iterator{folder_ / ""})
        names.push_back(one.path().filename().string());
    std::ranges::sort(names);
    EXPECT_EQ(names, (std::vector<std::string>{"data.key.checkpoints", "data.key.checkpoints.lock"}));
}

TEST_F(CheckpointsOfALog, WaitOnceInARoundForWhoeverHoldsTheFile)
{
    ledger_.add_organisation(riverside, at(0));
    auto lock = file_;
    lock += ".lock";
    const auto held = FileLock::take(lock, std::chrono::milliseconds{0});
    ASSERT_TRUE(held);
    EXPECT_EQ(checkpoints_->make_all(at(1)).size(), 1U) << "and not as long again for the other log";
}

TEST_F(CheckpointsOfALog, KeepTheLaterInTheFileAndLeaveOutWhatAnotherServerTookOut)
{
    ledger_.add_organisation(riverside, at(0));
    write(1);
    const auto earlier = make().note;
    write(1);
    const auto later = make().note;
    EXPECT_TRUE(is_later(later, earlier));
    EXPECT_FALSE(is_later(earlier, later));
    EXPECT_FALSE(is_later(later, later));

    const auto as_it_is = [](CheckpointsBeside&) {};
    const CheckpointsBeside of_old{{oakfield, earlier}, {riverside, earlier}};
    EXPECT_EQ(change_checkpoint_file(file_, of_old, as_it_is), (CheckpointsBeside{{oakfield, later}}));
    std::filesystem::remove(file_);
    EXPECT_EQ(change_checkpoint_file(file_, of_old, as_it_is), of_old);
    EXPECT_EQ(change_checkpoint_file(file_, {{oakfield, later}}, as_it_is),
              (CheckpointsBeside{{oakfield, later}, {riverside, earlier}}));
}

TEST_F(CheckpointsOfALog, ChangeTheFileAlsoWhereNothingCanBeLocked)
{
    write(1);
    const CheckpointsBeside known{{oakfield, make().note}};
    std::filesystem::remove(file_);
    auto lock = file_;
    lock += ".lock";
    std::filesystem::remove(lock);
    std::filesystem::create_directory(lock);  // what can't be opened as a file
    EXPECT_EQ(change_checkpoint_file(file_, known, [](CheckpointsBeside&) {}), known);
    EXPECT_EQ(read_checkpoint_file(file_), known);
}

TEST(CheckpointFile, IsReadAsItWasWrittenAndSaysWhenItIsNotOne)
{
    const TemporaryFolder folder;
    const auto file = folder / "k.checkpoints";
    EXPECT_TRUE(read_checkpoint_file(file).empty());
    const auto store = store::make_memory_entry_store();
    Ledger ledger{*store, counting_key(1)};
    ledger.add_organisation(oakfield, at(0));
    ledger.add_organisation(riverside, at(0));
    Checkpoints checkpoints{*store, ledger, file};
    EXPECT_TRUE(checkpoints.make_all(at(1)).empty());
    const CheckpointsBeside expected{{oakfield, checkpoints.newest(oakfield)->note},
                                     {riverside, checkpoints.newest(riverside)->note}};
    EXPECT_EQ(read_checkpoint_file(file), expected);
    EXPECT_EQ(std::filesystem::status(file).permissions(), std::filesystem::perms{0600});
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - 5);
    EXPECT_THROW((void)read_checkpoint_file(file), Unavailable);
}

}  // namespace
}  // namespace safelead::ledger
