#pragma once

// Stores whose disk misbehaves.

#include "base/unavailable.h"
#include "ledger/entry_store.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <utility>

namespace safelead::test {

/// Another store, seen through.
class StoreInFront : public ledger::EntryStore {
public:
    explicit StoreInFront(ledger::EntryStore& behind) : behind_{behind} {}

    std::vector<ledger::AppendResult> append(std::span<const ledger::Append> group) override
    {
        return behind_.append(group);
    }
    std::vector<ledger::StoredEntry> read(const OrganisationId& organisation, ledger::LogPosition after,
                                          std::size_t limit) const override
    {
        return behind_.read(organisation, after, limit);
    }
    std::vector<ledger::EntryPlace> places(const OrganisationId& organisation, ledger::LogPosition after,
                                           std::size_t limit) const override
    {
        return behind_.places(organisation, after, limit);
    }
    std::vector<ledger::StoredEntry> read_stream(const OrganisationId& organisation,
                                                 const ledger::StreamId& stream,
                                                 ledger::StreamPosition after) const override
    {
        return behind_.read_stream(organisation, stream, after);
    }
    std::vector<ledger::FactRow> facts(const OrganisationId& organisation) const override
    {
        return behind_.facts(organisation);
    }
    std::vector<OrganisationId> organisations() const override { return behind_.organisations(); }
    ledger::LogHead head(const OrganisationId& organisation) const override
    {
        return behind_.head(organisation);
    }
    ledger::LogMoment moment(const OrganisationId& organisation) const override
    {
        return behind_.moment(organisation);
    }
    ledger::StreamPosition stream_head(const OrganisationId& organisation,
                                       const ledger::StreamId& stream) const override
    {
        return behind_.stream_head(organisation, stream);
    }
    std::optional<ledger::Receipt> receipt(const OrganisationId& organisation,
                                           const CommandId& command) const override
    {
        return behind_.receipt(organisation, command);
    }
    std::uint64_t receipt_count(const OrganisationId& organisation) const override
    {
        return behind_.receipt_count(organisation);
    }
    std::vector<ledger::OrganisationKeyRow> organisation_keys(
        const OrganisationId& organisation) const override
    {
        return behind_.organisation_keys(organisation);
    }
    std::optional<ledger::StreamKeyRow> stream_key(const OrganisationId& organisation,
                                                   const ledger::StreamId& stream,
                                                   const ledger::PartId& part) const override
    {
        return behind_.stream_key(organisation, stream, part);
    }
    std::vector<ledger::StreamKeyRow> stream_keys(const OrganisationId& organisation) const override
    {
        return behind_.stream_keys(organisation);
    }
    void keep_tree(const OrganisationId& organisation, std::span<const ledger::TreeTile> tiles,
                   const ledger::KeptCheckpoint& checkpoint) override
    {
        behind_.keep_tree(organisation, tiles, checkpoint);
    }
    void keep_cosignature(const OrganisationId& organisation,
                          const ledger::KeptCosignature& cosignature) override
    {
        behind_.keep_cosignature(organisation, cosignature);
    }
    std::uint64_t tile_count(const OrganisationId& organisation, unsigned level) const override
    {
        return behind_.tile_count(organisation, level);
    }
    std::vector<ledger::TreeTile> tiles(const OrganisationId& organisation, unsigned level,
                                        std::uint64_t from, std::size_t limit) const override
    {
        return behind_.tiles(organisation, level, from, limit);
    }
    std::vector<crypto::Digest> tile_roots(const OrganisationId& organisation, unsigned level,
                                           std::uint64_t from, std::size_t limit) const override
    {
        return behind_.tile_roots(organisation, level, from, limit);
    }
    std::optional<ledger::KeptCheckpoint> checkpoint(const OrganisationId& organisation) const override
    {
        return behind_.checkpoint(organisation);
    }
    std::vector<ledger::KeptCosignature> cosignatures(const OrganisationId& organisation) const override
    {
        return behind_.cosignatures(organisation);
    }
    std::vector<ledger::StreamKeyRow> stream_keys_before(const OrganisationId& organisation,
                                                         ledger::KeyEpoch epoch,
                                                         std::size_t limit) const override
    {
        return behind_.stream_keys_before(organisation, epoch, limit);
    }

private:
    ledger::EntryStore& behind_;
};

/// Writes so many groups, and then its disk is broken.
class FailingStore final : public StoreInFront {
public:
    FailingStore(ledger::EntryStore& behind, int good) : StoreInFront{behind}, good_{good} {}

    std::vector<ledger::AppendResult> append(std::span<const ledger::Append> group) override
    {
        if (attempts_++ >= good_) throw Unavailable{"The disk is broken."};
        return StoreInFront::append(group);
    }

    [[nodiscard]] int attempts() const { return attempts_; }

private:
    const int good_;
    std::atomic<int> attempts_ = 0;
};

/// While it is unsure, says of whatever it is given that nobody knows whether it is kept: as where the disk
/// is full, or the answer of a database is lost.
class UnsureStore final : public StoreInFront {
public:
    using StoreInFront::StoreInFront;

    enum class Unsure { no, not_kept, kept };

    std::vector<ledger::AppendResult> append(std::span<const ledger::Append> group) override
    {
        const auto how = unsure.load();
        if (how == Unsure::kept) (void)StoreInFront::append(group);
        if (how != Unsure::no) throw ledger::NotKnownToBeKept{"The disk is full."};
        return StoreInFront::append(group);
    }

    std::atomic<Unsure> unsure = Unsure::no;
};

/// Others are always first in the log of one organisation, while it is crowded.
class CrowdedStore final : public StoreInFront {
public:
    CrowdedStore(ledger::EntryStore& behind, OrganisationId organisation)
        : StoreInFront{behind}, organisation_{std::move(organisation)}
    {
    }

    std::vector<ledger::AppendResult> append(std::span<const ledger::Append> group) override
    {
        std::vector<ledger::AppendResult> results;
        for (std::size_t at = 0; at < group.size(); ++at) {
            const auto& one = group[at];
            if (is_crowded && one.organisation == organisation_)
                results.emplace_back(
                    fail(ledger::Conflict{one.entries.front().stream, ledger::StreamPosition::start}));
            else
                results.push_back(StoreInFront::append(group.subspan(at, 1)).front());
        }
        return results;
    }

    std::atomic<bool> is_crowded = false;

private:
    const OrganisationId organisation_;
};

/// Writes nothing until it is let go.
class BlockedStore final : public StoreInFront {
public:
    using StoreInFront::StoreInFront;

    std::vector<ledger::AppendResult> append(std::span<const ledger::Append> group) override
    {
        {
            std::unique_lock lock{mutex_};
            is_writing_ = true;
            changed_.notify_all();
            changed_.wait(lock, [&] { return is_free_; });
            if (is_broken_) throw Unavailable{"The disk is broken."};
        }
        return StoreInFront::append(group);
    }

    void let_go()
    {
        const std::lock_guard lock{mutex_};
        is_free_ = true;
        changed_.notify_all();
    }

    void fail()
    {
        const std::lock_guard lock{mutex_};
        is_free_ = is_broken_ = true;
        changed_.notify_all();
    }

    void wait_until_writing()
    {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return is_writing_; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool is_free_ = false;
    bool is_broken_ = false;
    bool is_writing_ = false;
};

}  // namespace safelead::test
