#include "base/unavailable.h"
#include "crypto/random.h"
#include "ledger/key_wrap.h"
#include "ledger/log.h"
#include "ledger/sealing.h"

// docs/formats/keys.md, "Rotating".

namespace safelead::ledger {
namespace {

// One step is one entry, and waits for the disk with whatever else is waiting.
constexpr std::size_t keys_in_step = 200;

/// How often what another server changed meanwhile is looked at anew before somebody is told.
constexpr int tries = 5;

class ChangedMeanwhile : public Unavailable {
    using Unavailable::Unavailable;
};

CommandId new_step()
{
    return CommandId{"rotate-" + crypto::random_id_text()};
}

}  // namespace

Rewrapped Log::Inside::rotate_key(Instant now, const RewrapProgress& progress)
{
    const std::lock_guard one_at_a_time{rotating_};
    // First what one that was broken off left: where a key does not open, trying again begins no further
    // epoch.
    while (work_on_keys(now, [this] { return rewrap_some(); }) != 0) {
    }
    (void)work_on_keys(now, [this] { return next_epoch(); });
    Rewrapped done{newest_epoch(), 0, 0};
    while (const auto keys = work_on_keys(now, [this] { return rewrap_some(); })) {
        done.keys += keys;
        if (progress) progress(done.keys);
    }
    done.epochs_destroyed = work_on_keys(now, [this] { return destroy_old_epochs(); });
    return done;
}

KeyEpoch Log::Inside::newest_epoch()
{
    const std::lock_guard lock{mutex_};
    if (is_out_of_date_) bring_up_to_date();
    return epoch_;
}

std::uint64_t Log::Inside::rewrap_organisation_keys(Instant now)
{
    const std::lock_guard one_at_a_time{rotating_};
    return work_on_keys(now, [this] { return rewrap_each_epoch(); });
}

std::optional<Log::Inside::KeyWork> Log::Inside::rewrap_each_epoch() const
{
    keys_.check_master_key(organisation);
    KeyWork work;
    for (const auto& row : store.organisation_keys(organisation)) {
        const auto key = keys_.organisation_key(organisation, row.epoch);
        if (!key) throw Unavailable{"A key does not open: run `safelead record verify`."};
        auto next = wrap(**key, organisation, row.epoch, *keys_.master_key(), crypto::random_nonce());
        work.noted.emplace_back(OrganisationKeyNoted{row.epoch, digest_of(next)});
        work.changes.organisation_keys_rewrapped.push_back(std::move(next));
        ++work.keys;
    }
    return work;
}

std::size_t Log::Inside::work_on_keys(Instant now, const MakeKeyWork& make)
{
    for (int left = tries;; --left) {
        try {
            return try_work_on_keys(now, make);
        } catch (const ChangedMeanwhile&) {
            if (left == 1) throw;
        }
    }
}

std::size_t Log::Inside::try_work_on_keys(Instant now, const MakeKeyWork& make)
{
    auto gate = std::make_shared<CommitGate>();
    std::size_t keys = 0;
    {
        const std::lock_guard lock{mutex_};
        begin();
        // Known before the rows are looked at: whoever changes one meanwhile also writes to this stream, and
        // then what is made of them here is a conflict.
        (void)head_of(keys_stream());
        const auto work = make();
        if (!work) return 0;
        keys = work->keys;
        Sealing sealing{*this, new_step(), now, *work};
        committer_.submit(sealing.waiting(nullptr, gate));
        sealing.take_effect({}, gate);
        // What is sealed after this comes after it, so its keys may be under the next one.
        if (work->wraps_from_now) std::tie(epoch_, organisation_key_) = *work->wraps_from_now;
    }
    gate->wait();
    if (!gate->result())
        throw ChangedMeanwhile{
            "Another server changed this organisation's keys meanwhile: rotate them again."};
    return keys;
}

std::optional<Log::Inside::KeyWork> Log::Inside::next_epoch() const
{
    keys_.check_master_key(organisation);
    auto key = std::make_shared<const crypto::SecretKey>(crypto::SecretKey::random());
    auto row = wrap(*key, organisation, next(epoch_), *keys_.master_key(), crypto::random_nonce());
    KeyWork work;
    work.noted.emplace_back(OrganisationKeyNoted{row.epoch, digest_of(row)});
    work.wraps_from_now.emplace(row.epoch, std::move(key));
    work.changes.next_organisation_keys.push_back(std::move(row));
    work.keys = 1;
    return work;
}

std::optional<Log::Inside::KeyWork> Log::Inside::rewrap_some() const
{
    KeyWork work;
    for (const auto& row : store.stream_keys_before(organisation, epoch_, keys_in_step)) {
        if (being_destroyed_.contains({row.stream, row.part})) continue;
        const auto key = keys_.key_in(row);
        if (!key) throw Unavailable{"A key does not open: run `safelead record verify`."};
        auto next =
            wrap(**key, organisation, row.stream, row.part, epoch_, wrapping_key(), crypto::random_nonce());
        work.noted.emplace_back(StreamKeyNoted{row.stream, row.part, next.epoch, digest_of(next)});
        work.changes.rewrapped.push_back(std::move(next));
        ++work.keys;
    }
    if (work.keys == 0) return std::nullopt;
    return work;
}

std::optional<Log::Inside::KeyWork> Log::Inside::destroy_old_epochs() const
{
    KeyWork work;
    // One that is on its way to the disk to be destroyed may still be under an old key: the next rotation
    // takes that.
    if (!store.stream_keys_before(organisation, epoch_, 1).empty()) return std::nullopt;
    for (const auto& row : store.organisation_keys(organisation)) {
        if (row.epoch >= epoch_) continue;
        work.noted.emplace_back(OrganisationKeyDestroyed{row.epoch});
        work.changes.epochs_destroyed.push_back(row.epoch);
        ++work.keys;
    }
    if (work.keys == 0) return std::nullopt;
    return work;
}

}  // namespace safelead::ledger
