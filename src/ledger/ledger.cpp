#include "ledger/ledger.h"

#include "base/bug.h"
#include "base/unavailable.h"
#include "ledger/committer.h"
#include "ledger/key_note.h"
#include "ledger/key_wrap.h"
#include "ledger/keyring.h"
#include "ledger/log.h"
#include "ledger/master_key.h"
#include "ledger/seal.h"

#include <map>
#include <mutex>
#include <set>
#include <vector>

namespace safelead::ledger {
namespace {

const CommandId starting{"log-started"};

// The first entry of a log names the two keys that make it open: docs/formats/keys.md.
Append first_append(const OrganisationId& organisation, const crypto::SecretKey& master_key, Instant now)
{
    const auto organisation_key = crypto::SecretKey::random();
    const auto standing_key = crypto::SecretKey::random();
    const auto organisation_row =
        wrap(organisation_key, organisation, KeyEpoch::first, master_key, crypto::random_nonce());
    const auto standing_row = wrap(standing_key, organisation, keys_stream(), shared_part(), KeyEpoch::first,
                                   organisation_key, crypto::random_nonce());

    const auto note = key_note({OrganisationKeyNoted{organisation_row.epoch, digest_of(organisation_row)},
                                StreamKeyNoted{standing_row.stream, standing_row.part, standing_row.epoch,
                                               digest_of(standing_row)}});
    constexpr auto first = next(StreamPosition::start);
    const EntryHeader header{organisation, keys_stream(), first, shared_part(), starting, now};
    auto bytes = seal_entry(header, standing_key, crypto::random_nonce(), note);
    return {organisation,   starting,           {}, now, {{keys_stream(), first, std::move(bytes)}},
            {standing_row}, {organisation_row}, {}};
}

}  // namespace

class Ledger::Inside {
public:
    Inside(EntryStore& store, crypto::SecretKey master_key, OnCommitted on_committed, Limits limits,
           std::optional<crypto::SecretKey> next_master_key)
        : store_{store},
          keys_{store, std::move(master_key), limits.keys_in_memory},
          committer_{store, std::move(on_committed), limits}
    {
        if (next_master_key)
            keys_.begin_with_next_master(
                std::make_shared<const crypto::SecretKey>(*std::move(next_master_key)));
        // A key of other data is found now and not at the first request.
        const auto known = store.organisations();
        if (!known.empty()) (void)find(known.front());
    }

    [[nodiscard]] Log* find(const OrganisationId& organisation)
    {
        const std::lock_guard lock{mutex_};
        if (const auto found = logs_.find(organisation); found != logs_.end()) return &found->second;
        if (store_.head(organisation).position == LogPosition::start) return nullptr;
        auto inside = std::make_unique<Log::Inside>(organisation, store_, keys_, committer_);
        return &logs_.try_emplace(organisation, std::move(inside)).first->second;
    }

    Log& add(const OrganisationId& organisation, Instant now)
    {
        if (!is_ledger_id(organisation.text()))
            throw_bug("an organisation's id can't be an id in the ledger");
        const std::lock_guard lock{adding_};
        if (auto* log = find(organisation)) return *log;
        for (const auto& known : store_.organisations()) keys_.check_master_key(known);

        auto gate = std::make_shared<CommitGate>();
        const auto nothing_to_settle = [](const std::optional<AppendResult>&) {};
        committer_.submit(
            {first_append(organisation, *keys_.master_key(), now), {}, nullptr, gate, nothing_to_settle});
        gate->wait();
        // Refused means that another server has just added it.
        (void)gate->result();
        return *find(organisation);
    }

    std::uint64_t rewrap_under(crypto::SecretKey next, Instant now, const std::function<void()>& before_each)
    {
        // A log that is added meanwhile would be under the old key.
        const std::lock_guard lock{adding_};
        const auto shared = std::make_shared<const crypto::SecretKey>(std::move(next));
        keys_.begin_with_next_master(shared);
        try {
            const auto keys = rewrap_all(now, before_each);
            keys_.end_with_two_masters(Keyring::Keep::next);
            return keys;
        } catch (...) {
            // As before, if nothing came of it. What some logs are under already is kept: done again, it is
            // finished.
            if (!may_open_something(*shared)) keys_.end_with_two_masters(Keyring::Keep::old);
            throw;
        }
    }

    [[nodiscard]] std::optional<crypto::SecretKey> begun_next_master_key() const
    {
        const auto begun = keys_.next_master_key();
        // One that nothing is under any more was rotated away elsewhere, and never comes back.
        if (!begun || !may_open_something(*begun)) return std::nullopt;
        return begun->copy();
    }

    void take_begun_next_master_key() { keys_.end_with_two_masters(Keyring::Keep::next); }

    [[nodiscard]] std::vector<OrganisationId> organisations() const { return store_.organisations(); }

private:
    std::uint64_t rewrap_all(Instant now, const std::function<void()>& before_each)
    {
        std::uint64_t keys = 0;
        std::set<OrganisationId> done;
        // Until there is none that another server added meanwhile, under the old key. Once the first is
        // under the next, no other server adds any.
        for (;;) {
            auto left = store_.organisations();
            std::erase_if(left, [&](const auto& one) { return done.contains(one); });
            if (left.empty()) return keys;
            for (const auto& organisation : left) {
                if (before_each) before_each();
                keys += inside_of(organisation).rewrap_organisation_keys(now);
                done.insert(organisation);
            }
        }
    }

    /// Also when the store doesn't say.
    [[nodiscard]] bool may_open_something(const crypto::SecretKey& master_key) const
    {
        try {
            return opens_anything(store_, master_key);
        } catch (const Unavailable&) {
            return true;
        }
    }

    Log::Inside& inside_of(const OrganisationId& organisation)
    {
        auto* log = find(organisation);
        if (log == nullptr) throw_bug("an organisation without a log");
        return log->inside();
    }

    EntryStore& store_;
    Keyring keys_;
    std::mutex mutex_;
    std::mutex adding_;
    std::map<OrganisationId, Log> logs_;  // each stays where it is
    // Last, so that it has stopped before the logs it tells are gone.
    Committer committer_;
};

Ledger::Ledger(EntryStore& store, crypto::SecretKey master_key, OnCommitted on_committed, Limits limits,
               std::optional<crypto::SecretKey> next_master_key)
    : inside_{std::make_unique<Inside>(store, std::move(master_key), std::move(on_committed), limits,
                                       std::move(next_master_key))}
{
}

Ledger::~Ledger() = default;

std::uint64_t Ledger::rewrap_under(crypto::SecretKey next, Instant now,
                                   const std::function<void()>& before_each)
{
    return inside_->rewrap_under(std::move(next), now, before_each);
}

std::optional<crypto::SecretKey> Ledger::begun_next_master_key() const
{
    return inside_->begun_next_master_key();
}

void Ledger::take_begun_next_master_key()
{
    inside_->take_begun_next_master_key();
}

Log& Ledger::add_organisation(const OrganisationId& organisation, Instant now)
{
    return inside_->add(organisation, now);
}

std::vector<OrganisationId> Ledger::organisations() const
{
    return inside_->organisations();
}

Log* Ledger::find(const OrganisationId& organisation)
{
    return inside_->find(organisation);
}

Log& Ledger::organisation(const OrganisationId& organisation)
{
    auto* log = inside_->find(organisation);
    if (log == nullptr) throw_bug("an organisation that is not there was taken to be there");
    return *log;
}

}  // namespace safelead::ledger
