#include "ledger/keyring.h"

#include "base/unavailable.h"
#include "ledger/key_wrap.h"
#include "ledger/master_key.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::ledger {
namespace {

std::string name_of(const OrganisationId& organisation, const StreamId& stream, const PartId& part)
{
    std::string name;
    name.reserve(organisation.text().size() + stream.text().size() + part.text().size() + 2);
    name.append(organisation.text())
        .append(1, '\0')
        .append(stream.text())
        .append(1, '\0')
        .append(part.text());
    return name;
}

}  // namespace

bool opens_anything(const EntryStore& store, const crypto::SecretKey& master_key)
{
    return std::ranges::any_of(store.organisations(), [&](const OrganisationId& organisation) {
        return std::ranges::any_of(store.organisation_keys(organisation), [&](const OrganisationKeyRow& row) {
            return unwrap(row, master_key).has_value();
        });
    });
}

bool opens_everything(const EntryStore& store, const crypto::SecretKey& master_key)
{
    return std::ranges::all_of(store.organisations(), [&](const OrganisationId& organisation) {
        return std::ranges::all_of(store.organisation_keys(organisation), [&](const OrganisationKeyRow& row) {
            return unwrap(row, master_key).has_value();
        });
    });
}

void refuse_key_of_other_data(const OrganisationId& organisation)
{
    throw KeyUnavailable{
        fmt::format("The keys of organisation {} do not open under this master key: give the key that "
                    "belongs to this data.",
                    organisation.text())};
}

Keyring::Keyring(const EntryStore& store, crypto::SecretKey master_key, std::size_t most_kept)
    : store_{store},
      most_kept_{most_kept},
      master_key_{std::make_shared<const crypto::SecretKey>(std::move(master_key))}
{
}

SharedKey Keyring::master_key() const
{
    const std::lock_guard lock{mutex_};
    return next_master_key_ ? next_master_key_ : master_key_;
}

void Keyring::begin_with_next_master(SharedKey next)
{
    const std::lock_guard lock{mutex_};
    next_master_key_ = std::move(next);
}

SharedKey Keyring::next_master_key() const
{
    const std::lock_guard lock{mutex_};
    return next_master_key_;
}

void Keyring::check_master_key(const OrganisationId& organisation) const
{
    SharedKey master;
    SharedKey next_master;
    {
        const std::lock_guard lock{mutex_};
        master = master_key_;
        next_master = next_master_key_;
    }
    // From the store and not from memory, which would still know the key in a row that is gone.
    const auto rows = store_.organisation_keys(organisation);
    if (rows.empty() || unwrap(rows.back(), *master) || (next_master && unwrap(rows.back(), *next_master)))
        return;
    throw Unavailable{
        "The master key was rotated on another server, so this one makes no key under the old one: put the "
        "new key file here and start this server again."};
}

void Keyring::end_with_two_masters(Keep keep)
{
    const std::lock_guard lock{mutex_};
    if (keep == Keep::next && next_master_key_) master_key_ = std::move(next_master_key_);
    next_master_key_.reset();
}

Result<std::pair<KeyEpoch, SharedKey>, Wrong> Keyring::organisation_key(const OrganisationId& organisation)
{
    const auto rows = store_.organisation_keys(organisation);
    if (rows.empty()) return fail(Wrong::no_key);
    const auto epoch = rows.back().epoch;
    return std::pair{epoch, SL_TRY(organisation_key(organisation, epoch))};
}

Result<SharedKey, Wrong> Keyring::organisation_key(const OrganisationId& organisation, KeyEpoch epoch)
{
    SharedKey master;
    SharedKey next_master;
    {
        const std::lock_guard lock{mutex_};
        const auto known = organisation_keys_.find({organisation, epoch});
        if (known != organisation_keys_.end()) return known->second;
        master = master_key_;
        next_master = next_master_key_;
    }
    for (const auto& row : store_.organisation_keys(organisation)) {
        if (row.epoch != epoch) continue;
        auto key = unwrap(row, *master);
        if (!key && next_master) key = unwrap(row, *next_master);
        if (!key) return fail(Wrong::key_does_not_unwrap);
        auto shared = std::make_shared<const crypto::SecretKey>(*std::move(key));
        const std::lock_guard lock{mutex_};
        organisation_keys_.insert_or_assign({organisation, epoch}, shared);
        return shared;
    }
    return fail(Wrong::no_key);
}

SharedKey Keyring::known(const OrganisationId& organisation, const StreamId& stream, const PartId& part) const
{
    const std::lock_guard lock{mutex_};
    const auto found = part_keys_.find(name_of(organisation, stream, part));
    return found == part_keys_.end() ? nullptr : found->second;
}

Result<SharedKey, Wrong> Keyring::part_key(const OrganisationId& organisation, const StreamId& stream,
                                           const PartId& part)
{
    if (auto key = known(organisation, stream, part)) return key;
    auto row = store_.stream_key(organisation, stream, part);
    while (true) {
        if (!row) return fail(Wrong::no_key);
        if (is_destroyed(*row)) return fail(Wrong::erased);
        auto key = key_in(*row);
        if (key) {
            keep(*row, *key);
            return key;
        }
        // It may have been wrapped again, and what wrapped it destroyed, since it was read.
        auto again = store_.stream_key(organisation, stream, part);
        if (again == row) return fail(key.error());
        row = std::move(again);
    }
}

Result<SharedKey, Wrong> Keyring::key_in(const StreamKeyRow& row)
{
    const auto wrapping = SL_TRY(organisation_key(row.organisation, row.epoch));
    auto key = unwrap(row, *wrapping);
    if (!key) return fail(Wrong::key_does_not_unwrap);
    return std::make_shared<const crypto::SecretKey>(*std::move(key));
}

void Keyring::keep(std::span<const StreamKeyRow> rows)
{
    for (const auto& row : rows) {
        if (is_destroyed(row) || known(row.organisation, row.stream, row.part)) continue;
        if (auto key = key_in(row)) keep(row, *std::move(key));
    }
}

void Keyring::keep(const StreamKeyRow& row, SharedKey key)
{
    const std::lock_guard lock{mutex_};
    if (destroyed_.contains(name_of(row.organisation, row.stream, row.part))) return;
    if (part_keys_.size() >= most_kept_)
        part_keys_.clear();  // they are unwrapped again as they are asked for
    part_keys_.insert_or_assign(name_of(row.organisation, row.stream, row.part), std::move(key));
}

void Keyring::forget(const OrganisationId& organisation, const StreamId& stream, const PartId& part)
{
    const std::lock_guard lock{mutex_};
    const auto name = name_of(organisation, stream, part);
    part_keys_.erase(name);
    destroyed_.insert(name);
}

void Keyring::forget_parts(const OrganisationId& organisation)
{
    const std::string those_of = std::string{organisation.text()} + '\0';
    const std::lock_guard lock{mutex_};
    std::erase_if(part_keys_, [&](const auto& key) { return key.first.starts_with(those_of); });
}

void Keyring::forget(const OrganisationId& organisation, KeyEpoch epoch)
{
    const std::lock_guard lock{mutex_};
    organisation_keys_.erase({organisation, epoch});
}

}  // namespace safelead::ledger
