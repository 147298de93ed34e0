#pragma once

// The record, as the rest of the program sees it: write down, read back.
//
// 1. `Log::submit` seals at once, on the caller's thread, and gives back a Later that is ready when the
//    entries are on disk. A conflict, or a command that was carried out before, is known at once or when its
//    first sending is kept.
// 2. One thread per store, the committer, groups what is waiting into one transaction and one sync. Before
//    anybody is told, it tells `on_committed`, in the order of each log, so that what is kept in memory goes
//    forward in order.
// 3. When a commit fails, everyone waiting gets Unavailable, and so does everyone after: the program must be
//    started again, because what is on the disk is no longer known. But where the store says that it is whole
//    (NotKnownToBeKept: the disk is full, the database is out of reach), those after are served as soon as it
//    can.
// 4. Keys are made at first use, and a digest of each wrapped key is written to the log in the same append.

#include "base/later.h"
#include "crypto/secret_key.h"
#include "ledger/entry_store.h"
#include "ledger/fault.h"
#include "ledger/opening.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace safelead::ledger {

/// A stream as the writer last saw it. `start` says that it must not exist yet.
struct Expectation {
    StreamId stream;
    StreamPosition last_seen;
};

/// One entry to be written. Streams the submission expects nothing of are added to wherever they are (a day
/// of views).
struct NewEntry {
    StreamId stream;
    PartId part;
    Bytes plaintext;
};

/// What one command writes, all or nothing.
struct Submission {
    CommandId command;
    Bytes content;  ///< What the command said, in a form that is the same when it is sent again; kept as a
                    ///< keyed digest.
    std::vector<Expectation> expectations;
    std::vector<NewEntry> entries;  ///< At least one, in the order they are to stand in the log.
    Instant now;  ///< The entries get this time, or that of the newest entry if it is later.
    std::shared_ptr<const void> note;  ///< The caller's own, given back to `on_committed`.
    std::vector<std::pair<StreamId, PartId>>
        destroys{};  ///< Keys of parts, for good, after these entries. Those that have none, or none any
                     ///< more, are passed over.
    std::vector<Bytes> facts{};  ///< To be counted: kept with these entries, and not in the log.
    std::vector<std::pair<StreamId, PartId>>
        about{};  ///< Parts that are only named in these entries: PartErased where the key of one was
                  ///< destroyed before them.
    std::optional<LogPosition> log_seen{};  ///< Where it matters that nothing at all came since: how far the
                                            ///< log was. A Conflict of `keys_stream()` where it went on.
};

/// What wrapping keys again has done.
struct Rewrapped {
    KeyEpoch epoch;          ///< Of the organisation's key that wraps now.
    std::uint64_t keys = 0;  ///< Wrapped again.
    std::uint64_t epochs_destroyed = 0;
};

/// Keys wrapped again so far.
using RewrapProgress = std::function<void(std::uint64_t keys)>;

/// What became durable: one submission, in the order of its log.
struct Committed {
    OrganisationId organisation;
    Recorded recorded;
    std::shared_ptr<const void> note;
    std::vector<StreamPosition> positions;   ///< Of each entry of the submission, in its order.
    std::vector<LogPosition> log_positions;  ///< Likewise.
};

/// Some of a log, opened. Entries of the ledger's own streams are checked and left out, so `reached` may be
/// past the last one.
struct Page {
    std::vector<OpenedEntry> entries;
    LogPosition reached;  ///< Go on from here; the log's end when it is what was asked `after`.
};

/// Where some of a log's entries stand. Those of `keys_stream()` are left out, as in a Page.
struct PlacesPage {
    std::vector<EntryPlace> places;
    LogPosition reached;       ///< As in a Page.
    std::optional<Fault> gap;  ///< Entries before `reached`, and after the last of `places`, are not there.
};

/// A stream as far as it opens.
struct StreamRead {
    std::vector<OpenedEntry> entries;
    std::optional<Fault> fault;  ///< What is wrong with the one after them.
};

/// Facts that are only counted, opened.
struct FactsRead {
    std::vector<Bytes> opened;     ///< In no order that says anything.
    std::uint64_t not_opened = 0;  ///< Were changed, or sealed under another key.
};

/// One entry, to be given away.
struct Disclosed {
    LogPosition log_position;
    EntryHeader header;
    Bytes bytes;            ///< As they lie on the disk.
    crypto::SecretKey key;  ///< Opens these bytes and no others.
};

/// One organisation's log. Any thread may use it. Lives as long as its Ledger.
class Log {
public:
    Log(const Log&) = delete;
    Log& operator=(const Log&) = delete;

    [[nodiscard]] const OrganisationId& organisation() const;

    /// Writes down. Quick; never waits for the disk. The Later throws Unavailable when the entries could not
    /// be kept.
    /// @throws Unavailable when too much is waiting already (try later), or an earlier commit failed.
    [[nodiscard]] Later<SubmitResult> submit(Submission submission);

    /// Makes the organisation's next key, wraps all part keys again under it and destroys the keys before it,
    /// while others go on writing. If it is broken off, the next rotation finishes it. Waits for the disk, so
    /// never on an io thread; one at a time.
    /// @throws Unavailable when it could not be kept.
    Rewrapped rotate_key(Instant now, const RewrapProgress& progress = {});

    /// At most `limit` entries after `after`, opened. Stops at the first entry that is not what it should be.
    [[nodiscard]] Result<Page, Fault> read(LogPosition after, std::size_t limit) const;

    /// One stream after `after`, opened.
    [[nodiscard]] Result<std::vector<OpenedEntry>, Fault> read_stream(const StreamId& stream,
                                                                      StreamPosition after) const;

    /// Where at most `limit` entries after `after` stand, up to the first gap. Nothing is opened.
    [[nodiscard]] PlacesPage places(LogPosition after, std::size_t limit) const;

    /// One stream from its beginning, as far as it opens.
    [[nodiscard]] StreamRead read_what_opens(const StreamId& stream) const;

    /// Each of these streams likewise, in their order. Where a question to the store costs a journey, this
    /// costs one.
    [[nodiscard]] std::vector<StreamRead> read_what_opens(std::span<const StreamId> streams) const;

    /// All that was kept to be counted.
    [[nodiscard]] FactsRead facts() const;

    /// SHA-256 of the entry's exact bytes; nothing if the log does not go so far.
    [[nodiscard]] std::optional<crypto::Digest> digest_at(LogPosition position) const;

    /// Who may be adding to it.
    [[nodiscard]] Writers writers() const;

    /// The entry at a position, with the key that opens it alone; or why there is none (`erased`,
    /// `gap_in_log`).
    [[nodiscard]] Result<Disclosed, Fault> disclose(LogPosition position) const;

    /// The key of a part that the log says was destroyed is not kept in memory any more, where another server
    /// may have destroyed it.
    void forget_key(const StreamId& stream, const PartId& part);

    /// Likewise all keys of parts: those that are there still are unwrapped again as they are asked for.
    void forget_keys();

    /// Where the log ends on disk: with what another program wrote, and with what this one writes just now
    /// and has not yet told of.
    [[nodiscard]] LogHead head() const;

    /// Waits until what this program is just writing, to any log, was told to `on_committed` or could not be
    /// kept; no longer than `longest`, and not at all on the thread that tells. Whoever calls it holds
    /// nothing that `on_committed` waits for. Never on an io thread.
    void wait_until_told(std::chrono::milliseconds longest) const;

    /// The time of the newest entry that this program knows of: what is submitted now gets no earlier one.
    /// Asks the store only where somebody else is known to have written.
    [[nodiscard]] Instant newest() const;

    /// What became of a command that was kept earlier; nothing if it wasn't.
    [[nodiscard]] std::optional<Recorded> recorded(const CommandId& command) const;

    /// A key for one purpose ("sessions", "find people by e-mail"), the same each time and after every
    /// rotation.
    [[nodiscard]] crypto::SecretKey key_for(std::string_view purpose) const;

    /// A key for passing things that belong to a part of a stream (drafts, snapshots): gone when the part is
    /// erased. Nothing if the stream has no such part yet.
    [[nodiscard]] std::optional<crypto::SecretKey> key_for(const StreamId& stream, const PartId& part,
                                                           std::string_view purpose) const;

    class Inside;
    explicit Log(std::unique_ptr<Inside> inside);
    ~Log();
    [[nodiscard]] Inside& inside() { return *inside_; }

private:
    std::unique_ptr<Inside> inside_;
};

/// How much may wait for the disk, and how much goes in one transaction.
struct Limits {
    std::size_t waiting = 10'000;
    std::size_t group = 256;
    std::size_t keys_in_memory = 50'000;  ///< Of all logs together.
};

class Ledger {
public:
    using OnCommitted = std::function<void(std::span<const Committed>)>;

    /// Starts the committer. `store` must outlive this. `on_committed` is called on the committer's thread
    /// and must not throw or submit. `next_master_key` is one whose rotation was broken off: both open.
    /// @throws KeyUnavailable when `master_key` is not the key of what is in the store.
    Ledger(EntryStore& store, crypto::SecretKey master_key, OnCommitted on_committed = {}, Limits limits = {},
           std::optional<crypto::SecretKey> next_master_key = {});

    /// Commits what is waiting, tells everybody, and stops.
    ~Ledger();

    Ledger(const Ledger&) = delete;
    Ledger& operator=(const Ledger&) = delete;

    /// Starts a log with its own key; on disk when this returns. Waits, so never on an io thread. Adding one
    /// that is there already changes nothing.
    /// @throws Unavailable when it could not be kept.
    Log& add_organisation(const OrganisationId& organisation, Instant now);

    /// Wraps every organisation's keys again, under `next`, while others go on writing: how many. What is
    /// under the old key opens meanwhile, and if it is broken off. Waits for the disk; one at a time.
    /// `before_each` is called before each log's, and what it throws breaks it off.
    /// @throws Unavailable when it could not be kept; done again with the same key, it goes on.
    std::uint64_t rewrap_under(crypto::SecretKey next, Instant now,
                               const std::function<void()>& before_each = {});

    /// The key of a `rewrap_under` that was broken off while something may be under it still; nothing if
    /// there was none, or another server finished that and rotated again.
    [[nodiscard]] std::optional<crypto::SecretKey> begun_next_master_key() const;

    /// Somebody else has finished that.
    void take_begun_next_master_key();

    [[nodiscard]] std::vector<OrganisationId> organisations() const;

    /// Nothing if there is no such organisation.
    [[nodiscard]] Log* find(const OrganisationId& organisation);

    /// The log of an organisation that the caller knows is there.
    [[nodiscard]] Log& organisation(const OrganisationId& organisation);

private:
    class Inside;
    std::unique_ptr<Inside> inside_;
};

}  // namespace safelead::ledger
