#pragma once

// How the record is kept: what every database must do for the ledger (tests/contract holds each to it).
//
// 1. Each organisation has a log. Entries are only ever added at its end: 1, 2, … without gaps, and within
//    each of its streams 1, 2, … without gaps. Nothing here changes an entry or takes one away. (A child is
//    erased by destroying a key.)
// 2. A store is given sealed bytes. It can hold them and it can lose them; it can't read them.
// 3. Appends come in groups: one transaction, one sync to disk. Within a group each append stands or falls
//    alone: one that says a stream is where it isn't changes nothing and is told so; the others are kept.
// 4. When `append` returns, all that it says was kept is on disk. When it throws, nothing of the group may be
//    relied upon, and the store refuses every later append: what is on its disk is no longer known. But when
//    it throws NotKnownToBeKept, it goes on: a command sent again is kept then, or gets its first receipt.
// 5. A command is kept once. Sent again, it gets its first receipt; with other content, it is refused.

#include "base/unavailable.h"
#include "ledger/entry.h"
#include "ledger/fact_row.h"
#include "ledger/key_row.h"
#include "ledger/receipt.h"
#include "ledger/tree_rows.h"

#include <functional>
#include <optional>
#include <span>
#include <utility>
#include <variant>
#include <vector>

namespace safelead::ledger {

/// One entry as a store is given it.
struct SealedEntry {
    StreamId stream;
    StreamPosition position;
    Bytes bytes;
};

/// One entry as a store gives it back.
struct StoredEntry {
    LogPosition log_position;
    StreamId stream;
    StreamPosition position;
    Instant time;
    Bytes bytes;
};

/// Where one entry stands, without what is in it.
struct EntryPlace {
    LogPosition log_position;
    StreamId stream;
    StreamPosition position;

    bool operator==(const EntryPlace&) const = default;
};

/// One stream from its beginning, as a store gives it back.
struct StreamRows {
    std::vector<StoredEntry> entries;
    std::vector<StreamKeyRow> keys;  ///< Its keys, where it saves a question to read them along; or none.
};

/// What becomes of keys that are there. Done in the transaction of the entry in `keys_stream()` that says so,
/// whose place in that stream stands for all that was seen of the keys: whoever came first there is found
/// out.
struct KeyChanges {
    std::vector<OrganisationKeyRow>
        next_organisation_keys;  ///< The next epoch, where there is a log already.
    std::vector<OrganisationKeyRow> organisation_keys_rewrapped;  ///< In place of the row of that epoch.
    std::vector<StreamKeyRow> rewrapped;                 ///< In place of the row of that stream and part.
    std::vector<std::pair<StreamId, PartId>> destroyed;  ///< The row stays, and says so (`destroyed_row`).
    std::vector<KeyEpoch> epochs_destroyed;              ///< These rows go.
};

/// What one command writes, all or nothing.
struct Append {
    OrganisationId organisation;
    CommandId command;
    crypto::Digest content;            ///< The keyed digest of what the command said.
    Instant time;                      ///< Of every entry in it; never before the log's newest.
    std::vector<SealedEntry> entries;  ///< At least one.
    std::vector<StreamKeyRow> keys;    ///< Made for these entries.
    std::vector<OrganisationKeyRow> organisation_keys;  ///< When the organisation is new.
    std::vector<StreamKeyRow>
        relies_on;  ///< Keys that sealed these entries and were not yet kept when they did.
    KeyChanges key_changes{};
    std::vector<FactRow> facts{};  ///< Kept with the entries; no row names another (docs/formats/facts.md).
    std::optional<CommandId>
        follows{};  ///< Ours before it in `keys_stream()`, still on its way then: must be kept.
    std::vector<std::pair<StreamId, PartId>>
        sealed_under{};  ///< Parts whose key was kept already, where another server may destroy it, and those
                         ///< that the entries only name.
    std::optional<LogPosition> log_seen{};  ///< The log goes no further than this.
};

using AppendResult = Result<Recorded, NotRecorded>;

/// Where a log ends.
struct LogHead {
    LogPosition position = LogPosition::start;
    Instant time{};  ///< Of the newest entry.
};

/// Where a log ended at one moment, and all that goes with that and may change later.
struct LogMoment {
    LogHead head;
    std::vector<OrganisationKeyRow> organisation_keys;
    std::vector<StreamKeyRow> stream_keys;
    std::vector<FactRow> facts;
    std::optional<KeptCheckpoint> checkpoint;
    std::vector<KeptCosignature> cosignatures;
};

/// Nothing of a group may be relied upon, but the store itself is whole and may be written to again.
class NotKnownToBeKept : public Unavailable {
    using Unavailable::Unavailable;
};

/// Who may be writing to a store.
enum class Writers { this_program_alone, several };

class EntryStore {
public:
    EntryStore() = default;
    EntryStore(const EntryStore&) = delete;
    EntryStore& operator=(const EntryStore&) = delete;
    virtual ~EntryStore() = default;

    /// Keeps a group and says for each append, in order, what became of it. A log starts with its first
    /// append. A key that is there already, one that is not under the organisation's newest key, one relied
    /// on that is not there exactly so, a command it follows that was not kept, a log that went on past what
    /// was seen, or a time before the log's newest, is a Conflict of `keys_stream()`; one that is sealed
    /// under a key that was destroyed is PartErased. What is destroyed is overwritten, as far as the database
    /// can, before it returns. Called from one thread at a time.
    /// @throws Unavailable when the group could not be made durable.
    [[nodiscard]] virtual std::vector<AppendResult> append(std::span<const Append> group) = 0;

    /// With several, what was read may be out of date at once, and conflicts are nothing strange.
    [[nodiscard]] virtual Writers writers() const { return Writers::this_program_alone; }

    // What follows may be called from any thread at any time, and sees all that was kept before.

    /// As `head` and those of its other parts would answer with nothing written between them.
    [[nodiscard]] virtual LogMoment moment(const OrganisationId& organisation) const = 0;

    /// Keeps full tiles of a log's tree and its newest checkpoint, all or nothing; on disk when it returns. A
    /// tile that is there already stays as it is. A checkpoint of fewer entries than the one kept changes
    /// nothing.
    /// @throws Unavailable when they could not be made durable.
    virtual void keep_tree(const OrganisationId& organisation, std::span<const TreeTile> tiles,
                           const KeptCheckpoint& checkpoint) = 0;

    /// Keeps what a witness said: of each witness, the last of each day.
    virtual void keep_cosignature(const OrganisationId& organisation, const KeptCosignature& cosignature) = 0;

    /// At most `limit` entries of a log after `after`, in order.
    [[nodiscard]] virtual std::vector<StoredEntry> read(const OrganisationId& organisation, LogPosition after,
                                                        std::size_t limit) const = 0;

    /// Where the entries stand that `read` would give, without their bytes: who keeps what is folded from the
    /// log learns from it which streams have gone on.
    [[nodiscard]] virtual std::vector<EntryPlace> places(const OrganisationId& organisation,
                                                         LogPosition after, std::size_t limit) const = 0;

    /// All entries of one stream after `after`, in order.
    [[nodiscard]] virtual std::vector<StoredEntry> read_stream(const OrganisationId& organisation,
                                                               const StreamId& stream,
                                                               StreamPosition after) const = 0;

    /// Each of these streams, in their order: asked for one after another, unless the store can do better.
    [[nodiscard]] virtual std::vector<StreamRows> read_streams(const OrganisationId& organisation,
                                                               std::span<const StreamId> streams) const;

    /// All facts of an organisation, by id.
    [[nodiscard]] virtual std::vector<FactRow> facts(const OrganisationId& organisation) const = 0;

    [[nodiscard]] virtual std::vector<OrganisationId> organisations() const = 0;
    [[nodiscard]] virtual LogHead head(const OrganisationId& organisation) const = 0;
    [[nodiscard]] virtual StreamPosition stream_head(const OrganisationId& organisation,
                                                     const StreamId& stream) const = 0;
    [[nodiscard]] virtual std::optional<Receipt> receipt(const OrganisationId& organisation,
                                                         const CommandId& command) const = 0;
    [[nodiscard]] virtual std::uint64_t receipt_count(const OrganisationId& organisation) const = 0;

    [[nodiscard]] virtual std::vector<OrganisationKeyRow> organisation_keys(
        const OrganisationId& organisation) const = 0;
    [[nodiscard]] virtual std::optional<StreamKeyRow> stream_key(const OrganisationId& organisation,
                                                                 const StreamId& stream,
                                                                 const PartId& part) const = 0;
    [[nodiscard]] virtual std::vector<StreamKeyRow> stream_keys(const OrganisationId& organisation) const = 0;

    [[nodiscard]] virtual std::uint64_t tile_count(const OrganisationId& organisation,
                                                   unsigned level) const = 0;
    /// At most `limit` tiles of a level from number `from` on, in order.
    [[nodiscard]] virtual std::vector<TreeTile> tiles(const OrganisationId& organisation, unsigned level,
                                                      std::uint64_t from, std::size_t limit) const = 0;
    /// Their roots alone, likewise.
    [[nodiscard]] virtual std::vector<crypto::Digest> tile_roots(const OrganisationId& organisation,
                                                                 unsigned level, std::uint64_t from,
                                                                 std::size_t limit) const = 0;
    [[nodiscard]] virtual std::optional<KeptCheckpoint> checkpoint(
        const OrganisationId& organisation) const = 0;
    /// By witness and day.
    [[nodiscard]] virtual std::vector<KeptCosignature> cosignatures(
        const OrganisationId& organisation) const = 0;

    /// At most `limit` that are wrapped by an organisation key before `epoch`; none that are destroyed.
    [[nodiscard]] virtual std::vector<StreamKeyRow> stream_keys_before(const OrganisationId& organisation,
                                                                       KeyEpoch epoch,
                                                                       std::size_t limit) const = 0;
};

}  // namespace safelead::ledger
